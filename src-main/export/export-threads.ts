import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Failure } from '../../annotations/api/failures.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import { AppError } from '../app-error.ts'
import type { Batch } from './batch-lines.ts'
import type { DocumentSets } from './export-sets.ts'

/** What every thread is given once. */
export type ThreadWork = { folder: string; format: string; actors: Actor[] }
export type Asked = { number: number; chosen: DocumentSets[] }
export type Answered = { number: number } & ({ batch: Batch } | { failure: Failure })

/** Writing lines is reading, parsing and stringifying: as many threads as processors, up to this. */
const most = 4

/** Threads that write lines, each batch given to the next in turn. */
export function exportThreads(script: string, workerData: ThreadWork) {
  const waiting = new Map<
    number,
    { done: (batch: Batch) => void; failed: (error: Error) => void }
  >()
  const failAll = (error: Error) => {
    for (const { failed } of waiting.values()) failed(error)
    waiting.clear()
  }
  const threads = Array.from({ length: Math.min(availableParallelism(), most) }, () => {
    const thread = new Worker(script, { workerData })
    thread.on('message', (answer: Answered) => {
      const asker = waiting.get(answer.number)
      waiting.delete(answer.number)
      if ('batch' in answer) asker?.done(answer.batch)
      else asker?.failed(new AppError(answer.failure))
    })
    thread.on('error', failAll)
    thread.on('exit', () => failAll(new Error('an export thread ended')))
    return thread
  })
  let next = 0

  function lines(chosen: DocumentSets[]): Promise<Batch> {
    const number = next++
    return new Promise((done, failed) => {
      waiting.set(number, { done, failed })
      threads[number % threads.length]?.postMessage({ number, chosen } satisfies Asked)
    })
  }

  const end = async () => {
    waiting.clear()
    await Promise.all(threads.map(thread => thread.terminate()))
  }

  return { lines, end }
}
