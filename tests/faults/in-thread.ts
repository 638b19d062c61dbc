import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type Finished, type FuzzWork, watched } from './fuzz-thread.ts'
import type { Limits } from './part.ts'
import { hung } from './watch-thread.ts'

/** The most memory a reader may take for inputs of up to 4 MB. */
const megabytes = 1024

type Ended = { kind: 'finished'; fuzzed: Finished } | { kind: 'hung' | 'died'; why: string }

/** A reader tried in a thread of its own, that is watched: how it ended, after how many inputs, and the last of them. */
export async function inThread(
  what: Pick<FuzzWork, 'reader' | 'kind' | 'seed'>,
  { scripts, folder, seconds }: Limits,
) {
  const shared = watched()
  const numbers = new Int32Array(shared.counts)
  const workerData: FuzzWork = {
    ...shared,
    ...what,
    folder: join(folder, `${what.reader}-${what.kind}-${what.seed}`),
    time: seconds * 1000,
  }
  const thread = new Worker(join(scripts, 'fuzz-thread.mjs'), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  })
  const { why, end } = hung(thread, () => Atomics.load(numbers, 0))
  const ended = await new Promise<Ended>(resolve => {
    void why.then(why => resolve({ kind: 'hung', why }))
    thread.on('message', said => said.fuzzed && resolve({ kind: 'finished', fuzzed: said.fuzzed }))
    thread.on('error', error => resolve({ kind: 'died', why: String(error) }))
  })
  end()
  await thread.terminate()
  const input = new Uint8Array(shared.input).slice(0, Atomics.load(numbers, 1))
  return { ended, inputs: Atomics.load(numbers, 0), input }
}
