import { randomUUID } from 'node:crypto'
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { lock as take } from 'proper-lockfile'
import { AppError, failureOf } from '../app-error.ts'
import { hasEnded, type LockHolder, readHolder, thisProcess } from './lock-holder.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { ProjectPaths } from './paths.ts'

/** A holder says that it lives every `beat` ms; one that says nothing for `silence` ms is gone. */
const beat = 4000
const silence = 15_000
/** Never stale by the clocks of two machines, which may differ: only by silence, as this process hears it. */
const never = 1e12

/** Locks of this process, for all that is open in it: two windows of one app are one holder. */
const ours = new Map<string, { release: () => Promise<void> }>()
const inTurn = oneAtATime()

/** Since when (ms of this process's own clock) a lock has said nothing new. */
const heard = new Map<string, { beat: number; since: number }>()

async function isSilent(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  if (!found) return true
  const known = heard.get(path)
  if (known?.beat === found.mtimeMs) return performance.now() - known.since > silence
  heard.set(path, { beat: found.mtimeMs, since: performance.now() })
  return false
}

/** Take away the lock of a holder that is gone; one that was taken anew meanwhile is put back. */
async function takeAway(path: string): Promise<void> {
  const before = await stat(path).catch(() => undefined)
  const away = `${path}-${randomUUID()}`
  const moved = await rename(path, away).then(
    () => true,
    () => false,
  )
  if (!moved) return
  const found = await stat(away).catch(() => undefined)
  if (found && before && found.mtimeMs !== before.mtimeMs) await rename(away, path).catch(() => {})
  else await rm(away, { recursive: true, force: true })
}

export type Locks = ReturnType<typeof locks>

/** What came of asking for a lock: it is ours (and its last holder ended without letting go), or somebody else's. */
export type Held = { kind: 'ours'; afterCrash: boolean } | { kind: 'theirs'; holder: LockHolder }

/** One writer for each annotator of a project folder. */
export function locks(paths: ProjectPaths, now: () => Date) {
  const lockOf = (annotator: string) => join(paths.locks, `${annotator}.lock`)
  const holderOf = (annotator: string) => join(paths.locks, `${annotator}.json`)

  async function tryOnce(annotator: string): Promise<boolean> {
    const path = lockOf(annotator)
    try {
      await mkdir(paths.locks, { recursive: true })
      const release = await take(path, {
        lockfilePath: path,
        realpath: false,
        stale: never,
        update: beat,
        // Somebody took it away: after a long sleep, or by hand. The next save asks for it again.
        onCompromised: () => ours.delete(path),
      })
      ours.set(path, { release })
      heard.delete(path)
      await writeFile(holderOf(annotator), `${JSON.stringify(thisProcess(annotator, now()))}\n`)
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ELOCKED') return ours.has(path)
      throw new AppError(failureOf(error, path))
    }
  }

  /** Ask for an annotator's lock; asked again, it says how things stand now. */
  const hold = (annotator: string): Promise<Held> =>
    inTurn(lockOf(annotator), async () => {
      const path = lockOf(annotator)
      if (ours.has(path)) return { kind: 'ours', afterCrash: false }
      // Left behind where its holder had no time to let go of it.
      const last = await readHolder(holderOf(annotator))
      if (await tryOnce(annotator)) return { kind: 'ours', afterCrash: last !== undefined }
      const gone = (last && hasEnded(last)) || (await isSilent(path))
      if (gone) {
        await takeAway(path)
        if (await tryOnce(annotator)) return { kind: 'ours', afterCrash: true }
      }
      const holder = (await readHolder(holderOf(annotator))) ?? {
        annotator,
        host: '?',
        pid: 0,
        since: now().toISOString(),
      }
      return { kind: 'theirs', holder }
    })

  const isOurs = (annotator: string) => ours.has(lockOf(annotator))

  async function release(annotator: string): Promise<void> {
    const path = lockOf(annotator)
    const held = ours.get(path)
    ours.delete(path)
    if (!held) return
    await rm(holderOf(annotator), { force: true }).catch(() => {})
    await held.release().catch(() => {})
  }

  const releaseAll = async () => {
    const mine = [...ours.keys()].filter(path => path.startsWith(join(paths.locks, '/')))
    for (const path of mine) await release(path.slice(paths.locks.length + 1, -'.lock'.length))
  }

  return { hold, isOurs, release, releaseAll }
}
