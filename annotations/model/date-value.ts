import { z } from 'zod'

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

export const dateTypes = ['DATE', 'TIME', 'DURATION', 'SET'] as const

/** Calendars by their CLDR names; the value itself is always Gregorian ISO, as TIMEX3 has it. */
export const calendars = ['gregorian', 'islamic-umalqura', 'persian'] as const

/**
 * The forms of TIMEX3 `@value` that Isnad writes: 2024-09-23, 2024-09, 2024, 202, 20, 2024-W38, 2024-Q3, 2024-H1,
 * 2024-SU, times (2024-09-23T18:30, 2024-09-22TEV), durations (P2D, PT3H, PXM), PAST_REF, PRESENT_REF, FUTURE_REF,
 * with X for what is unknown.
 */
export const timexValue =
  /^(?:(?:PAST|PRESENT|FUTURE)_REF|P(?:\d+|X)(?:Y|M|W|D|DE|CE|Q)(?:(?:\d+|X)(?:M|W|D))*|PT(?:\d+|X)(?:H|M|S)(?:(?:\d+|X)[MS])*|[\dX]{2,4}(?:-(?:[\dX]{2}(?:-[\dX]{2})?|W[\dX]{2}(?:-(?:WE|[\dX]))?|Q[1-4X]|H[12X]|SP|SU|FA|WI))?(?:T(?:[\dX]{2}(?::[\dX]{2}(?::[\dX]{2})?)?(?:Z|[+-]\d{2}:\d{2})?|MO|MI|AF|EV|NI|DT))?)$/

/** What a date in the news means. A date in the news is not an instant: no time zone is assumed, nothing is rounded. */
export const dateValue = z.strictObject({
  type: z.enum(dateTypes),
  value: z.string().regex(timexValue, 'not a TIMEX3 value'),
  mod: z.enum(dateModifiers).optional(),
  edtf: z.string().min(1).optional(),
  calendar: z.enum(calendars),
})

export type DateValue = z.infer<typeof dateValue>
