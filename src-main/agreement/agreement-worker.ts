import { parentPort, workerData } from 'node:worker_threads'
import { failureOf } from '../app-error.ts'
import { type AgreementTask, perform } from './agreement-task.ts'

const task: AgreementTask = workerData

try {
  await perform(task, told => parentPort?.postMessage(told))
  parentPort?.postMessage({ kind: 'done' })
} catch (error) {
  parentPort?.postMessage({ kind: 'failure', failure: failureOf(error) })
}
