import { parentPort } from 'node:worker_threads'
import { appError, failureOf } from '../app-error.ts'
import { acrossService } from './across-service.ts'
import type { Said, Told } from './across-thread.ts'

const service = acrossService()
const say = (said: Said) => parentPort?.postMessage(said)
const cancelled = new Set<number>()

parentPort?.on('message', async (told: Told) => {
  if (told.kind === 'cancel') return cancelled.add(told.number)
  const { number, folder, known, question } = told
  let last = 0
  try {
    // What was asked anew meanwhile is heard of before any work begins.
    await new Promise(resolve => setImmediate(resolve))
    const answer = await service.ask(folder, known, question, {
      progress(done, total) {
        if (done < total && done - last < 50) return
        last = done
        say({ kind: 'progress', number, done, total })
      },
      check() {
        if (cancelled.has(number)) throw appError('cancelled', {})
      },
    })
    say({ kind: 'answer', number, answer })
  } catch (error) {
    say({ kind: 'failure', number, failure: failureOf(error) })
  }
  cancelled.delete(number)
})
