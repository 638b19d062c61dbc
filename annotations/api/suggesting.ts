import { z } from 'zod'
import { documentId } from '../model/annotation-set.ts'
import { annotator } from '../model/annotator.ts'
import { suggestionKinds } from '../suggest/suggestion-kinds.ts'
import { job, method, project } from './method.ts'
import { path } from './path.ts'

export const suggestInput = {
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
  rejected: z.array(z.strictObject({ id: z.string(), title: z.string(), failure: z.unknown() })),
  cancelled: z.boolean(),
})
export type SuggestReport = z.infer<typeof suggestReport>

/** A label and places: `actor 10-25`. */
const suggestionKeyText = z.string().regex(/^[a-z][a-z0-9-]* \d+-\d+(?: \d+-\d+)*$/)
export const rejectedKeys = z.strictObject({ rejected: z.array(suggestionKeyText) })
export const rejectInput = {
  add: z.array(suggestionKeyText).default([]),
  remove: z.array(suggestionKeyText).default([]),
}

/** Suggestions by rule, and those that are never made again. */
export const suggestMethods = {
  /** Suggestions by rule, written to a named annotator beside what is there; what is there already stays as it is. */
  'suggest.run': method(z.strictObject({ ...suggestInput, job }), suggestReport),
  /** Suggestions on a document that an annotator has rejected, by label and place. They are never made again. */
  'suggest.rejected': method(z.strictObject({ project, documentId, annotator }), rejectedKeys),
  /** Reject more, or let some be suggested again; the answer is all of them. */
  'suggest.reject': method(
    z.strictObject({ project, documentId, annotator, ...rejectInput }),
    rejectedKeys,
  ),
} as const
