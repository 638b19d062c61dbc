import { z } from 'zod'
import { annotation } from '../model/annotation.ts'
import { documentId } from '../model/annotation-set.ts'
import { annotator } from '../model/annotator.ts'
import { regionKinds } from '../model/document.ts'
import { job, method, project } from './method.ts'

/** One hit in its line. Offsets are UTF-16, into the document's text. */
export const concordanceLine = z.strictObject({
  document: documentId,
  title: z.string(),
  outlet: z.string().optional(),
  published: z.string().optional(),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  /** Of its own paragraph. */
  before: z.string(),
  hit: z.string(),
  after: z.string(),
  region: z.enum(regionKinds),
  /** Where annotations were asked for: whose, and which. */
  annotation: z.strictObject({ annotator, id: z.string(), label: z.string() }).optional(),
})
export type ConcordanceLine = z.infer<typeof concordanceLine>

export const concordanceOrders = ['document', 'before', 'after'] as const

export const concordance = z.strictObject({
  /** Hits in all. */
  total: z.int().nonnegative(),
  /** Those asked for, from `offset` on. */
  lines: z.array(concordanceLine),
  /** Documents with hits, those with most first; not all where there are very many. */
  byDocument: z.array(
    z.strictObject({ document: documentId, title: z.string(), hits: z.int().positive() }),
  ),
  documents: z.int().nonnegative(),
  /** By month or, where only that is known, year; undated last under "". */
  overTime: z.array(z.strictObject({ period: z.string(), hits: z.int().positive() })),
  /** Documents looked through. */
  searched: z.int().nonnegative(),
})
export type Concordance = z.infer<typeof concordance>

export const copyGroup = z.strictObject({
  documents: z
    .array(
      z.strictObject({
        id: documentId,
        title: z.string(),
        outlet: z.string().optional(),
        published: z.string().optional(),
      }),
    )
    .min(2),
})

/** Annotations of one copy as they would be in another. */
const carried = z.strictObject({
  annotations: z.array(annotation),
  relations: z.array(
    z.strictObject({
      id: z.string(),
      type: z.string(),
      from: z.string(),
      to: z.string(),
      order: z.int().optional(),
    }),
  ),
  left: z.array(annotation),
  /** Those that are there already, by id, and under which id. */
  known: z.record(z.string(), z.string()),
})

/** Finding words, and articles that are copies. */
export const searchMethods = {
  /** A page of the concordance of a query; the index is brought into step with the files first. */
  'search.query': method(
    z.strictObject({
      project,
      query: z.string().max(2000),
      order: z.enum(concordanceOrders).default('document'),
      offset: z.int().nonnegative().default(0),
      limit: z.int().positive().max(1000).default(100),
      job,
    }),
    concordance,
  ),
  /** Groups of documents that are copies of each other. */
  'copies.find': method(
    z.strictObject({ project, job }),
    z.strictObject({ groups: z.array(copyGroup) }),
  ),
  /** One annotator's annotations on one copy as they would be on another. */
  'copies.carry': method(
    z.strictObject({ project, from: documentId, to: documentId, annotator }),
    carried,
  ),
} as const
