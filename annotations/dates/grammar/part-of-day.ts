import type { Expression } from '../expression.ts'
import { bareSense, isMark, isWord, type Part, past, type Scan, tokenAt } from '../scan.ts'
import type { DayPart } from '../words/sense.ts'
import { zoneAt } from './clock.ts'
import { dayDate } from './day.ts'
import { relativeDay, weekdayDate } from './relative-day.ts'

/** A day that a time of day can belong to. */
export const dayAt = (scan: Scan, at: number): Part<Expression> | undefined =>
  relativeDay(scan, isWord(scan, at, 'هذا') && isWord(scan, at + 1, 'اليوم') ? at + 1 : at) ??
  dayDate(scan, at) ??
  weekdayDate(scan, at)

/** The same behind its من: فجر من يوم الأحد. */
export const dayOf = (scan: Scan, at: number): Part<Expression> | undefined =>
  dayAt(scan, past(scan, at, 'من'))

/** الصباح، المساء: a part of the day with its article. */
export function definitePart(scan: Scan, at: number): Part<DayPart> | undefined {
  const part = bareSense(scan, at)?.dayPart
  return part && tokenAt(scan, at).key.startsWith('ال') ? { value: part, next: at + 1 } : undefined
}

/** ليل السبت - الأحد: a night of two days belongs to the first, and ends behind the second. */
export function nightEnd(scan: Scan, { value, next }: Part<Expression>): number {
  if (value.is !== 'weekday') return next
  const second = isMark(scan, next, '-–/') ? next + 1 : next
  return bareSense(scan, second)?.weekday === (value.weekday % 7) + 1 ? second + 1 : next
}

/** مساء الثلاثاء، فجر اليوم الخميس، بعد ظهر الأربعاء، ليل السبت - الأحد. */
export function partOfDay(scan: Scan, at: number): Part<Expression> | undefined {
  const token = tokenAt(scan, at)
  const noon = isWord(scan, at, 'بعد', 'قبل') && isWord(scan, at + 1, 'ظهر', 'الظهر') ? at + 1 : at
  const part: DayPart | undefined =
    noon > at ? (token.key === 'بعد' ? 'AF' : 'MO') : token.sense?.dayPart
  if (!part) return undefined
  const day = dayOf(scan, noon + 1)
  if (!day) return undefined
  if (part === 'NI' && day.value.is === 'weekday')
    return { value: { is: 'time', part, of: day.value }, next: nightEnd(scan, day) }
  const zone = zoneAt(scan, day.next)
  return {
    value: { is: 'time', part, of: day.value, ...(zone ? { zone: zone.value } : {}) },
    next: zone?.next ?? day.next,
  }
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
  return { value: { is: 'time', part, of: day.value }, next: day.next + 1 }
}
