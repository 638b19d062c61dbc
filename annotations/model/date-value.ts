import { z } from 'zod'
import { calendars, dateModifiers, dateTypes, timexValue } from '../dates/timex.ts'

/** Whether a rule of `annotations/dates/` gave the value, or a person. */
export const deciders = ['rule', 'person'] as const

/**
 * What a date in the news means. A date in the news is not an instant: no time zone is assumed, nothing is rounded. The
 * last three say how the value came about; files from before they were kept lack them.
 */
export const dateValue = z.strictObject({
  type: z.enum(dateTypes),
  value: z.string().regex(timexValue, 'not a TIMEX3 value'),
  mod: z.enum(dateModifiers).optional(),
  edtf: z.string().min(1).optional(),
  calendar: z.enum(calendars),
  /** The day it was counted from. */
  anchor: z.iso.date().optional(),
  /** An id of `annotations/dates/rules.ts`; one that a newer Isnad knows is kept. */
  rule: z.string().min(1).optional(),
  decided: z.enum(deciders).optional(),
})

export type DateValue = z.infer<typeof dateValue>
