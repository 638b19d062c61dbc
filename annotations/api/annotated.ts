import { z } from 'zod'
import { plainMapping } from '../formats/exchange/labels.ts'
import { formatIds } from '../formats/format-ids.ts'
import { documentId } from '../model/annotation-set.ts'
import { annotator } from '../model/annotator.ts'
import { failureData } from './failure-data.ts'
import { job, method, nothing } from './method.ts'
import { path } from './path.ts'

/** What a foreign label or relation type becomes: one of the scheme's, a new one (`add`), or nothing (`skip`). */
const labelTarget = z.union([z.strictObject({ label: z.string().min(1) }), z.enum(['add', 'skip'])])

const labelMapping = z.strictObject({
  labels: z.record(z.string(), labelTarget).default({}),
  relations: z.record(z.string(), labelTarget).default({}),
  /** Labels that nothing is said of and that the scheme does not know. */
  unknown: z.enum(['add', 'refuse']).default('add'),
})

const paths = z.array(path).min(1)

/** Files with annotations in them, as import asks for them. */
const annotatedInput = {
  project: path,
  paths,
  format: z.enum(formatIds),
  encoding: z.string().min(1).default('auto'),
  mapping: labelMapping.default(plainMapping),
  /** A file that says the same as `mapping`, and is taken instead of it. */
  mapFile: path.optional(),
  /** Whose the annotations become; without a name, whose the files say they are. */
  annotator: annotator.optional(),
}

/** One thing that was left out or repaired: where, and why. */
export const annotatedProblem = z.strictObject({
  file: z.string(),
  line: z.int().positive().optional(),
  kind: z.string(),
  element: z.string().optional(),
  detail: z.string().optional(),
  /** `rejected`: a whole record; `left-out`: one annotation or relation; `repaired`: it is in, not as it was. */
  what: z.enum(['rejected', 'left-out', 'repaired']),
  /** Where the file or a set on the disk could not be read or written: the failure, which has words of its own. */
  failure: failureData.optional(),
})
export type AnnotatedProblem = z.infer<typeof annotatedProblem>

/** A foreign name, how often it is used, and what it becomes; nothing where it is refused. */
const usedName = z.strictObject({
  name: z.string(),
  count: z.int(),
  becomes: z.string().optional(),
  isNew: z.boolean(),
})

export const annotatedPreview = z.strictObject({
  records: z.array(
    z.strictObject({
      file: z.string(),
      line: z.int().positive().optional(),
      title: z.string(),
      beginning: z.string(),
      annotators: z.array(z.string()),
      annotations: z.array(
        z.strictObject({ label: z.string(), quote: z.string(), start: z.int(), end: z.int() }),
      ),
      /** Annotations beyond those listed. */
      more: z.int(),
      /** The document of the project that it is. */
      documentId: documentId.optional(),
      offsets: z.enum(['utf-16', 'code points']),
    }),
  ),
  labels: z.array(usedName),
  relations: z.array(usedName),
  problems: z.array(annotatedProblem),
  /** Records read; a long file is not read to its end for a preview. */
  read: z.int(),
  whole: z.boolean(),
})
export type AnnotatedPreview = z.infer<typeof annotatedPreview>

export const annotatedReport = z.strictObject({
  format: z.enum(formatIds),
  /** Records read, and of them those that were refused. */
  records: z.int(),
  rejected: z.int(),
  documents: z.strictObject({ added: z.int(), known: z.int() }),
  sets: z.int(),
  annotations: z.int(),
  relations: z.int(),
  annotators: z.array(z.string()),
  /** Ids of what was added to the scheme. */
  added: z.strictObject({ labels: z.array(z.string()), relations: z.array(z.string()) }),
  /** The first of them; how many there are in all. */
  problems: z.array(annotatedProblem),
  problemCount: z.int(),
  cancelled: z.boolean(),
})
export type AnnotatedReport = z.infer<typeof annotatedReport>

const formatList = z.strictObject({
  formats: z.array(
    z.strictObject({
      id: z.enum(formatIds),
      name: z.string(),
      extension: z.string(),
      layout: z.enum(['file', 'folder']),
      units: z.array(z.enum(['utf-16', 'code points'])),
      reads: z.boolean(),
      writes: z.boolean(),
    }),
  ),
})

/** Annotations that come in. */
export const annotatedMethods = {
  /** Every format, and what it can do. */
  'formats.list': method(nothing, formatList),
  /** The format of the annotations in files; none where they are articles. */
  'annotated.detect': method(
    z.strictObject({ paths: z.array(path).min(1) }),
    z.strictObject({ format: z.enum(formatIds).optional() }),
  ),
  'annotated.preview': method(z.strictObject({ ...annotatedInput, job }), annotatedPreview),
  'annotated.run': method(z.strictObject({ ...annotatedInput, job }), annotatedReport),
} as const
