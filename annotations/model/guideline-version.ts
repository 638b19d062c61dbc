import { z } from 'zod'
import { annotator } from './annotator.ts'
import { guideline } from './scheme.ts'

/** The first sixteen hexadecimal digits of the SHA-256 of what it says. Also the name of a file. */
export const guidelineId = z.string().regex(/^[0-9a-f]{16}$/)

/** The guideline as it was at one time, whole and for each label. Never changed: what is said later is another version. */
export const guidelineVersion = z.strictObject({
  id: guidelineId,
  published: z.iso.datetime(),
  by: annotator.optional(),
  /** What it was made from. */
  from: guidelineId.optional(),
  /** What is new in it. */
  note: z.string(),
  /** Markdown; a language may be empty. */
  text: guideline,
  /** By label. */
  labels: z.record(z.string(), guideline),
})
export type GuidelineVersion = z.infer<typeof guidelineVersion>

/** The first is the oldest; two people who published at once did so in the order of their ids. */
export const inOrderOfPublication = (versions: readonly GuidelineVersion[]): GuidelineVersion[] =>
  [...versions].sort((a, b) =>
    a.published < b.published ? -1 : a.published > b.published ? 1 : a.id < b.id ? -1 : 1,
  )
