import type { DateValue } from '../model/date-value.ts'
import { dayRange, durationDays } from './day-range.ts'

export const sameDate = (a: DateValue, b: DateValue): boolean =>
  a.type === b.type && a.value === b.value && a.mod === b.mod

/** In how many days nearness falls to one half. */
const halfLife = 30

function rangeLikeness(one: string, two: string): number {
  const [a, b] = [dayRange(one), dayRange(two)]
  if (!a || !b) return 0
  const both = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
  const either = a.end - a.start + b.end - b.start - both
  const apart = Math.abs(a.start + a.end - b.start - b.end) / 2
  return both / either / 2 + 1 / (1 + apart / halfLife) / 2
}

/** How like the values are, without their modifiers. */
function valueLikeness(a: DateValue, b: DateValue): number {
  const points = ['DATE', 'TIME']
  if (a.value === b.value && a.type === b.type) return 1
  if (points.includes(a.type) && points.includes(b.type)) {
    const likeness = rangeLikeness(a.value, b.value)
    // The same day at another time of day, or none said, is nearly the same.
    return a.value === b.value ? 1 : Math.min(likeness, 0.95)
  }
  if (a.type !== b.type) return 0
  const [one, two] = [durationDays(a.value), durationDays(b.value)]
  return one && two ? Math.min(one, two) / Math.max(one, two) : 0
}

/**
 * How like two date values are, 0 to 1. Half is precision: the days both cover, of those either does, so that a month
 * for one of its days has little. Half is distance: 1 / (1 + days between the middles / 30). Durations are the shorter
 * by the longer. Another modifier (before, end of) takes a tenth. Defined here and in docs/agreement.md.
 */
export function dateLikeness(a: DateValue, b: DateValue): number {
  return valueLikeness(a, b) * (a.mod === b.mod ? 1 : 0.9)
}
