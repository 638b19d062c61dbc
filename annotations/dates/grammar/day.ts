import type { Expression, Shift } from '../expression.ts'
import {
  bareSense,
  isMark,
  isWord,
  type Part,
  particleAt,
  past,
  type Scan,
  tokenAt,
} from '../scan.ts'
import { dayParticles } from '../words/time-particles.ts'
import { numericDay, shortDay } from './figures.ts'
import { monthTail } from './month-tail.ts'
import { digitsAt, ordinal } from './number.ts'
import { directionAt } from './year.ts'

type DayNumber = number | 'last'

/** 15، الخامس عشر، الـ15، الفاتح، غرة، سلخ، أول. */
function dayNumber(scan: Scan, at: number): Part<DayNumber> | undefined {
  if (isWord(scan, at, 'غره', 'الفاتح', 'فاتح')) return { value: 1, next: at + 1 }
  if (isWord(scan, at, 'سلخ')) return { value: 'last', next: at + 1 }
  if (isWord(scan, at, 'اخر') && isWord(scan, at + 1, 'يوم', 'ايام'))
    return { value: 'last', next: at + 2 }
  if (isWord(scan, at, 'اول') && isWord(scan, at + 1, 'ايام', 'يوم'))
    return { value: 1, next: at + 2 }
  if (isWord(scan, at, 'اول') && bareSense(scan, at + 1)) return { value: 1, next: at + 1 }
  const digits = digitsAt(scan, at)
  if (digits !== undefined && tokenAt(scan, at).key.length <= 2)
    return digits >= 1 && digits <= 31 ? { value: digits, next: at + 1 } : undefined
  const nth = ordinal(scan, at)
  return nth && nth.value >= 1 && nth.value <= 31 ? nth : undefined
}

/** الشهر الماضي، هذا الشهر، الشهر ذاته، ذات الشهر، الجاري. */
function monthShift(scan: Scan, at: number): Part<Shift> | undefined {
  if (isWord(scan, at, 'هذا') && isWord(scan, at + 1, 'الشهر'))
    return { value: { unit: 'M', by: 0, base: 'anchor' }, next: at + 2 }
  if (isWord(scan, at, 'ذات', 'نفس', 'ذلك') && isWord(scan, at + 1, 'الشهر'))
    return { value: { unit: 'M', by: 0, base: 'previous' }, next: at + 2 }
  const direction = directionAt(scan, past(scan, at, 'الشهر'))
  if (!direction) return undefined
  const { by, base } = direction.value
  return { value: { unit: 'M', by, base }, next: direction.next }
}

/** النصف من شعبان: the fifteenth of a Hijri month. */
const middle = (scan: Scan, at: number): Part<DayNumber> | undefined =>
  isWord(scan, at, 'النصف') &&
  isWord(scan, at + 1, 'من') &&
  monthTail(scan, at + 2)?.value.of.calendar === 'islamic-umalqura'
    ? { value: 15, next: at + 1 }
    : undefined

/** A day and its month, without the weekday before it. */
export function dayOfMonth(scan: Scan, at: number): Part<Expression> | undefined {
  const day = dayNumber(scan, past(scan, at, 'يوم')) ?? middle(scan, at)
  if (!day) return undefined
  const from = past(scan, day.next, 'من')
  const dash = isMark(scan, day.next, '-/') && tokenAt(scan, day.next + 1).glued ? 1 : 0
  const tail = monthTail(scan, from + dash)
  if (tail) {
    // An ordinal needs its من: الثاني نيسان is no date, أول نيسان is.
    const joined = from > day.next || digitsAt(scan, day.next - 1) !== undefined
    const alone = isWord(scan, day.next - 1, 'اول', 'غره', 'سلخ', 'الفاتح', 'فاتح', 'ايام', 'يوم')
    if (!joined && !alone) return undefined
    // 2-صفر is a score; 24-يناير-2024 has its year.
    if (dash > 0 && !tail.value.year) return undefined
    return { value: { is: 'day', day: day.value, ...tail.value }, next: tail.next }
  }
  if (isWord(scan, day.next, 'منه'))
    return {
      value: { is: 'day-of-month', day: day.value, month: { unit: 'M', by: 0, base: 'previous' } },
      next: day.next + 1,
    }
  // 15 الجاري is a day only where digits or من say that it counts days.
  const counts = from > day.next || tokenAt(scan, day.next - 1).kind === 'number'
  const shift = counts ? monthShift(scan, from) : undefined
  // في 14 الشهر المقبل: without its من the number needs a preposition before it.
  const bound = dayParticles.includes(particleAt(scan, at - 1)) || isWord(scan, at, 'يوم')
  const direct = from === day.next && isWord(scan, from, 'الشهر', 'هذا', 'نفس', 'ذات', 'ذلك')
  if (!shift || (direct && !bound)) return undefined
  if (from > day.next && !isWord(scan, from, 'الشهر', 'هذا', 'ذات', 'نفس', 'ذلك', 'الجاري'))
    return undefined
  return { value: { is: 'day-of-month', day: day.value, month: shift.value }, next: shift.next }
}

/** الموافق، (الموافق لـ، or a bare joiner: the same day in another calendar follows. */
function otherCalendar(scan: Scan, at: number, first: Expression): Part<Expression> | undefined {
  if (first.is !== 'day') return undefined
  const opened = isMark(scan, at, '(،,-–/') ? 1 : 0
  const bracket = isMark(scan, at, '(')
  const named = tokenAt(scan, at + opened)
  const said = named.key === 'الموافق' || named.key === 'الموافقه'
  if (!opened && !said) return undefined
  let from = at + opened + (said ? 1 : 0)
  if (said && isWord(scan, from, 'ل', 'لـ')) from++
  if (bareSense(scan, past(scan, from, 'يوم'))?.weekday) from = past(scan, from, 'يوم') + 1
  const day = dayOfMonth(scan, from)
  if (day?.value.is !== 'day' || day.value.of.calendar === first.of.calendar) return undefined
  const next = bracket ? (isMark(scan, day.next, ')') ? day.next + 1 : undefined) : day.next
  return next === undefined ? undefined : { value: { ...first, also: day.value }, next }
}

/** A day of a month, and the same day in another calendar if it is written beside it. */
export function dayDate(scan: Scan, at: number): Part<Expression> | undefined {
  const figures = past(scan, at, 'يوم')
  const day = dayOfMonth(scan, at) ?? numericDay(scan, figures) ?? shortDay(scan, figures)
  if (!day) return undefined
  return otherCalendar(scan, day.next, day.value) ?? day
}
