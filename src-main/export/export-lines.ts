import type { Format } from '../../annotations/formats/format.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import type { Job } from '../jobs.ts'
import type { ProjectPaths } from '../storage/paths.ts'
import { readAhead } from '../storage/read-ahead.ts'
import { batchLines } from './batch-lines.ts'
import type { DocumentSets } from './export-sets.ts'
import type { ExportThreads } from './export-threads.ts'

/** Documents read and written together, and batches begun before their turn: waits are hidden, memory is bounded. */
const together = 8
const ahead = 4
/** Below this many documents threads take longer to start than they save. */
const worthThreads = 64

export type Written = { lines: number; annotations: number; bytes: number }

export type Exporting = {
  paths: ProjectPaths
  chosen: readonly DocumentSets[]
  actors: ReadonlyMap<string, Actor>
  format: Format
  job: Job
  /** Without them, this thread writes the lines itself. */
  threads: ExportThreads | undefined
}

/** The lines of an export in their order, a batch at a time, counted into `written`. */
export async function* exportLines(
  { paths, chosen, actors, format, job, threads }: Exporting,
  written: Written,
): AsyncGenerator<Uint8Array> {
  const batches: DocumentSets[][] = []
  for (let at = 0; at < chosen.length; at += together) batches.push(chosen.slice(at, at + together))
  const work =
    chosen.length >= worthThreads
      ? threads?.begin({ folder: paths.folder, format: format.id, actors: [...actors.values()] })
      : undefined
  let done = 0
  try {
    const write = (batch: DocumentSets[]) => {
      job.check()
      return work ? work.lines(batch) : batchLines(paths, batch, actors, format)
    }
    for await (const { bytes, lines, annotations, title } of readAhead(batches, ahead, async b =>
      write(b),
    )) {
      job.check()
      written.lines += lines
      written.annotations += annotations
      written.bytes += bytes.length
      yield bytes
      done = Math.min(done + together, chosen.length)
      job.progress(done, chosen.length, title)
    }
  } finally {
    work?.end()
  }
}
