import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { lock as take } from 'proper-lockfile'
import { AppError, failureOf } from '../app-error.ts'
import { hasEnded, readHolder, thisProcess } from './lock-holder.ts'

/** A holder says that it lives every `beat` ms; one that says nothing for `silence` ms is gone. */
const beat = 4000
const silence = 15_000
/** Never stale by the clocks of two machines, which may differ: only by silence, as this process hears it. */
const never = 1e12

/** Since when (ms of this process's own clock) a lock has said nothing new. */
const heard = new Map<string, { beat: number; since: number }>()

/** Has a lock long said nothing? Undefined where there is none. */
async function isSilent(path: string): Promise<boolean | undefined> {
  const found = await stat(path).catch(() => undefined)
  if (!found) return undefined
  const known = heard.get(path)
  if (known?.beat === found.mtimeMs) return performance.now() - known.since > silence
  heard.set(path, { beat: found.mtimeMs, since: performance.now() })
  return false
}

/**
 * Is the holder of a lock gone: a process of this machine that has ended, or one that has long said nothing? Undefined
 * where nobody holds it any more: then there is nothing to take away, but what the next may take at this very moment.
 */
export async function isGone(path: string, holder: string): Promise<boolean | undefined> {
  const silent = await isSilent(path)
  if (silent !== false) return silent
  const last = await readHolder(holder)
  return last !== undefined && hasEnded(last)
}

export type Release = () => Promise<void>

/** Take a lock if it is free, and write beside it who holds it; undefined where somebody does. */
export async function tryLock(
  path: string,
  holder: string,
  { annotator, at }: { annotator: string; at: Date },
  onLost: () => void,
): Promise<Release | undefined> {
  try {
    await mkdir(dirname(path), { recursive: true })
    const letGo = await take(path, {
      lockfilePath: path,
      realpath: false,
      stale: never,
      update: beat,
      onCompromised: onLost,
    })
    heard.delete(path)
    await writeFile(holder, `${JSON.stringify(thisProcess(annotator, at))}\n`)
    return async () => {
      await rm(holder, { force: true }).catch(() => {})
      await letGo().catch(() => {})
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ELOCKED') return undefined
    throw new AppError(failureOf(error, path))
  }
}

type TakeAway = (holder: string) => Promise<void>

/**
 * Of several programs that find a holder gone one takes its lock away: two would each take away what the other has just
 * taken. Who holds it is forgotten first, so that the next holder is never taken for the last. Undefined where somebody
 * else is at it.
 */
export async function underTakeover<T>(
  path: string,
  work: (takeAway: TakeAway) => Promise<T>,
): Promise<T | undefined> {
  const turn = `${path}.turn`
  try {
    await mkdir(turn)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    if (code !== 'EEXIST') throw new AppError(failureOf(error, path))
    // One that ended just there: its turn is over, and the next who asks has it.
    if (await isSilent(turn)) await rmdir(turn).catch(() => {})
    return undefined
  }
  heard.delete(turn)
  try {
    return await work(async holder => {
      await rm(holder, { force: true })
      const away = `${path}-${randomUUID()}`
      // It may have been let go of just now.
      await rename(path, away).catch(() => {})
      await rm(away, { recursive: true, force: true })
    })
  } finally {
    await rmdir(turn).catch(() => {})
  }
}
