import { readFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { z } from 'zod'

/** Who holds a lock: enough for a colleague to know whom to ask, and for this machine to know whether it still lives. */
export const lockHolder = z.strictObject({
  annotator: z.string(),
  host: z.string(),
  pid: z.int(),
  since: z.string(),
})
export type LockHolder = z.infer<typeof lockHolder>

export const thisProcess = (annotator: string, since: Date): LockHolder => ({
  annotator,
  host: hostname(),
  pid: process.pid,
  since: since.toISOString(),
})

/** What is written beside a lock; undefined where that is gone or nobody's. */
export async function readHolder(path: string): Promise<LockHolder | undefined> {
  try {
    return lockHolder.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return undefined
  }
}

/**
 * Is it a process of this machine that has ended? Of another machine's nothing can be known. One that had this process's
 * own number has: this one asks for what it does not hold, or lost hold of while the folder was elsewhere.
 */
export function hasEnded({ host, pid }: LockHolder): boolean {
  if (host !== hostname()) return false
  if (pid === process.pid) return true
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
