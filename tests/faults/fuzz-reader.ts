import fc from 'fast-check'
import { failureOf } from '../../src-main/app-error.ts'
import { hostileBytes } from './hostile-bytes.ts'
import type { Begun } from './readers.ts'

type Fuzzing = {
  /** Inputs at most, and milliseconds at most. */
  runs?: number
  time?: number
  seed: number
  /** Told of every input before it is tried, so that one that hangs is known. */
  trying?: (bytes: Uint8Array) => void
}

export type Fuzzed = { inputs: number; crash?: { error: string; input: Uint8Array } }

const roots = [Object, Array, Function, String, Number].map(({ prototype }) => prototype)
const keysOfRoots = () => roots.map(root => Reflect.ownKeys(root).length).join()

/** Bend examples and have them read until the time is up, or one is answered by a bug; that one is made small. */
export async function fuzzReader(
  begun: Begun,
  { runs, time, seed, trying }: Fuzzing,
): Promise<Fuzzed> {
  const before = keysOfRoots()
  let inputs = 0
  let reading: Promise<void> = Promise.resolve()
  const answered = fc.asyncProperty(hostileBytes(begun.examples), async bytes => {
    trying?.(bytes)
    inputs++
    try {
      reading = begun.read(bytes)
      await reading
    } catch (error) {
      if (failureOf(error).code === 'internal') throw error
    }
    if (keysOfRoots() !== before) throw new Error('a prototype was polluted')
  })
  const outcome = await fc.check(answered, {
    seed,
    numRuns: runs ?? Number.MAX_SAFE_INTEGER,
    interruptAfterTimeLimit: time,
    markInterruptAsFailure: false,
    endOnFailure: false,
  })
  // When the time is up one may still be under way.
  await reading.catch(() => {})
  // Where the time was up before the first was read, there is no example of a failure.
  if (!outcome.failed || outcome.counterexample === null) return { inputs }
  const [input] = outcome.counterexample as [Uint8Array]
  const error = outcome.errorInstance
  return {
    inputs,
    crash: {
      input,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    },
  }
}
