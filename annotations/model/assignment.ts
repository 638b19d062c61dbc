import { z } from 'zod'
import { documentId } from './annotation-set.ts'
import { annotator } from './annotator.ts'

/** Also the name of a file. */
export const assignmentId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/)

/**
 * Who is to annotate what, given out at one time: everybody the same few documents to find out how far they agree
 * (`calibration`), or each document to so many (`overlap`).
 */
export const assignment = z.strictObject({
  id: assignmentId,
  kind: z.enum(['work', 'calibration']),
  created: z.iso.datetime(),
  by: annotator.optional(),
  annotators: z.array(annotator).min(1),
  overlap: z.int().positive(),
  seed: z.int(),
  /** Nobody sees what others made of a document before handing in their own. */
  blind: z.boolean(),
  /** By document. */
  documents: z.record(documentId, z.array(annotator).min(1)),
  /** It holds no more since then. */
  closed: z.iso.datetime().optional(),
})
export type Assignment = z.infer<typeof assignment>
