import { Worker } from 'node:worker_threads'
import type { Failure } from '../../annotations/api/failures.ts'
import { AppError, appError } from '../app-error.ts'
import type { Job } from '../jobs.ts'
import { type AgreementTask, type AgreementTold, perform } from './agreement-task.ts'

type Answer = AgreementTold | { kind: 'done' } | { kind: 'failure'; failure: Failure }

/** How often a thread is asked whether the analyst has cancelled (ms). */
const attention = 100

/**
 * Does a task in a thread of its own, so that the window stays awake; cancelling ends the thread wherever it stands.
 * Without the built script it is done here, and cancelling waits for the next thing that is told.
 */
export function runTask(
  script: string | undefined,
  task: AgreementTask,
  job: Job,
  hear: (told: AgreementTold) => void,
): Promise<void> {
  if (script === undefined)
    return perform(task, async told => {
      hear(told)
      // Let a cancel in: it comes as another call.
      await new Promise(resolve => setImmediate(resolve))
      job.check()
    })
  return new Promise((resolve, reject) => {
    const thread = new Worker(script, { workerData: task })
    const end = (error?: Error) => {
      clearInterval(watch)
      void thread.terminate()
      if (error) reject(error)
      else resolve()
    }
    const watch = setInterval(() => {
      if (job.cancelled) end(appError('cancelled', {}))
    }, attention)
    thread.on('message', (answer: Answer) => {
      if (answer.kind === 'done') end()
      else if (answer.kind === 'failure') end(new AppError(answer.failure))
      else hear(answer)
    })
    thread.on('error', end)
  })
}
