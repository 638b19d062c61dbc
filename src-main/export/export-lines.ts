import { joinLayers } from '../../annotations/formats/cas/foreign-layers.ts'
import { addLosses, type Losses } from '../../annotations/formats/exchange/losses.ts'
import { joinNames, type Names, noNames } from '../../annotations/formats/exchange/spoken.ts'
import type { Layers } from '../../annotations/formats/format.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import type { Job } from '../jobs.ts'
import { readAhead } from '../storage/read-ahead.ts'
import { type BatchWork, batchLines, type FileBytes } from './batch-lines.ts'
import type { DocumentSets } from './export-sets.ts'
import type { ExportThreads } from './export-threads.ts'

/** Documents read and written together, and batches begun before their turn: waits are hidden, memory is bounded. */
const together = 8
const ahead = 4
/** Below this many documents threads take longer to start than they save. */
const worthThreads = 64

export type Written = {
  lines: number
  annotations: number
  relations: number
  leftOut: number
  bytes: number
  losses: Losses
  layers: Layers
  names: Names
}

export const nothingWritten = (): Written => ({
  lines: 0,
  annotations: 0,
  relations: 0,
  leftOut: 0,
  bytes: 0,
  losses: {},
  layers: {},
  names: noNames,
})

export type Exporting = {
  work: BatchWork
  chosen: readonly DocumentSets[]
  actors: readonly Actor[]
  job: Job
  /** Without them, this thread writes the lines itself. */
  threads: ExportThreads | undefined
}

/** What an export writes in its order, a batch at a time, counted into `written`. */
export async function* exportLines(
  { work, chosen, actors, job, threads }: Exporting,
  written: Written,
): AsyncGenerator<FileBytes[]> {
  const batches: DocumentSets[][] = []
  for (let at = 0; at < chosen.length; at += together) batches.push(chosen.slice(at, at + together))
  const { paths, format, context, surveyOnly, furniture } = work
  const { actors: _, ...told } = context
  const begun =
    chosen.length >= worthThreads
      ? threads?.begin({
          folder: paths.folder,
          format: format.id,
          context: told,
          surveyOnly,
          furniture,
          actors: [...actors],
        })
      : undefined
  let done = 0
  try {
    const write = (batch: DocumentSets[]) => {
      job.check()
      return begun ? begun.lines(batch) : batchLines(work, batch)
    }
    for await (const batch of readAhead(batches, ahead, async one => write(one))) {
      job.check()
      written.lines += batch.lines
      written.annotations += batch.annotations
      written.relations += batch.relations
      written.leftOut += batch.leftOut
      addLosses(written.losses, batch.losses)
      written.layers = joinLayers(written.layers, batch.layers)
      written.names = joinNames(written.names, batch.names)
      for (const { bytes } of batch.outs) written.bytes += bytes.length
      yield batch.outs
      done = Math.min(done + together, chosen.length)
      job.progress(done, chosen.length, batch.title)
    }
  } finally {
    begun?.end()
  }
}
