import { bareSense, isMark, isWord, past, type Scan, tokenAt } from '../scan.ts'
import { joints } from '../words/time-particles.ts'
import { clockPart, onDay, spokenClock } from './clock.ts'
import { clockTime } from './clock-time.ts'
import { dayOfMonth } from './day.ts'
import { monthTail } from './month-tail.ts'
import { looseDigits, ordinal } from './number.ts'
import { weekdayDate } from './relative-day.ts'
import type { Rule } from './rule.ts'

/** Past the joint of a list or a range: و15، إلى 15، والرابع. */
function afterJoint(scan: Scan, at: number): number | undefined {
  const { prefix, key } = tokenAt(scan, at)
  if (prefix === '' && key === 'و') return at + 1
  if (prefix === 'و') return at
  if (prefix === '' && joints.includes(key)) return past(scan, at + 1, 'يوم')
  return isMark(scan, at, '،') ? at + 1 : undefined
}

const counting = ['من', 'بين', 'يومي', 'ايام', 'في', 'يوم', 'و']

/** من 13 إلى 15 يوليو، يومي 5 و6 سبتمبر: the first day, whose month the second has. */
export const elidedDay: Rule = (scan, at) => {
  const digits = looseDigits(scan, at, 2)
  const nth = digits === undefined ? ordinal(scan, at) : { value: digits, next: at + 1 }
  if (!nth || nth.value < 1 || nth.value > 31) return undefined
  const before = tokenAt(scan, at - 1)
  if (
    digits !== undefined &&
    !counting.includes(before.key) &&
    !before.sense?.weekday &&
    !isMark(scan, at - 1, '،')
  )
    return undefined
  let next = afterJoint(scan, nth.next)
  for (let steps = 0; next !== undefined && steps < 4; steps++) {
    const day = dayOfMonth(scan, next)
    if (day?.value.is === 'day' || day?.value.is === 'day-of-month')
      return { value: { ...day.value, day: nth.value }, next: nth.next }
    const more = looseDigits(scan, next, 2)
    const other = more === undefined ? ordinal(scan, next) : { value: more, next: next + 1 }
    if (!other) return undefined
    next = afterJoint(scan, other.next)
  }
  return undefined
}

/** مارس وأبريل من عام 2024: the first month has the year of the second. */
export const elidedYear: Rule = (scan, at) => {
  const first = monthTail(scan, at)
  if (!first || first.value.year || first.value.direction) return undefined
  const next = afterJoint(scan, first.next)
  const second = next === undefined ? undefined : monthTail(scan, next)
  if (!second || second.value.of.calendar !== first.value.of.calendar) return undefined
  const { year, direction } = second.value
  if (!year && !direction) return undefined
  return {
    value: {
      is: 'month',
      of: first.value.of,
      ...(year ? { year } : {}),
      ...(direction ? { direction } : {}),
    },
    next: first.next,
  }
}

/** من 10 يناير إلى 15 مارس 2023: the first day has the year of the second. */
export const elidedDayYear: Rule = (scan, at) => {
  const first = dayOfMonth(scan, at)
  if (first?.value.is !== 'day' || first.value.year || first.value.direction) return undefined
  const next = afterJoint(scan, first.next)
  const second = next === undefined ? undefined : dayOfMonth(scan, next)
  if (second?.value.is !== 'day' || second.value.of.calendar !== first.value.of.calendar)
    return undefined
  const { year, direction } = second.value
  if (!year && !direction) return undefined
  const from = { ...(year ? { year } : {}), ...(direction ? { direction } : {}) }
  return { value: { ...first.value, ...from }, next: first.next }
}

/** يومي الأربعاء والخميس المقبلين: a dual or plural adjective is said of both. */
export const elidedDirection: Rule = (scan, at) => {
  const first = weekdayDate(scan, at)
  if (first?.value.is !== 'weekday' || first.value.by !== undefined) return undefined
  const next = afterJoint(scan, first.next)
  // Its و is the joint, and no part of the day.
  const second = next === undefined ? undefined : weekdayDate({ ...scan, opening: next }, next)
  if (second?.value.is !== 'weekday' || second.value.by === undefined) return undefined
  if (!tokenAt(scan, second.next - 1).key.endsWith('ين')) return undefined
  return { value: { ...second.value, weekday: first.value.weekday }, next: first.next }
}

/** من الثامنة إلى العاشرة صباحا, بين السابعة والتاسعة مساء: the first hour has the part of the day of the second. */
export const elidedClock: Rule = (scan, at) => {
  const noun = past(scan, at, 'الساعه')
  if (bareSense(scan, noun)?.ordinal === undefined) return undefined
  if (!isWord(scan, at - 1, 'من', 'بين')) return undefined
  const hour = spokenClock(scan, noun)
  if (!hour || clockPart(scan, hour.next)) return undefined
  const next = afterJoint(scan, hour.next)
  if (next === undefined) return undefined
  const to = clockTime(scan, next)
  if (to?.value.is !== 'time' || !to.value.clock) return undefined
  const part = tokenAt(scan, to.next - 1).sense?.dayPartAdverb
  const { of, zone } = to.value
  return {
    value: {
      is: 'time',
      clock: onDay(hour.value, part),
      ...(of ? { of } : {}),
      ...(zone ? { zone } : {}),
    },
    next: hour.next,
  }
}
