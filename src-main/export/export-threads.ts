import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Failure } from '../../annotations/api/failures.ts'
import type { WriteContext } from '../../annotations/formats/format.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import { AppError } from '../app-error.ts'
import type { Batch } from './batch-lines.ts'
import type { DocumentSets } from './export-sets.ts'

/** What every thread is told once of an export. */
export type ThreadWork = {
  folder: string
  format: string
  context: Omit<WriteContext, 'actors'>
  surveyOnly: boolean
  furniture: boolean
  actors: Actor[]
}
export type Told =
  | { kind: 'begin'; work: number; about: ThreadWork }
  | { kind: 'lines'; work: number; number: number; chosen: DocumentSets[] }
  | { kind: 'end'; work: number }
export type Answered = { number: number } & ({ batch: Batch } | { failure: Failure })

/** Writing lines is reading, parsing and stringifying: as many threads as processors, up to this. */
const most = 4
/** How long threads wait for another export before they end (ms); starting and warming them takes a while. */
const patience = 30_000
/** Of each thread's memory, what is new (MB): lines are short-lived, and three threads' idle room adds up. */
const young = 16

export type ExportThreads = ReturnType<typeof exportThreads>

/** Threads that write lines, started when they are first needed, each batch given to the next in turn. */
export function exportThreads(script: string) {
  const waiting = new Map<
    number,
    { done: (batch: Batch) => void; failed: (error: Error) => void }
  >()
  let threads: Worker[] = []
  let works = 0
  let batches = 0
  let running = 0
  let rest: NodeJS.Timeout | undefined

  function fall(error: Error) {
    for (const { failed } of waiting.values()) failed(error)
    waiting.clear()
    end()
  }

  function end() {
    for (const thread of threads) void thread.terminate()
    threads = []
  }

  function start(): Worker {
    const thread = new Worker(script, { resourceLimits: { maxYoungGenerationSizeMb: young } })
    thread.on('message', (answer: Answered) => {
      const asker = waiting.get(answer.number)
      waiting.delete(answer.number)
      if ('batch' in answer) asker?.done(answer.batch)
      else asker?.failed(new AppError(answer.failure))
    })
    thread.on('error', fall)
    return thread
  }

  const tell = (told: Told) => {
    for (const thread of threads) thread.postMessage(told)
  }

  /** Begin an export: its lines are asked for a batch at a time, and it is ended once. */
  function begin(about: ThreadWork) {
    clearTimeout(rest)
    if (threads.length === 0)
      threads = Array.from({ length: Math.min(availableParallelism(), most) }, start)
    const work = works++
    running++
    for (const thread of threads) thread.ref()
    tell({ kind: 'begin', work, about })
    return {
      lines: (chosen: DocumentSets[]): Promise<Batch> =>
        new Promise((done, failed) => {
          const number = batches++
          waiting.set(number, { done, failed })
          threads[number % threads.length]?.postMessage({ kind: 'lines', work, number, chosen })
        }),
      end() {
        tell({ kind: 'end', work })
        if (--running > 0) return
        // Idle threads keep nobody: neither a command line from ending nor memory for long.
        for (const thread of threads) thread.unref()
        rest = setTimeout(end, patience)
        rest.unref()
      },
    }
  }

  return { begin }
}
