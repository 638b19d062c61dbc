import { z } from 'zod'
import { documentId } from '../model/annotation-set.ts'
import { annotator } from '../model/annotator.ts'
import { change } from '../model/change.ts'
import { suggestionKinds } from '../suggest/suggestion-kinds.ts'
import { failureData } from './failure-data.ts'
import { job, method, project } from './method.ts'
import { path } from './path.ts'
import { documentEntry } from './views.ts'

const suggestInput = {
  project: path,
  /** Whose set the suggestions become. */
  annotator,
  kinds: z
    .array(z.enum(suggestionKinds))
    .min(1)
    .default([...suggestionKinds]),
}

export const suggestReport = z.strictObject({
  documents: z.int(),
  /** What was added; what stood there already is not counted. */
  added: z.strictObject({ actors: z.int(), dates: z.int(), claims: z.int(), relations: z.int() }),
  /** Articles that could not be read or written, each with its failure. */
  rejected: z.array(z.strictObject({ id: z.string(), title: z.string(), failure: failureData })),
  cancelled: z.boolean(),
})
export type SuggestReport = z.infer<typeof suggestReport>

/** A label and places: `actor 10-25`. */
const suggestionKeyText = z.string().regex(/^[a-z][a-z0-9-]* \d+-\d+(?: \d+-\d+)*$/)
export const rejectedKeys = z.strictObject({ rejected: z.array(suggestionKeyText) })
const rejectInput = {
  add: z.array(suggestionKeyText).default([]),
  remove: z.array(suggestionKeyText).default([]),
}

/** What suggestions are alike by: a label, and of mentions whose they are or what they say. */
const likeness = z.strictObject({
  label: z.string().min(1),
  actor: z.string().optional(),
  quote: z.string().optional(),
})

export const acrossReport = z.strictObject({
  /** Articles with such suggestions, and how many those are; of what was not asked to be accepted, too. */
  documents: z.int(),
  suggestions: z.int(),
  /** What was written, each with what takes it back. */
  edits: z.array(
    z.strictObject({
      documentId,
      revision: z.int().positive(),
      changes: z.array(change),
      inverse: z.array(change),
    }),
  ),
  entries: z.array(documentEntry),
  /** Articles that could not be read or written, each with its failure. */
  rejected: z.array(z.strictObject({ id: z.string(), title: z.string(), failure: failureData })),
  cancelled: z.boolean(),
})
export type AcrossReport = z.infer<typeof acrossReport>

/** Suggestions by rule, and those that are never made again. */
export const suggestMethods = {
  /** Suggestions by rule, written to a named annotator beside what is there; what is there already stays as it is. */
  'suggest.run': method(z.strictObject({ ...suggestInput, job }), suggestReport),
  /**
   * Suggestions that are alike in all articles but one, counted or, with `accept`, taken into an annotator's sets. Sets
   * that were handed in are left as they are.
   */
  'suggest.across': method(
    z.strictObject({
      ...{ project, annotator, job },
      like: likeness,
      except: documentId.optional(),
      accept: z.boolean(),
    }),
    acrossReport,
  ),
  /** Suggestions on a document that an annotator has rejected, by label and place. They are never made again. */
  'suggest.rejected': method(z.strictObject({ project, documentId, annotator }), rejectedKeys),
  /** Reject more, or let some be suggested again; the answer is all of them. */
  'suggest.reject': method(
    z.strictObject({ project, documentId, annotator, ...rejectInput }),
    rejectedKeys,
  ),
} as const
