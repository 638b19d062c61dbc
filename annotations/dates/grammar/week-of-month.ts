import type { Expression } from '../expression.ts'
import { isWord, type Part, past, type Scan } from '../scan.ts'
import { monthTail } from './month-tail.ts'
import { monthCounted, placeBefore } from './nth-weekday.ts'
import { ordinal } from './number.ts'

/** الأسبوع الأول، أول أسبوع، آخر أسبوع. */
function placeOfWeek(scan: Scan, at: number): Part<number | 'last'> | undefined {
  if (isWord(scan, at, 'الاسبوع'))
    return isWord(scan, at + 1, 'الاخير') ? { value: 'last', next: at + 2 } : ordinal(scan, at + 1)
  const place = isWord(scan, at + 1, 'اسبوع') ? placeBefore(scan, at) : undefined
  return place === undefined ? undefined : { value: place, next: at + 2 }
}

/** الأسبوع الأول من أغسطس، الأسبوع الأخير من الشهر الماضي: seven days of a month. */
export function weekOfMonth(scan: Scan, at: number): Part<Expression> | undefined {
  const nth = placeOfWeek(scan, at)
  if (!nth || (typeof nth.value === 'number' && nth.value > 5)) return undefined
  // الأسبوع الأول في يناير may be the first of anything.
  const month = isWord(scan, nth.next, 'من') ? monthCounted(scan, nth.next) : undefined
  if (!month || (month.value.is === 'month' && month.value.of.calendar !== 'gregorian'))
    return undefined
  return {
    value: { is: 'week-of-month', nth: nth.value, month: month.value },
    next: month.next,
  }
}

/** العشر الأواخر من رمضان: from its 21st day on. */
export function lastTen(scan: Scan, at: number): Part<Expression> | undefined {
  if (!isWord(scan, at, 'العشر') || !isWord(scan, at + 1, 'الاواخر', 'الاوايل', 'الاول'))
    return undefined
  const month = monthTail(scan, past(scan, at + 2, 'من'))
  if (month?.value.of.calendar !== 'islamic-umalqura') return undefined
  const late = isWord(scan, at + 1, 'الاواخر')
  const day = (n: number | 'last'): Expression => ({ is: 'day', day: n, ...month.value })
  return {
    value: { is: 'interval', from: day(late ? 21 : 1), to: day(late ? 'last' : 10) },
    next: month.next,
  }
}
