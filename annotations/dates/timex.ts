/** TIMEX3 modifiers (TimeML 1.2.1, `@mod`). */
export const dateModifiers = [
  'BEFORE',
  'AFTER',
  'ON_OR_BEFORE',
  'ON_OR_AFTER',
  'LESS_THAN',
  'MORE_THAN',
  'EQUAL_OR_LESS',
  'EQUAL_OR_MORE',
  'START',
  'MID',
  'END',
  'APPROX',
] as const
export type DateModifier = (typeof dateModifiers)[number]

export const dateTypes = ['DATE', 'TIME', 'DURATION', 'SET'] as const
export type DateType = (typeof dateTypes)[number]

/** Calendars by their CLDR names; the value itself is always Gregorian ISO, as TIMEX3 has it. */
export const calendars = ['gregorian', 'islamic-umalqura', 'persian'] as const
export type Calendar = (typeof calendars)[number]

/** How much of a date is known: the smallest unit its value names. */
const precisions = [
  'time',
  'day',
  'week',
  'month',
  'season',
  'year',
  'decade',
  'century',
  'unknown',
] as const
export type Precision = (typeof precisions)[number]

const unknownOr = (digits: number) => `[\\dX]{${digits}}`
const monthDay = `${unknownOr(2)}(?:-${unknownOr(2)})?`
const partOfYear = `(?:${monthDay}|W${unknownOr(2)}(?:-(?:WE|[\\dX]))?|Q[1-4X]|H[12X]|SP|SU|FA|WI)`
const clock = `${unknownOr(2)}(?::${unknownOr(2)}(?::${unknownOr(2)})?)?(?:Z|[+-]\\d{2}:\\d{2})?`
const point = `(?:BC\\d{2,4}|[\\dX]{2,4}(?:-${partOfYear})?(?:T(?:${clock}|MO|MI|AF|EV|NI|DT))?)`
const amount = '(?:\\d+|X)'
const duration = `P(?:${amount}(?:DE|CE|Y|M|W|D|Q))*(?:T(?:${amount}(?:H|M|S))+)?`

/**
 * The forms of TIMEX3 `@value` that Isnad writes: 2024-09-23, 2024-09, 2024, 202, 20, 2024-W38, 2024-Q3, 2024-H1,
 * 2024-SU, BC1200, times (2024-09-23T18:30, 2024-09-22TEV), durations (P2D, PT3H, PXM, P1DE), PAST_REF, PRESENT_REF,
 * FUTURE_REF, with X for what is unknown. An interval is two points with a slash between (ISO 8601), which TIMEX3 lacks.
 */
export const timexValue = new RegExp(
  `^(?:(?:PAST|PRESENT|FUTURE)_REF|(?=P.*[\\dX])${duration}|${point}(?:/${point})?)$`,
)
