import { parentPort, workerData } from 'node:worker_threads'
import { watchFiles } from './watch-files.ts'

watchFiles(workerData as string[], path => parentPort?.postMessage(path))
