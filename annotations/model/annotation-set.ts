import { z } from 'zod'
import { annotation } from './annotation.ts'
import { annotator } from './annotator.ts'
import { decision } from './decision.ts'
import { relation } from './relation.ts'

/** The first sixteen hexadecimal digits of the text's SHA-256: the same article is the same document everywhere. */
export const documentId = z.string().regex(/^[0-9a-f]{16}$/, 'sixteen hexadecimal digits')
export const textDigest = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/, 'sha256: and 64 hexadecimal digits')

export const setStatuses = ['in-progress', 'submitted', 'changes-requested', 'approved'] as const
export const setStatus = z.enum(setStatuses)
export type SetStatus = z.infer<typeof setStatus>

/** One annotator's annotations and relations on one document, sorted by place. Revision 0 was never saved. */
export const annotationSet = z.strictObject({
  documentId,
  textDigest,
  annotator,
  status: setStatus,
  /** Who gave it that status, and when (ISO 8601, UTC). */
  statusBy: annotator.optional(),
  statusAt: z.iso.datetime().optional(),
  /** The version of the guideline it was made under (`guideline-version.ts`). */
  guideline: z.string().min(1).optional(),
  revision: z.int().nonnegative(),
  /** When it was saved last (ISO 8601, UTC); absent before the first save. */
  updated: z.iso.datetime().optional(),
  annotations: z.array(annotation),
  relations: z.array(relation),
  /** Of the gold set: what came of which difference, who decided it and why; by id. */
  decisions: z.array(decision).optional(),
  /** What another copy of the set said of an annotation that is in it, until somebody decides; no part of the data. */
  alternatives: z.array(annotation).optional(),
})
export type AnnotationSet = z.infer<typeof annotationSet>

export function emptySet(documentId: string, textDigest: string, annotator: string): AnnotationSet {
  return {
    documentId,
    textDigest,
    annotator,
    status: 'in-progress',
    revision: 0,
    annotations: [],
    relations: [],
  }
}
