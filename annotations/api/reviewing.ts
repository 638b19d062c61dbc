import { z } from 'zod'
import { documentId } from '../model/annotation-set.ts'
import { annotator } from '../model/annotator.ts'
import { differenceKinds } from '../review/comparison.ts'
import { likenesses } from '../review/likeness.ts'
import { strategies } from '../review/strategies.ts'
import { path } from './path.ts'

/** Why somebody's set could not be compared, or not wholly. */
export const reviewNoteKinds = ['other-text', 'unreadable', 'lost'] as const
export const reviewNote = z.strictObject({
  kind: z.enum(reviewNoteKinds),
  annotator: z.string(),
  /** Annotations whose words are not in the text. */
  count: z.int().optional(),
  /** The code of the failure. */
  detail: z.string().optional(),
})
export type ReviewNote = z.infer<typeof reviewNote>
export const reviewNotes = z.array(reviewNote)

const count = z.int().nonnegative()
export const tally = z.strictObject({
  agreed: count,
  differences: count,
  open: count,
  changed: count,
  kinds: z.record(z.enum(differenceKinds), count),
  alike: z.record(z.enum(likenesses), count),
})

export const reviewTally = z.strictObject({
  documentId,
  annotators: z.array(annotator),
  tally,
  notes: z.array(reviewNote).optional(),
})
export type ReviewTally = z.infer<typeof reviewTally>

export const adjudicateInput = {
  project: path,
  /** All but gold if nobody is named. */
  annotators: z.array(annotator).min(1).optional(),
  strategy: z.enum(strategies).default('agreed'),
  /** Who asks for it. */
  by: annotator.optional(),
}

export const adjudicationReport = z.strictObject({
  strategy: z.enum(strategies),
  annotators: z.array(z.string()),
  /** Documents with two sets or more, and how many of their gold sets became another by this. */
  documents: count,
  changed: count,
  /** With one set alone: nothing to compare. */
  single: count,
  /** In the gold sets now. */
  annotations: count,
  relations: count,
  differences: count,
  open: count,
  kinds: z.record(z.enum(differenceKinds), count),
  rejected: z.array(
    z.strictObject({
      documentId,
      title: z.string(),
      annotator: z.string().optional(),
      failure: z.looseObject({ code: z.string(), params: z.looseObject({}) }),
    }),
  ),
  cancelled: z.boolean(),
})
export type AdjudicationReport = z.infer<typeof adjudicationReport>
