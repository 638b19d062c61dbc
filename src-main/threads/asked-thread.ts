import { Worker, type WorkerOptions } from 'node:worker_threads'
import type { Failure } from '../../annotations/api/failures.ts'
import { AppError } from '../app-error.ts'

/** How far an answer is, and whether somebody still waits for it. */
export type Watch = {
  progress(done: number, total: number): void
  /** Throws where nobody waits for the answer any more. */
  check(): void
}

export type Told<Question, Note> =
  | { kind: 'ask'; number: number; question: Question }
  | { kind: 'cancel'; number: number }
  | { kind: 'note'; note: Note }
export type Said =
  | { kind: 'progress'; number: number; done: number; total: number }
  | { kind: 'answer'; number: number; answer: unknown }
  | { kind: 'failure'; number: number; failure: Failure }

type Waiting = {
  watch: Watch
  done: (answer: unknown) => void
  failed: (error: unknown) => void
}

/** How often it is looked whether an asker still waits (ms). */
const attention = 50

/**
 * A thread that answers questions (`answerQuestions` is its other end): begun with the first one, and begun again where
 * it has fallen.
 */
export function askedThread<Question, Note = never>(script: string, options?: WorkerOptions) {
  const waiting = new Map<number, Waiting>()
  let thread: Worker | undefined
  let asked = 0

  const tell = (told: Told<Question, Note>) => thread?.postMessage(told)

  function begin(): Worker {
    const begun = new Worker(script, options)
    begun.on('message', (said: Said) => {
      const asker = waiting.get(said.number)
      if (said.kind === 'progress') return asker?.watch.progress(said.done, said.total)
      waiting.delete(said.number)
      // An idle thread keeps nobody from ending.
      if (waiting.size === 0) begun.unref()
      if (said.kind === 'answer') asker?.done(said.answer)
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
    async ask(question: Question, watch: Watch): Promise<unknown> {
      watch.check()
      thread ??= begin()
      thread.ref()
      const number = asked++
      return new Promise((done, failed) => {
        const look = setInterval(() => {
          try {
            watch.check()
          } catch (error) {
            clearInterval(look)
            tell({ kind: 'cancel', number })
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
        tell({ kind: 'ask', number, question })
      })
    },

    /** Begun before the first question, which then waits for nothing but its answer. */
    ready() {
      thread ??= begin()
      if (waiting.size === 0) thread.unref()
    },

    /** Something to know before the next question; nothing to a thread that has not begun. */
    note(note: Note) {
      tell({ kind: 'note', note })
    },
  }
}
