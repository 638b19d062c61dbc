import type { Expression, MonthRef, Shift, YearRef } from '../expression.ts'
import {
  bareSense,
  isMark,
  isOneOf,
  isWord,
  type Part,
  particleAt,
  past,
  type Scan,
  tokenAt,
} from '../scan.ts'
import type { Token } from '../token.ts'
import type { Direction } from '../words/sense.ts'
import { monthAt } from './month.ts'
import { digitsAt, ordinal } from './number.ts'
import { directionAt, eraAt, yearTail } from './year.ts'

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

type MonthTail = {
  readonly of: MonthRef
  readonly year?: YearRef
  readonly direction?: Direction
  readonly further?: true
}

/** A month's name, and what says which one: year, العام الماضي, الجاري. */
export function monthTail(scan: Scan, at: number): Part<MonthTail> | undefined {
  const noun = isWord(scan, at, 'شهر') ? at + 1 : at
  const month = monthAt(scan, noun)
  if (!month) return undefined
  const of = month.value
  // الموافق لـ، or a dash between a month and its year: 24-يناير-2024.
  const dash = isMark(scan, month.next, '-/') && tokenAt(scan, month.next + 1).glued ? 1 : 0
  const year = yearTail(scan, month.next + dash) ?? hijriShort(scan, of, month.next)
  if (year) return { value: { of, year: inEra(of, year.value) }, next: year.next }
  const direction = directionAt(scan, month.next)
  if (direction)
    return {
      value: {
        of,
        direction: direction.value.direction,
        ...(Math.abs(direction.value.by) > 1 ? { further: true as const } : {}),
      },
      next: direction.next,
    }
  return { value: { of }, next: month.next }
}

/** A Hijri year of two digits is of the thirteenth century or ours; three are a year with هـ after it. */
function hijriShort(scan: Scan, of: MonthRef, at: number): Part<YearRef> | undefined {
  const digits = digitsAt(scan, at)
  if (of.calendar === 'gregorian' || digits === undefined || digits < 1) return undefined
  const era = eraAt(scan, at + 1)
  const known = digits >= 1000 ? digits < 1700 : era?.value === 'AH'
  return known ? { value: { kind: 'year', year: digits }, next: era?.next ?? at + 1 } : undefined
}

/** A year after a Hijri month is of that calendar, mark or no mark. */
const inEra = (of: MonthRef, year: YearRef): YearRef =>
  of.calendar === 'gregorian' || year.kind !== 'year' || year.year > 1700
    ? year
    : { kind: 'year', year: year.year }

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

const particles = ['في', 'يوم', 'حتي', 'منذ', 'بتاريخ', 'الي', 'لغايه']

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
  const bound = particles.includes(particleAt(scan, at - 1)) || isWord(scan, at, 'يوم')
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
  const said = named.key === 'الموافق' || named.key === 'الموافقه' || named.key === 'الموافقه'
  if (!opened && !said) return undefined
  let from = at + opened + (said ? 1 : 0)
  if (said && isWord(scan, from, 'ل', 'لـ')) from++
  if (bareSense(scan, past(scan, from, 'يوم'))?.weekday) from = past(scan, from, 'يوم') + 1
  const day = dayOfMonth(scan, from)
  if (day?.value.is !== 'day' || day.value.of.calendar === first.of.calendar) return undefined
  const next = bracket ? (isMark(scan, day.next, ')') ? day.next + 1 : undefined) : day.next
  return next === undefined ? undefined : { value: { ...first, also: day.value }, next }
}

/** هجوم 7/10, يوم 12/8, الأحد 5/6: a day and a month in figures, which only what stands before tells from a fraction. */
function shortDay(scan: Scan, at: number): Part<Expression> | undefined {
  const [day, slash, month] = [tokenAt(scan, at), tokenAt(scan, at + 1), tokenAt(scan, at + 2)]
  if (day.kind !== 'number' || month.kind !== 'number' || slash.key !== '/') return undefined
  if (!slash.glued || !month.glued || (tokenAt(scan, at + 3).glued && isMark(scan, at + 3, '/-')))
    return undefined
  if (day.key.length > 2 || month.key.length > 2) return undefined
  const before = tokenAt(scan, at - 1)
  const dated = before.sense?.weekday !== undefined || isOneOf(scan, at - 1, dayNouns)
  const [d, m] = [Number(day.key), Number(month.key)]
  // حتى 31/12 is a day, حتى 5/6 may be a fraction: it has the smaller figure first.
  const bound = d > m && ['حتي', 'منذ', 'لغايه'].includes(particleAt(scan, at - 1))
  if (!dated && !bound && !dayNouns.includes(before.prefix + before.key)) return undefined
  if (d < 1 || d > 31 || m < 1 || m > 12) return undefined
  return {
    value: { is: 'day', day: d, of: { calendar: 'gregorian', month: m } },
    next: at + 3,
  }
}

/** 03/2027: a month and a year in figures, behind a preposition. */
export function numericMonth(scan: Scan, at: number): Part<Expression> | undefined {
  const [month, slash, year] = [tokenAt(scan, at), tokenAt(scan, at + 1), tokenAt(scan, at + 2)]
  if (month.kind !== 'number' || year.kind !== 'number' || slash.key !== '/') return undefined
  if (!slash.glued || !year.glued || month.key.length !== 2 || year.key.length !== 4)
    return undefined
  if (tokenAt(scan, at + 3).glued && isMark(scan, at + 3, '/-')) return undefined
  const [m, y] = [Number(month.key), Number(year.key)]
  if (!particles.includes(particleAt(scan, at - 1)) || m < 1 || m > 12) return undefined
  if (y < 1900 || y > 2199) return undefined
  return {
    value: {
      is: 'month',
      of: { calendar: 'gregorian', month: m },
      year: { kind: 'year', year: y },
    },
    next: at + 3,
  }
}

const dayNouns = 'يوم بتاريخ تاريخ هجوم هجمات احداث عمليه هجوما الهجوم المصادف الموافق ليوم'.split(
  ' ',
)

/** A day of a month, and the same day in another calendar if it is written beside it. */
export function dayDate(scan: Scan, at: number): Part<Expression> | undefined {
  const figures = past(scan, at, 'يوم')
  const day = dayOfMonth(scan, at) ?? numericDay(scan, figures) ?? shortDay(scan, figures)
  if (!day) return undefined
  return otherCalendar(scan, day.next, day.value) ?? day
}

/** 15 / 3 / 2023: a space at every slash, and a whole year. */
const isSpaced = (x: Token, b: Token, y: Token, c: Token) =>
  x.key === '/' && !x.glued && !b.glued && !y.glued && !c.glued && c.key.length === 4

/** D/M/Y, Y/M/D with one separator throughout (/ - .), never M/D/Y. */
export function numericDay(scan: Scan, at: number): Part<Expression> | undefined {
  const a = tokenAt(scan, at)
  if (a.kind !== 'number') return undefined
  const x = tokenAt(scan, at + 1)
  if (x.kind !== 'mark' || !'/-.'.includes(x.key)) return undefined
  const b = tokenAt(scan, at + 2)
  const y = tokenAt(scan, at + 3)
  const c = tokenAt(scan, at + 4)
  if (b.kind !== 'number' || c.kind !== 'number') return undefined
  if (x.key !== y.key || (!(x.glued && b.glued && y.glued && c.glued) && !isSpaced(x, b, y, c)))
    return undefined
  const before = tokenAt(scan, at - 1)
  if (a.glued && (before.kind === 'number' || '/-.+#:'.includes(before.key))) return undefined
  const after = tokenAt(scan, at + 5)
  if (
    after.glued &&
    ('/-'.includes(after.key) ||
      (after.key === '.' && tokenAt(scan, at + 6).kind === 'number' && tokenAt(scan, at + 6).glued))
  )
    return undefined
  const yearFirst = a.key.length === 4
  if (yearFirst ? c.key.length > 2 : a.key.length > 2) return undefined
  const written = yearFirst ? a : c
  if (
    b.key.length > 2 ||
    !(written.key.length === 4 || (written.key.length === 2 && x.key === '/'))
  )
    return undefined
  const short = Number(written.key)
  const year = written.key.length === 4 ? short : short < 50 ? 2000 + short : 1900 + short
  const era = eraAt(scan, at + 5)
  const hijri = (year >= 1300 && year <= 1500) || era?.value === 'AH'
  if (!hijri && (year < 1500 || year > 2199)) return undefined
  const day = Number(yearFirst ? c.key : a.key)
  const month = Number(b.key)
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined
  return {
    value: {
      is: 'day',
      day,
      of: {
        calendar: hijri ? (era?.value === 'SH' ? 'persian' : 'islamic-umalqura') : 'gregorian',
        month,
      },
      year: { kind: 'year', year },
    },
    next: era?.next ?? at + 5,
  }
}
