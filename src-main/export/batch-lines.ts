import type { Format } from '../../annotations/formats/format.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import type { Document } from '../../annotations/model/document.ts'
import { placeSet } from '../../annotations/model/reanchor.ts'
import { appError } from '../app-error.ts'
import { readDocument } from '../storage/document-store.ts'
import type { ProjectPaths } from '../storage/paths.ts'
import { readSet } from '../storage/read-set.ts'
import type { DocumentSets } from './export-sets.ts'

/** Some documents' lines as they will stand in the file. */
export type Batch = {
  bytes: Uint8Array<ArrayBuffer>
  lines: number
  annotations: number
  title: string
}

/** The set as it may be exported: every span says what it quotes, and nothing has been left out to make it so. */
function placed(document: Document, set: AnnotationSet): AnnotationSet {
  const { set: whole, lost } = placeSet(document.text, set)
  if (lost.length === 0) return whole
  const { id, title } = document
  throw appError('lost-annotations', { title, annotator: set.annotator, id, count: lost.length })
}

/** Read a few documents with their sets and write their lines. */
export async function batchLines(
  paths: ProjectPaths,
  chosen: readonly DocumentSets[],
  actors: ReadonlyMap<string, Actor>,
  format: Format,
): Promise<Batch> {
  const contents = await Promise.all(
    chosen.map(async ({ id, annotators }) => ({
      document: await readDocument(paths, id),
      sets: await Promise.all(annotators.map(name => readSet(paths, name, id))),
    })),
  )
  const lines: string[] = []
  let annotations = 0
  for (const { document, sets } of contents)
    for (const set of sets) {
      // A set removed since the list was made is no longer there to export.
      if (!set) continue
      lines.push(format.write(document, placed(document, set), actors), '\n')
      annotations += set.annotations.length
    }
  return {
    bytes: new TextEncoder().encode(lines.join('')),
    lines: lines.length / 2,
    annotations,
    title: contents.at(-1)?.document.title ?? '',
  }
}
