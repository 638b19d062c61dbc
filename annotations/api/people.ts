import { z } from 'zod'
import { elementId } from '../model/annotation.ts'
import { documentId } from '../model/annotation-set.ts'
import { annotator } from '../model/annotator.ts'
import { assignment } from '../model/assignment.ts'
import { guidelineVersion } from '../model/guideline-version.ts'
import { remark, remarks } from '../model/remark.ts'
import { guideline } from '../model/scheme.ts'
import { method, project } from './method.ts'
import { documentEntry } from './views.ts'

const count = z.int().nonnegative()

const toDo = z.strictObject({
  documentId,
  changes: z.strictObject({ by: z.string(), text: z.string() }).optional(),
  suggestions: count,
  open: count,
  unread: count,
  mentions: count,
})

const assignInput = {
  project,
  annotators: z.array(annotator).min(1),
  overlap: z.int().positive().default(1),
  seed: z.int().default(1),
  blind: z.boolean().default(false),
  by: annotator.optional(),
  /** Everybody the same few, this many. */
  calibration: z.int().positive().optional(),
  /** Documents that were given to somebody before are given out, too. */
  again: z.boolean().default(false),
  /** Only these; all by default. */
  documents: z.array(documentId).min(1).optional(),
  /** Only say what would come of it. */
  preview: z.boolean().default(false),
}

export const assignReport = z.strictObject({
  assignment,
  /** Documents by annotator. */
  counts: z.record(z.string(), count),
  /** Documents that somebody had been given before and that were left as they are. */
  already: count,
})
export type AssignReport = z.infer<typeof assignReport>

const input = <I extends z.ZodRawShape>(shape: I) => z.strictObject(shape)

/** Who works with whom on what, and what they say to each other. */
export const peopleMethods = {
  'remarks.read': method(
    input({ project, documentId }),
    z.strictObject({ remarks: z.array(remarks) }),
  ),
  /** Something said by `author`; when is the main side's to say. */
  'remarks.add': method(
    input({ project, author: annotator, documentId, remark }),
    z.strictObject({ remarks: z.array(remarks), entry: documentEntry }),
  ),
  'remarks.mark-read': method(
    input({ project, reader: annotator, documentId, ids: z.array(elementId).min(1) }),
    z.strictObject({ remarks: z.array(remarks) }),
  ),
  /** What awaits somebody, by document. */
  'remarks.to-do': method(input({ project, annotator }), z.strictObject({ todo: z.array(toDo) })),

  'assign.run': method(input(assignInput), assignReport),
  'assign.list': method(input({ project }), z.strictObject({ assignments: z.array(assignment) })),
  'assign.close': method(
    input({ project, id: assignment.shape.id }),
    z.strictObject({ assignments: z.array(assignment) }),
  ),

  /** Every version of the guideline, the oldest first. */
  'guidelines.list': method(
    input({ project }),
    z.strictObject({ versions: z.array(guidelineVersion) }),
  ),
  /** The labels' guidelines are taken from the scheme as it is. The same again is no new version. */
  'guidelines.publish': method(
    input({ project, by: annotator.optional(), text: guideline, note: z.string().max(2000) }),
    z.strictObject({ versions: z.array(guidelineVersion) }),
  ),
  /** Sentences of the gold set that a label is put on; those first that somebody decided, with why. */
  'guidelines.examples': method(
    input({ project, limit: z.int().positive().max(50).default(5) }),
    z.strictObject({
      examples: z.array(
        z.strictObject({
          label: z.string(),
          documentId,
          annotation: z.string(),
          title: z.string(),
          text: z.string(),
          words: z.string(),
          reason: z.string().optional(),
          by: z.string().optional(),
        }),
      ),
    }),
  ),
} as const
