import { z } from 'zod'
import { documentId, textDigest } from './annotation-set.ts'

export const regionKinds = [
  'title',
  'byline',
  'dateline',
  'body',
  'caption',
  'boilerplate',
] as const

/**
 * A stretch of a document; what no region covers is body, and a region of body is what somebody called so. UTF-16
 * offsets, half-open.
 */
export const region = z.strictObject({
  kind: z.enum(regionKinds),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  /** Marked because the line recurs in its outlet, and by nobody. */
  by: z.literal('recurrence').optional(),
})
export type Region = z.infer<typeof region>

/** Kinds shown dimmed, and left out of suggestions and search. */
export const furniture: readonly Region['kind'][] = ['caption', 'boilerplate']

/** A publication date is a day, a month or a year; the news does not print instants. */
export const publicationDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'YYYY, YYYY-MM or YYYY-MM-DD')

/**
 * A stretch with a date of its own: a second article on the page, a teaser. What is relative in it is counted from `day`,
 * and stays open where there is none. UTF-16 offsets, half-open.
 */
export const documentAnchor = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().positive(),
  day: z.iso.date().optional(),
  /** Somebody takes it for likely. */
  unsure: z.literal(true).optional(),
})
export type DocumentAnchor = z.infer<typeof documentAnchor>

/** What an analyst may edit about a document. Absent is unknown. */
export const documentMetadata = z.strictObject({
  title: z.string().min(1),
  outlet: z.string().min(1).optional(),
  author: z.string().min(1).optional(),
  url: z.string().min(1).optional(),
  published: publicationDate.optional(),
  /** The publication date is only likely: what is counted from it is, too. */
  publishedUnsure: z.literal(true).optional(),
})
export type DocumentMetadata = z.infer<typeof documentMetadata>

/** How the bytes became this text: enough to read the same file again and come out the same. */
const documentOrigin = z.strictObject({
  /** The file's name alone: paths of somebody's machine do not travel with a project. */
  file: z.string().min(1),
  kind: z.enum(['txt', 'html', 'docx', 'csv', 'jsonl', 'pasted']),
  encoding: z.string().min(1),
  bom: z.boolean(),
  lineEnds: z.enum(['lf', 'crlf', 'cr', 'mixed']),
  imported: z.iso.datetime(),
})
export type DocumentOrigin = z.infer<typeof documentOrigin>

/** What is stored beside a document's text. */
export const documentRecord = z.strictObject({
  id: documentId,
  ...documentMetadata.shape,
  textDigest,
  /** UTF-16 units of the text. */
  length: z.int().positive(),
  regions: z.array(region),
  /** Stretches dated apart from the document. Absent: none. */
  anchors: z.array(documentAnchor).optional(),
  origin: documentOrigin,
})
export type DocumentRecord = z.infer<typeof documentRecord>

/** One article: text that never changes, and what is known about it. */
export const document = z.strictObject({ ...documentRecord.shape, text: z.string().min(1) })
export type Document = z.infer<typeof document>

/** The kind of region at an offset. */
export function regionAt(regions: readonly Region[], offset: number): Region['kind'] {
  return regions.find(({ start, end }) => start <= offset && offset < end)?.kind ?? 'body'
}
