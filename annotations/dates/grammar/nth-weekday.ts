import type { Expression } from '../expression.ts'
import { bareSense, isWord, type Part, past, type Scan, tokenAt } from '../scan.ts'
import { monthDate, monthTail } from './month-tail.ts'
import { ordinal } from './number.ts'
import { relativePeriod } from './period.ts'

/** أول، ثاني، آخر: a place in a row, said before what is counted. */
export function placeBefore(scan: Scan, at: number): number | 'last' | undefined {
  if (isWord(scan, at, 'اول')) return 1
  if (isWord(scan, at, 'ثاني')) return 2
  if (isWord(scan, at, 'ثالث')) return 3
  if (isWord(scan, at, 'رابع')) return 4
  return isWord(scan, at, 'اخر') ? 'last' : undefined
}

/** The month that something is counted in: من أغسطس، في شهر رمضان، من الشهر المقبل. */
export function monthCounted(scan: Scan, at: number): Part<Expression> | undefined {
  const from = past(scan, at, 'من', 'في')
  if (from === at) return undefined
  const month = monthDate(scan, from)
  if (month) return month
  return isWord(scan, from, 'الشهر', 'هذا', 'ذلك') ? relativePeriod(scan, from) : undefined
}

/** أول أحد من نوفمبر، آخر جمعة من رمضان، الخميس الثالث من الشهر المقبل. */
export function nthWeekday(scan: Scan, at: number): Part<Expression> | undefined {
  const before = placeBefore(scan, at)
  if (before !== undefined) {
    const noun = past(scan, at + 1, 'يوم', 'ايام')
    const weekday = bareSense(scan, noun)?.weekdayBare ?? bareSense(scan, noun)?.weekday
    const month = weekday && monthCounted(scan, noun + 1)
    return month
      ? { value: { is: 'nth-weekday', weekday, nth: before, month: month.value }, next: month.next }
      : undefined
  }
  const noun = past(scan, at, 'يوم')
  const weekday = bareSense(scan, noun)?.weekday
  if (weekday === undefined) return undefined
  const last = isWord(scan, noun + 1, 'الاخير', 'الاخيره')
  const place = last ? { value: 'last' as const, next: noun + 2 } : ordinal(scan, noun + 1)
  if (!place || (typeof place.value === 'number' && place.value > 5)) return undefined
  // الأحد الثالث من مارس is the third day of March: a weekday is feminine or masculine, its ordinal does not tell.
  if (typeof place.value === 'number' && !tokenAt(scan, noun + 1).key.endsWith('ه')) {
    const named = past(scan, place.next, 'من')
    if (monthTail(scan, named) && !isWord(scan, named, 'شهر', 'الشهر')) return undefined
  }
  const month = monthCounted(scan, place.next)
  return (
    month && {
      value: { is: 'nth-weekday', weekday, nth: place.value, month: month.value },
      next: month.next,
    }
  )
}
