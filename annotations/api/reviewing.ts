import { z } from 'zod'
import { annotationSet, documentId } from '../model/annotation-set.ts'
import { annotator } from '../model/annotator.ts'
import { document } from '../model/document.ts'
import { differenceKinds } from '../review/comparison.ts'
import { likenesses } from '../review/likeness.ts'
import { strategies } from '../review/strategies.ts'
import { failureData } from './failure-data.ts'
import { job, method, project } from './method.ts'
import { path } from './path.ts'

/** Why somebody's set could not be compared, or not wholly. */
const reviewNoteKinds = ['other-text', 'unreadable', 'lost'] as const
export const reviewNote = z.strictObject({
  kind: z.enum(reviewNoteKinds),
  annotator: z.string(),
  /** Annotations whose words are not in the text. */
  count: z.int().optional(),
  /** The code of the failure. */
  detail: z.string().optional(),
})
export type ReviewNote = z.infer<typeof reviewNote>
const reviewNotes = z.array(reviewNote)

const count = z.int().nonnegative()
const tally = z.strictObject({
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

const adjudicateInput = {
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
      failure: failureData,
    }),
  ),
  cancelled: z.boolean(),
})
export type AdjudicationReport = z.infer<typeof adjudicationReport>

/** Several annotators’ sets compared, and decided upon. */
export const reviewMethods = {
  /** Whose sets on a document are compared (all but gold if nobody is named), and what was decided of them. */
  'review.open': method(
    z.strictObject({ project, documentId, annotators: z.array(annotator).min(1).optional() }),
    z.strictObject({
      document,
      sets: z.array(annotationSet),
      gold: annotationSet.optional(),
      notes: reviewNotes,
    }),
  ),
  /** How many differences documents hold, and how many are settled; a document with one set is left out. */
  'review.tally': method(
    z.strictObject({
      project,
      documentIds: z.array(documentId).max(200),
      annotators: z.array(annotator).min(1).optional(),
    }),
    z.strictObject({ tallies: z.array(reviewTally) }),
  ),
  /** Gold sets made by rule; what a person has decided stays. */
  'review.adjudicate': method(z.strictObject({ ...adjudicateInput, job }), adjudicationReport),
  /** The project's list of reasons for decisions. */
  'review.save-reasons': method(
    z.strictObject({ project, reasons: z.array(z.string().trim().min(1).max(120)).max(50) }),
    z.strictObject({ reasons: z.array(z.string()) }),
  ),
} as const
