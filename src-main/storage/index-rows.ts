import { z } from 'zod'
import { documentEntry, type SetSummary, setSummary } from '../../annotations/api/views.ts'
import { type AnnotationSet, documentId } from '../../annotations/model/annotation-set.ts'
import type { DocumentRecord } from '../../annotations/model/document.ts'

/** A file as it was when it was indexed: size and time of change. */
const stamp = z.string()
const document = documentEntry.omit({ sets: true })

/** The rows of the corpus list as they are cached under `.isnad/`: may be deleted at any time, is made anew from the files. */
export const indexRows = z.strictObject({
  version: z.literal(1),
  documents: z.record(documentId, z.strictObject({ stamp, entry: document })),
  /** By `annotator/documentId`. */
  sets: z.record(z.string(), z.strictObject({ stamp, summary: setSummary })),
})
export type IndexRows = z.infer<typeof indexRows>

export const noRows = (): IndexRows => ({ version: 1, documents: {}, sets: {} })

export function summaryOf(set: AnnotationSet): SetSummary {
  const labels: Record<string, number> = {}
  for (const { label } of set.annotations) labels[label] = (labels[label] ?? 0) + 1
  const { status, statusBy: by, statusAt: since, revision, updated } = set
  return { status, ...(by && { by }), ...(since && { since }), revision, updated, labels }
}

export function entryOf(record: DocumentRecord, words: number): z.infer<typeof document> {
  const { id, title, outlet, author, url, published } = record
  return { id, title, outlet, author, url, published, words }
}

/** The document in a set's key. */
export const idIn = (key: string) => key.slice(key.lastIndexOf('/') + 1)

/** The annotator in a set's key. */
export const annotatorIn = (key: string) => key.slice(0, key.lastIndexOf('/'))
