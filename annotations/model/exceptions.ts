import { z } from 'zod'
import { annotator } from './annotator.ts'

/** Words that one annotator has said name nobody here. */
export const exceptions = z.strictObject({
  annotator,
  strings: z.array(z.strictObject({ text: z.string().min(1), at: z.iso.datetime() })),
})
export type Exceptions = z.infer<typeof exceptions>
