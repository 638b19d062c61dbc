import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { inParallel } from '../../src-main/storage/in-parallel.ts'
import { type Finished, type FuzzWork, watched } from './fuzz-thread.ts'
import { moreReaders } from './more-readers.ts'
import type { Limits, Part, Row } from './part.ts'
import { readers } from './readers.ts'

/** Milliseconds after which an input counts as one that hangs; the longest of ours take a tenth of it. */
const patience = 20_000
/** Milliseconds until the first input: a thread loads the app and makes a project, on a machine that others use too. */
const beginning = 180_000
/** The most memory a reader may take for inputs of up to 4 MB. */
const megabytes = 1024
/** Threads at once: one for each processor of a small machine. */
const width = 2

type Ended = { kind: 'finished'; fuzzed: Finished } | { kind: 'hung' | 'died'; why: string }

/** Where what broke a reader is kept for whoever mends it. */
function keep(id: string, input: Uint8Array): string {
  const file = join(tmpdir(), `isnad-fuzz-${id}-${Date.now()}.bin`)
  writeFileSync(file, input)
  return file
}

async function inThread(id: string, { scripts, folder, seconds }: Limits, seed: number) {
  const shared = watched()
  const numbers = new Int32Array(shared.counts)
  const workerData: FuzzWork = {
    ...shared,
    reader: id,
    folder: join(folder, `${id}-${seed}`),
    seed,
    time: seconds * 1000,
  }
  const thread = new Worker(join(scripts, 'fuzz-thread.mjs'), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  })
  const ended = await new Promise<Ended>(resolve => {
    let seen = -1
    let since = Date.now()
    const look = setInterval(() => {
      const count = Atomics.load(numbers, 0)
      if (count !== seen) since = Date.now()
      seen = count
      const most = count === 0 ? beginning : patience
      if (Date.now() - since > most) end({ kind: 'hung', why: `over ${most} ms` })
    }, 250)
    const end = (ended: Ended) => {
      clearInterval(look)
      resolve(ended)
    }
    thread.on('message', (fuzzed: Finished) => end({ kind: 'finished', fuzzed }))
    thread.on('error', error => end({ kind: 'died', why: String(error) }))
  })
  await thread.terminate()
  const input = new Uint8Array(shared.input).slice(0, Atomics.load(numbers, 1))
  return { ended, inputs: Atomics.load(numbers, 0), input }
}

async function fuzz(id: string, limits: Limits): Promise<Row> {
  const seed = Date.now() % 2 ** 31
  const { ended, inputs, input } = await inThread(id, limits, seed)
  const row: Row = {
    fault: `hostile file: ${id}`,
    runs: 1,
    readers: 1,
    inputs,
    crashes: 0,
    hangs: 0,
  }
  if (ended.kind === 'finished') {
    const { crash, memory } = ended.fuzzed
    const most = `at most ${Math.ceil(memory / 2 ** 20)} MB`
    limits.say(`${id}: ${inputs} inputs, ${most}`)
    if (!crash) return { ...row, notes: most }
    limits.say(`${id}: ${crash.error}\n  kept in ${keep(id, crash.input)} (seed ${seed})`)
    return { ...row, crashes: 1, notes: crash.error.split('\n')[0] }
  }
  limits.say(`${id}: ${ended.kind}, ${ended.why}\n  kept in ${keep(id, input)} (seed ${seed})`)
  const hung = ended.kind === 'hung'
  return { ...row, crashes: hung ? 0 : 1, hangs: hung ? 1 : 0, notes: ended.why }
}

/** Every reader of files, each in a thread that is watched: bugs, ends, hangs, memory, polluted prototypes. */
export const fuzzReaders: Part = {
  id: 'readers',
  run: limits => inParallel([...readers, ...moreReaders], width, ({ id }) => fuzz(id, limits)),
}
