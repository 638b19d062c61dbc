import fc from 'fast-check'
import { type Method, methods } from '../../annotations/api/contract.ts'
import { enterWeb } from '../enter-web.ts'
import { type Known, wireInputs } from './wire-inputs.ts'

type Fuzzing = {
  link: string
  known: Known
  seed: number
  runs?: number
  time?: number
  patience: number
}
type WireFuzzed = { method: Method; inputs: number; crashes: string[]; hangs: string[] }

/** Every method over HTTP: each answer is a result, in time, and no bug. */
export async function* fuzzWire({
  link,
  known,
  seed,
  runs,
  time,
  patience,
}: Fuzzing): AsyncGenerator<WireFuzzed> {
  const { origin, headers } = await enterWeb(link)
  for (const method of methods) {
    const fuzzed: WireFuzzed = { method, inputs: 0, crashes: [], hangs: [] }
    const answered = fc.asyncProperty(wireInputs(method, known), async input => {
      fuzzed.inputs++
      const body = JSON.stringify({ method, input })
      try {
        const signal = AbortSignal.timeout(patience)
        const response = await fetch(`${origin}/call`, { method: 'POST', headers, body, signal })
        const bytes = response.headers.get('content-type') === 'application/octet-stream'
        const result = bytes ? { ok: await response.arrayBuffer() } : await response.json()
        if (result.ok === false && result.failure.code === 'internal')
          fuzzed.crashes.push(`${JSON.stringify(result.failure.params)} of ${body.slice(0, 500)}`)
      } catch (error) {
        const list = (error as Error).name === 'TimeoutError' ? fuzzed.hangs : fuzzed.crashes
        list.push(`${error} of ${body.slice(0, 500)}`)
      }
    })
    await fc.assert(answered, {
      seed,
      numRuns: runs ?? Number.MAX_SAFE_INTEGER,
      interruptAfterTimeLimit: time,
      markInterruptAsFailure: false,
    })
    yield fuzzed
  }
}
