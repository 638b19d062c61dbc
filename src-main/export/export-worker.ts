import { parentPort, workerData } from 'node:worker_threads'
import { formats } from '../../annotations/formats/formats.ts'
import { failureOf } from '../app-error.ts'
import { projectPaths } from '../storage/paths.ts'
import { batchLines } from './batch-lines.ts'
import type { Answered, Asked, ThreadWork } from './export-threads.ts'

const { folder, format: id, actors } = workerData as ThreadWork
const format = Object.values(formats).find(format => format.id === id)
if (!format) throw new Error(`no format ${id}`)
const paths = projectPaths(folder)
const register = new Map(actors.map(actor => [actor.id, actor]))

parentPort?.on('message', async ({ number, chosen }: Asked) => {
  try {
    const batch = await batchLines(paths, chosen, register, format)
    parentPort?.postMessage({ number, batch } satisfies Answered, [batch.bytes.buffer])
  } catch (error) {
    parentPort?.postMessage({ number, failure: failureOf(error) } satisfies Answered)
  }
})
