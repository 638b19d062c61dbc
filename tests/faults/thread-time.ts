import { readFileSync, readlinkSync } from 'node:fs'

/** Which thread of the system this one is, where the system says so. */
export function thisThread(): string | undefined {
  try {
    return readlinkSync('/proc/thread-self')
  } catch {
    return undefined
  }
}

/** Milliseconds of one of its ticks (USER_HZ is 100 on every Linux). */
const tick = 10

/** Processor time (ms) that a thread has had; undefined where the system does not say. */
export function timeOf(thread: string | undefined): number | undefined {
  if (thread === undefined) return undefined
  try {
    const said = readFileSync(`/proc/${thread}/stat`, 'utf8')
    // Behind the name in brackets, which may hold anything: fields 14 and 15 of proc(5).
    const fields = said.slice(said.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) * tick
  } catch {
    return undefined
  }
}
