import type { Format } from '../../annotations/formats/format.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import type { Document } from '../../annotations/model/document.ts'
import { placeSet } from '../../annotations/model/reanchor.ts'
import { appError } from '../app-error.ts'
import type { Job } from '../jobs.ts'
import { readDocument } from '../storage/document-store.ts'
import type { ProjectPaths } from '../storage/paths.ts'
import { readAhead } from '../storage/read-ahead.ts'
import { readSet } from '../storage/read-set.ts'
import type { DocumentSets } from './export-sets.ts'

/** Documents read while the one before is written: the disk's wait is hidden, and memory stays bounded. */
const ahead = 2

export type Written = { lines: number; annotations: number; bytes: number }

/** The set as it may be exported: every span says what it quotes, and nothing has been left out to make it so. */
function placed(document: Document, set: AnnotationSet): AnnotationSet {
  const { set: whole, lost } = placeSet(document.text, set)
  if (lost.length === 0) return whole
  const { id, title } = document
  throw appError('lost-annotations', { title, annotator: set.annotator, id, count: lost.length })
}

/** The lines of an export, one at a time, counted into `written`. */
export async function* exportLines(
  paths: ProjectPaths,
  chosen: readonly DocumentSets[],
  actors: ReadonlyMap<string, Actor>,
  format: Format,
  job: Job,
  written: Written,
): AsyncGenerator<Uint8Array> {
  const contents = readAhead(chosen, ahead, async ({ id, annotators }) => ({
    document: await readDocument(paths, id),
    sets: await Promise.all(annotators.map(name => readSet(paths, name, id))),
  }))
  let done = 0
  for await (const { document, sets } of contents) {
    for (const set of sets) {
      job.check()
      // A set removed since the list was made is no longer there to export.
      if (!set) continue
      const line = Buffer.from(`${format.write(document, placed(document, set), actors)}\n`)
      written.lines++
      written.annotations += set.annotations.length
      written.bytes += line.length
      yield line
    }
    job.progress(++done, chosen.length, document.title)
  }
}
