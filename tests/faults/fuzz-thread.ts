import { mkdir } from 'node:fs/promises'
import { getHeapStatistics } from 'node:v8'
import { parentPort, workerData } from 'node:worker_threads'
import { allReaders } from './all-readers.ts'
import { type Fuzzed, fuzzReader } from './fuzz-reader.ts'
import { mostBytes } from './hostile-bytes.ts'
import { readPumped } from './read-pumped.ts'
import { thisThread } from './thread-time.ts'

/** What a thread shares with the one that watches it: how many inputs it has tried, and the one it is at. */
export type Watched = { counts: SharedArrayBuffer; input: SharedArrayBuffer }
export type FuzzWork = Watched & {
  reader: string
  folder: string
  seed: number
  time: number
  kind: 'random' | 'pumped'
}
/** Memory in bytes. */
/** Of pumped inputs also which took longest, in processor time (ms). */
export type Finished = Fuzzed & { memory: number; longest?: { ms: number; input: Uint8Array } }

export const watched = (): Watched => ({
  counts: new SharedArrayBuffer(8),
  input: new SharedArrayBuffer(mostBytes),
})

async function fuzz({ reader: id, folder, seed, time, counts, input, kind }: FuzzWork) {
  const reader = allReaders.find(one => one.id === id)
  if (!reader) throw new Error(`no reader ${id}`)
  parentPort?.postMessage({ thread: thisThread() })
  await mkdir(folder, { recursive: true })
  const numbers = new Int32Array(counts)
  const current = new Uint8Array(input)
  let memory = 0
  const trying = (bytes: Uint8Array) => {
    current.set(bytes)
    Atomics.store(numbers, 1, bytes.length)
    if (Atomics.add(numbers, 0, 1) % 64 > 0) return
    const { used_heap_size: heap, external_memory: outside } = getHeapStatistics()
    memory = Math.max(memory, heap + outside)
  }
  const begun = await reader.begin(folder)
  const fuzzed =
    kind === 'pumped'
      ? await readPumped(begun, trying)
      : await fuzzReader(begun, { time, seed, trying })
  parentPort?.postMessage({ fuzzed: { ...fuzzed, memory } satisfies Finished })
}

if (workerData) await fuzz(workerData as FuzzWork)
