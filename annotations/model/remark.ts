import { z } from 'zod'
import { elementId } from './annotation.ts'
import { documentId } from './annotation-set.ts'
import { annotator } from './annotator.ts'
import { change } from './change.ts'
import { span } from './span.ts'

/** What a remark is about: an annotation of somebody's set, a passage, or (neither) the document. */
const remarkTarget = z.strictObject({
  annotator: annotator.optional(),
  annotation: elementId.optional(),
  span: span.optional(),
})
export type RemarkTarget = z.infer<typeof remarkTarget>

const said = { id: elementId, at: z.iso.datetime() }
const words = z.string().trim().min(1).max(20_000)

/** What a judgement of a set is about: the set as it was handed in, by when that was and the revision it had. */
const judged = z.strictObject({
  annotator,
  revision: z.int().nonnegative(),
  statusAt: z.iso.datetime().optional(),
})

/**
 * One thing that somebody said about a document, once and for all: what is said later is another one. So that what two
 * copies of a project hold is simply all of it.
 */
export const remark = z.discriminatedUnion('kind', [
  /** Begins a thread, or goes on in one. */
  z.strictObject({
    kind: z.literal('comment'),
    ...said,
    thread: elementId.optional(),
    on: remarkTarget.optional(),
    text: words,
  }),
  z.strictObject({ kind: z.literal('resolve'), ...said, thread: elementId }),
  z.strictObject({ kind: z.literal('reopen'), ...said, thread: elementId }),
  /** Its author takes back a comment or a suggestion. */
  z.strictObject({ kind: z.literal('withdraw'), ...said, of: elementId }),
  /** A correction for the annotator to take or leave; begins a thread. `inverse` tells what was there. */
  z.strictObject({
    kind: z.literal('suggestion'),
    ...said,
    on: remarkTarget,
    changes: z.array(change).min(1),
    inverse: z.array(change),
    text: z.string().max(20_000).optional(),
  }),
  z.strictObject({
    kind: z.literal('answer'),
    ...said,
    to: elementId,
    answer: z.enum(['taken', 'left']),
  }),
  /** One annotation of a set that was handed in was looked at and is right, as it was (`text`: its canonical text). */
  z.strictObject({ kind: z.literal('seen'), ...said, on: remarkTarget, text: z.string() }),
  z.strictObject({
    kind: z.literal('verdict'),
    ...said,
    set: judged,
    verdict: z.enum(['approved', 'changes-requested']),
    text: z.string().max(20_000).optional(),
  }),
])
export type Remark = z.infer<typeof remark>
export type RemarkOf<K extends Remark['kind']> = Extract<Remark, { kind: K }>

/** All that one person said about one document, oldest first, and which remarks of others they have read. */
export const remarks = z.strictObject({
  documentId,
  author: annotator,
  remarks: z.array(remark),
  read: z.array(elementId),
})
export type Remarks = z.infer<typeof remarks>

export const noRemarks = (documentId: string, author: string): Remarks => ({
  documentId,
  author,
  remarks: [],
  read: [],
})

export const byTime = (a: { at: string; id: string }, b: { at: string; id: string }) =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0
