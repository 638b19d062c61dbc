import { parentPort } from 'node:worker_threads'
import { appError, failureOf } from '../app-error.ts'
import type { Said, Told, Watch } from './asked-thread.ts'

/** Messages cost more than they say when every file sends one. */
const step = 50

/** The inside of an `askedThread`. */
export function answerQuestions<Question, Note = never>(
  answer: (question: Question, watch: Watch) => Promise<unknown>,
  heed: (note: Note) => void = () => {},
): void {
  const say = (said: Said) => parentPort?.postMessage(said)
  const cancelled = new Set<number>()

  parentPort?.on('message', async (told: Told<Question, Note>) => {
    if (told.kind === 'note') return heed(told.note)
    const { number } = told
    if (told.kind === 'cancel') return cancelled.add(number)
    let last = 0
    try {
      // What was asked anew meanwhile is heard of before any work begins.
      await new Promise(resolve => setImmediate(resolve))
      const found = await answer(told.question, {
        progress(done, total) {
          if (done < total && done - last < step) return
          last = done
          say({ kind: 'progress', number, done, total })
        },
        check() {
          if (cancelled.has(number)) throw appError('cancelled', {})
        },
      })
      say({ kind: 'answer', number, answer: found })
    } catch (error) {
      say({ kind: 'failure', number, failure: failureOf(error) })
    }
    cancelled.delete(number)
  })
}
