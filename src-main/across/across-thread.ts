import { Worker } from 'node:worker_threads'
import type { Failure } from '../../annotations/api/failures.ts'
import { AppError } from '../app-error.ts'
import type { Known, Question } from './across-project.ts'
import type { AcrossService, Watch } from './across-service.ts'

export type Told =
  | { kind: 'ask'; number: number; folder: string; known: Known; question: Question }
  | { kind: 'cancel'; number: number }
export type Said =
  | { kind: 'progress'; number: number; done: number; total: number }
  | { kind: 'answer'; number: number; answer: unknown }
  | { kind: 'failure'; number: number; failure: Failure }

type Waiting = { watch: Watch; done: (answer: never) => void; failed: (error: unknown) => void }

/** How often it is looked whether an asker still waits (ms). */
const attention = 50

/** Reading across in a thread of its own, begun with the first question; a thread that falls is begun again. */
export function acrossThread(script: string): AcrossService {
  const waiting = new Map<number, Waiting>()
  let thread: Worker | undefined
  let asked = 0

  function begin(): Worker {
    const begun = new Worker(script)
    begun.on('message', (said: Said) => {
      const asker = waiting.get(said.number)
      if (said.kind === 'progress') return asker?.watch.progress(said.done, said.total)
      waiting.delete(said.number)
      // An idle thread keeps nobody from ending.
      if (waiting.size === 0) begun.unref()
      if (said.kind === 'answer') asker?.done(said.answer as never)
      else asker?.failed(new AppError(said.failure))
    })
    begun.on('error', error => {
      thread = undefined
      for (const { failed } of waiting.values()) failed(error)
      waiting.clear()
    })
    return begun
  }

  return {
    ask(folder, known, question, watch) {
      thread ??= begin()
      thread.ref()
      const number = asked++
      return new Promise((done, failed) => {
        const look = setInterval(() => {
          try {
            watch.check()
          } catch (error) {
            clearInterval(look)
            thread?.postMessage({ kind: 'cancel', number } satisfies Told)
            failed(error)
          }
        }, attention)
        const end =
          <T>(then: (value: T) => void) =>
          (value: T) => {
            clearInterval(look)
            then(value)
          }
        waiting.set(number, { watch, done: end(done), failed: end(failed) })
        thread?.postMessage({ kind: 'ask', number, folder, known, question } satisfies Told)
      })
    },
  }
}
