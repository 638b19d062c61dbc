import type { Worker } from 'node:worker_threads'
import { timeOf } from './thread-time.ts'

/** Milliseconds of processor time after which an input counts as one that hangs. */
const most = 10_000
/** Milliseconds on the clock: for what waits for something that never comes, on a machine that others use too. */
const longest = 120_000
/** Until the first input: a thread loads the app and makes a project. */
const beginning = 300_000

/**
 * Why a thread is to be given up, as soon as it is: by the processor time it has had since it took its last input, and
 * only for what takes none, or where that is not known, by the clock.
 */
export function hung(thread: Worker, inputs: () => number): { why: Promise<string>; end(): void } {
  let name: string | undefined
  thread.on('message', said => {
    if (typeof said.thread === 'string') name = said.thread
  })
  let seen = -1
  let since = Date.now()
  let used = 0
  let give: (why: string) => void = () => {}
  const why = new Promise<string>(resolve => {
    give = resolve
  })
  const look = setInterval(() => {
    const count = inputs()
    const now = timeOf(name)
    if (count !== seen) {
      seen = count
      since = Date.now()
      used = now ?? 0
    }
    if (count > 0 && now !== undefined && now - used > most)
      give(`over ${most / 1000} s of processor time`)
    else if (Date.now() - since > (count > 0 ? longest : beginning))
      give(`over ${longest / 1000} s on the clock`)
  }, 250)
  return { why, end: () => clearInterval(look) }
}
