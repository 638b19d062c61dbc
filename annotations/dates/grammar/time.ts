import type { Expression } from '../expression.ts'
import {
  bareSense,
  isArticled,
  isMark,
  isOneOf,
  isWord,
  type Part,
  past,
  type Scan,
  tokenAt,
} from '../scan.ts'
import type { DayPart } from '../words/sense.ts'
import { type Clock, clockPart, digitalClock, onDay, spokenClock, zoneAt } from './clock.ts'
import { dayDate, monthTail } from './day.ts'
import { relativePeriod } from './period.ts'
import { relativeDay, weekdayDate } from './relative-day.ts'
import { yearPhrase } from './year.ts'

/** A day that a time of day can belong to. */
const dayAt = (scan: Scan, at: number) =>
  relativeDay(scan, isWord(scan, at, 'هذا') && isWord(scan, at + 1, 'اليوم') ? at + 1 : at) ??
  dayDate(scan, at) ??
  weekdayDate(scan, at)

const after = (scan: Scan, at: number) => dayAt(scan, past(scan, at, 'من'))

const time = (rest: Omit<Extract<Expression, { is: 'time' }>, 'is'>): Expression => ({
  is: 'time',
  ...rest,
})

const end = (of: Expression): Expression => ({ is: 'modified', mod: 'END', of })
const start = (of: Expression): Expression => ({ is: 'modified', mod: 'START', of })

/** مساء الثلاثاء، فجر اليوم الخميس، بعد ظهر الأربعاء، ليل السبت - الأحد. */
export function partOfDay(scan: Scan, at: number): Part<Expression> | undefined {
  const token = tokenAt(scan, at)
  const noon = isWord(scan, at, 'بعد', 'قبل') && isWord(scan, at + 1, 'ظهر', 'الظهر') ? at + 1 : at
  const part: DayPart | undefined =
    noon > at ? (token.key === 'بعد' ? 'AF' : 'MO') : token.sense?.dayPart
  if (!part) return undefined
  const day = after(scan, noon + 1)
  if (!day) return undefined
  if (part !== 'NI' || day.value.is !== 'weekday') {
    const zone = zoneAt(scan, day.next)
    return {
      value: time({ part, of: day.value, ...(zone ? { zone: zone.value } : {}) }),
      next: zone?.next ?? day.next,
    }
  }
  // The night of two days belongs to the first.
  const second = isMark(scan, day.next, '-–/') ? day.next + 1 : day.next
  const to = bareSense(scan, second)?.weekday
  const both = to === (day.value.weekday % 7) + 1
  return { value: time({ part, of: day.value }), next: both ? second + 1 : day.next }
}

const today: Expression = { is: 'period', shift: { unit: 'D', by: 0, base: 'anchor' } }
const day = (by: number): Expression => ({ is: 'period', shift: { unit: 'D', by, base: 'anchor' } })

/** الليلة، الليلة الماضية، هذا المساء، منتصف ليل الجمعة، منتصف النهار. */
export function namedTime(scan: Scan, at: number): Part<Expression> | undefined {
  const token = tokenAt(scan, at)
  if (token.key === 'الليله') {
    if (isWord(scan, at + 1, 'قبل') && isWord(scan, at + 2, 'الماضيه'))
      return { value: time({ part: 'NI', of: day(-2) }), next: at + 3 }
    const direction = bareSense(scan, at + 1)?.direction
    if (direction === 'last') return { value: time({ part: 'NI', of: day(-1) }), next: at + 2 }
    if (direction === 'next') return { value: time({ part: 'NI', of: day(1) }), next: at + 2 }
    if (direction === 'following' || direction === 'preceding') {
      const by = direction === 'following' ? 1 : -1
      const of: Expression = { is: 'period', shift: { unit: 'D', by, base: 'previous' } }
      return { value: time({ part: 'NI', of }), next: at + 2 }
    }
    if (direction && direction !== 'this') return undefined
    return { value: time({ part: 'NI', of: today }), next: at + 1 + (direction ? 1 : 0) }
  }
  if (isWord(scan, at, 'هذا', 'هذه')) {
    const part = bareSense(scan, at + 1)?.dayPart
    return part && tokenAt(scan, at + 1).key.startsWith('ال')
      ? { value: time({ part, of: today }), next: at + 2 }
      : undefined
  }
  const since = token.sense?.dayPart
  if (
    since &&
    token.key.startsWith('ال') &&
    token.key !== 'العصر' &&
    isWord(scan, at - 1, 'منذ') &&
    (isWord(scan, at + 1, 'الباكر') || !isArticled(scan, at + 1))
  )
    return { value: time({ part: since, of: today }), next: past(scan, at + 1, 'الباكر') }
  if (token.key !== 'منتصف') return undefined
  if (isWord(scan, at + 1, 'الليله')) {
    const way = bareSense(scan, at + 2)?.direction
    const off = way === 'last' ? -1 : way === 'next' ? 1 : 0
    return {
      value: time({ clock: { hour: 24, minute: 0 }, of: day(off) }),
      next: at + (off === 0 ? 2 : 3),
    }
  }
  if (isWord(scan, at + 1, 'النهار'))
    return { value: time({ clock: { hour: 12, minute: 0 } }), next: at + 2 }
  if (!isWord(scan, at + 1, 'ليل', 'الليل', 'ليله')) return undefined
  const of = after(scan, at + 2)
  const clock = { hour: 24, minute: 0 }
  if (!of)
    return isWord(scan, at + 1, 'الليل') ? { value: time({ clock }), next: at + 2 } : undefined
  const second = isMark(scan, of.next, '-–/') ? of.next + 1 : of.next
  const both =
    of.value.is === 'weekday' && bareSense(scan, second)?.weekday === (of.value.weekday % 7) + 1
  return { value: time({ clock, of: of.value }), next: both ? second + 1 : of.next }
}

const firstHours = ['الاولي', 'المبكره', 'الباكره']
const lateHours = ['الاخيره', 'المتاخره']

/** الساعات الأولى من فجر الأحد، ساعات الصباح الأولى، ساعات متأخرة من الليل: the first or last of a part of the day. */
export function hoursOf(scan: Scan, at: number): Part<Expression> | undefined {
  const definite = isWord(scan, at, 'الساعات')
  const named = isWord(scan, at, 'ساعات') ? bareSense(scan, at + 1)?.dayPart : undefined
  const word = definite ? at + 1 : named ? at + 2 : undefined
  if (word === undefined) return undefined
  const wrap = isOneOf(scan, word, firstHours)
    ? start
    : isOneOf(scan, word, lateHours)
      ? end
      : undefined
  if (!wrap) return undefined
  if (named) {
    const of = isWord(scan, word + 1, 'من') ? dayAt(scan, word + 2) : undefined
    return {
      value: wrap(time({ part: named, of: of?.value ?? today })),
      next: of?.next ?? word + 1,
    }
  }
  if (!isWord(scan, word + 1, 'من')) return undefined
  const inner = partOfDay(scan, word + 2)
  if (inner) return { value: wrap(inner.value), next: inner.next }
  const part = bareSense(scan, word + 2)?.dayPart
  if (part && tokenAt(scan, word + 2).key.startsWith('ال'))
    return { value: wrap(time({ part, of: today })), next: word + 3 }
  const of = dayAt(scan, word + 2)
  return of && { value: wrap(time({ unknown: true, of: of.value })), next: of.next }
}

/** في وقت سابق من الشهر الجاري، في وقت مبكر من العام المقبل: a time in a longer stretch is known no better. */
function looseStretch(scan: Scan, at: number): Part<Expression> | undefined {
  const from = past(scan, at, 'من')
  const period = relativePeriod(scan, from)
  if (period) return period
  const year = yearPhrase(scan, from)
  if (year) return { value: { is: 'year', year: year.value }, next: year.next }
  const month = monthTail(scan, from)
  return month && (month.value.year || month.value.direction)
    ? { value: { is: 'month', ...month.value }, next: month.next }
    : undefined
}

/** في وقت لاحق اليوم، في ساعة متأخرة من ليل الاثنين، في وقت مبكر من صباح الأحد. */
export function looseTime(scan: Scan, at: number): Part<Expression> | undefined {
  const from = past(scan, at, 'في')
  if (isWord(scan, from, 'وقت') && isWord(scan, from + 1, 'لاحق', 'سابق')) {
    const inner = past(scan, from + 2, 'من')
    const part = partOfDay(scan, inner)
    if (part) return part
    const of = dayAt(scan, inner)
    if (of) return { value: time({ unknown: true, of: of.value }), next: of.next }
    return from > at ? looseStretch(scan, from + 2) : undefined
  }
  const late = ['متاخر', 'متاخره']
  const early = ['مبكر', 'مبكره']
  const many = isWord(scan, from, 'ساعات')
  if (!isWord(scan, from, 'ساعه', 'وقت') && !many) return undefined
  const timed = isOneOf(scan, from + 1, late) || isOneOf(scan, from + 1, early)
  if (!timed) return undefined
  const wrap = isOneOf(scan, from + 1, late) ? end : start
  if (!isWord(scan, from + 2, 'من')) {
    // في وقت متأخر أمس
    const day = relativeDay(scan, from + 2)
    return day && { value: wrap(time({ unknown: true, of: day.value })), next: day.next }
  }
  const inner = partOfDay(scan, from + 3) ?? dayAt(scan, from + 3)
  if (inner) {
    const value = inner.value.is === 'time' ? inner.value : time({ unknown: true, of: inner.value })
    return { value: wrap(value), next: inner.next }
  }
  const part = bareSense(scan, from + 3)?.dayPart
  if (part && tokenAt(scan, from + 3).key.startsWith('ال'))
    return { value: wrap(time({ part, of: today })), next: from + 4 }
  const stretch = isWord(scan, from, 'وقت') ? looseStretch(scan, from + 3) : undefined
  return stretch && { value: wrap(stretch.value), next: stretch.next }
}

type Tail = { readonly part?: DayPart; readonly of?: Expression; readonly zone?: string }

/** What stands after an hour: صباحا، من مساء الثلاثاء، الأحد، بتوقيت بغداد. */
function tailOf(scan: Scan, at: number): Part<Tail> {
  let next = at
  let tail: Tail = {}
  const zoneFirst = zoneAt(scan, next)
  if (zoneFirst) {
    tail = { ...tail, zone: zoneFirst.value }
    next = zoneFirst.next
  }
  const inner = partOfDay(scan, past(scan, next, 'من', 'في'))
  if (inner?.value.is === 'time') {
    const { part, of } = inner.value
    tail = { ...tail, ...(part ? { part } : {}), ...(of ? { of } : {}) }
    next = inner.next
  } else {
    const part = clockPart(scan, next) ?? clockPart(scan, past(scan, next, 'من'))
    const article = part ? undefined : definitePart(scan, next)
    const read = part ?? article
    if (read) {
      tail = { ...tail, part: read.value }
      next = read.next
    }
    const of = isMark(scan, next, '،') ? undefined : after(scan, next)
    if (of && !(of.value.is === 'weekday' && isWord(scan, next, 'من'))) {
      tail = { ...tail, of: of.value }
      next = of.next
    } else if (of) {
      tail = { ...tail, of: of.value }
      next = of.next
    }
  }
  const zone = tail.zone ? undefined : zoneAt(scan, next)
  return zone ? { value: { ...tail, zone: zone.value }, next: zone.next } : { value: tail, next }
}

/** من الصباح، من مساء: a part of the day with its article. */
function definitePart(scan: Scan, at: number): Part<DayPart> | undefined {
  if (!isWord(scan, at, 'من', 'في')) return undefined
  const part = bareSense(scan, at + 1)?.dayPart
  return part && tokenAt(scan, at + 1).key.startsWith('ال')
    ? { value: part, next: at + 2 }
    : undefined
}

const clocked = (clock: Clock, { part, of, zone }: Tail): Expression =>
  time({ clock: onDay(clock, part), ...(of ? { of } : {}), ...(zone ? { zone } : {}) })

/** الساعة 10:30 صباحا، الساعة الثالثة والنصف فجرا، في السابعة مساء، 21:00 بتوقيت غرينتش، 9 مساء. */
export function clockTime(scan: Scan, at: number): Part<Expression> | undefined {
  const token = tokenAt(scan, at)
  if (token.key === 'الساعه') {
    const approx = past(scan, at + 1, 'نحو', 'حوالي', 'ال')
    const clock = digitalClock(scan, approx) ?? spokenClock(scan, approx) ?? military(scan, approx)
    if (!clock) return undefined
    const tail = tailOf(scan, clock.next)
    return { value: clocked(clock.value, tail.value), next: tail.next }
  }
  // Without its noun an hour needs its part of the day, and takes its في along.
  const from = past(scan, at, 'في')
  const article = past(scan, from, 'ال')
  const clock = digitalClock(scan, article) ?? spokenClock(scan, from) ?? spokenClock(scan, article)
  if (!clock) return undefined
  const spoken = digitalClock(scan, article) === undefined
  if (from > at && !tokenAt(scan, from).key.startsWith('ال')) return undefined
  const part = clockPart(scan, clock.next)
  const ordinalHour = tokenAt(scan, from).sense?.ordinal !== undefined
  const zoned = spoken && !ordinalHour ? undefined : zoneAt(scan, clock.next)
  if (!part && !zoned) {
    const inner = isWord(scan, clock.next, 'من') ? partOfDay(scan, clock.next + 1) : undefined
    if (!inner) return undefined
  }
  if (part && isWord(scan, clock.next, 'م', 'ص') && spoken) return undefined
  const tail = tailOf(scan, clock.next)
  return { value: clocked(clock.value, tail.value), next: tail.next }
}

/** 1500 بتوقيت غرينتش. */
function military(scan: Scan, at: number): Part<Clock> | undefined {
  const { kind, key } = tokenAt(scan, at)
  if (kind !== 'number' || key.length !== 4 || !zoneAt(scan, at + 1)) return undefined
  const value = { hour: Number(key.slice(0, 2)), minute: Number(key.slice(2)) }
  return value.hour <= 24 && value.minute <= 59 ? { value, next: at + 1 } : undefined
}

/** A day with the part of the day after it: غدا صباحا، يوم الجمعة ليلا، أمس مساء. */
export function withPart(
  scan: Scan,
  day: Part<Expression> | undefined,
): Part<Expression> | undefined {
  if (!day) return undefined
  const part = bareSense(scan, day.next)?.dayPartAdverb
  // A part that opens its own day is not this day's: أمس مساء الخميس.
  if (!part || partOfDay(scan, day.next)) return day
  return { value: time({ part, of: day.value }), next: day.next + 1 }
}
