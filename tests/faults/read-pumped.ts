import { failureOf } from '../../src-main/app-error.ts'
import type { Fuzzed } from './fuzz-reader.ts'
import { mostBytes } from './hostile-bytes.ts'
import { pumped } from './pumped.ts'
import type { Begun } from './readers.ts'
import { thisThread, timeOf } from './thread-time.ts'

/** Every pumped input read in turn, until one is answered by a bug; and which took longest (ms of processor time). */
export async function readPumped(
  { examples, read }: Begun,
  trying: (bytes: Uint8Array) => void,
): Promise<Fuzzed & { longest: { ms: number; input: Uint8Array } }> {
  const thread = thisThread()
  let longest: { ms: number; input: Uint8Array } = { ms: 0, input: new Uint8Array() }
  let inputs = 0
  for (const made of pumped(examples)) {
    const input = made.subarray(0, mostBytes)
    trying(input)
    inputs++
    const before = timeOf(thread) ?? 0
    try {
      await read(input)
    } catch (error) {
      if (failureOf(error).code === 'internal')
        return { inputs, longest, crash: { error: String((error as Error).stack), input } }
    }
    const ms = (timeOf(thread) ?? 0) - before
    if (ms > longest.ms) longest = { ms, input }
  }
  return { inputs, longest }
}
