import { join } from 'node:path'
import { isGone, type Release, tryLock, underTakeover } from './lock-folder.ts'
import { type LockHolder, readHolder } from './lock-holder.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { ProjectPaths } from './paths.ts'

type Ours = { release: Release; underWay: Set<Promise<unknown>> }

/** Locks of this process, for all that is open in it: two windows of one app are one holder. */
const ours = new Map<string, Ours>()
const inTurn = oneAtATime()

export type Locks = ReturnType<typeof locks>

/** What came of asking for a lock: it is ours (and its last holder ended without letting go), or somebody else's. */
export type Held = { kind: 'ours'; afterCrash: boolean } | { kind: 'theirs'; holder: LockHolder }

/** One writer for each annotator of a project folder. */
export function locks(paths: ProjectPaths, now: () => Date) {
  const lockOf = (annotator: string) => join(paths.locks, `${annotator}.lock`)
  const holderOf = (annotator: string) => join(paths.locks, `${annotator}.json`)

  const tryOnce = (annotator: string) => {
    const path = lockOf(annotator)
    // Somebody took it away: after a long sleep, or by hand. The next save asks for it again.
    return tryLock(path, holderOf(annotator), { annotator, at: now() }, () => ours.delete(path))
  }

  /** Ask for the lock of a holder that is gone; one program at a time does, and looks again before it does. */
  const takeOver = (annotator: string): Promise<Release | undefined> =>
    underTakeover(lockOf(annotator), async takeAway => {
      const gone = await isGone(lockOf(annotator), holderOf(annotator))
      if (gone === false) return undefined
      if (gone) await takeAway(holderOf(annotator))
      return tryOnce(annotator)
    })

  /**
   * Ask for an annotator's lock; asked again, it says how things stand now. After a holder that ended without letting go,
   * `settle` is done before anybody else in this process may write.
   */
  const hold = (annotator: string, settle: () => Promise<void> = async () => {}): Promise<Held> =>
    inTurn(lockOf(annotator), async () => {
      const path = lockOf(annotator)
      if (ours.has(path)) return { kind: 'ours', afterCrash: false }
      // Left behind where its holder had no time to let go of it.
      const last = await readHolder(holderOf(annotator))
      const free = await tryOnce(annotator)
      const release = free ?? (await takeOver(annotator))
      if (release) {
        const afterCrash = !free || last !== undefined
        try {
          if (afterCrash) await settle()
        } catch (error) {
          await release()
          throw error
        }
        ours.set(path, { release, underWay: new Set() })
        return { kind: 'ours', afterCrash }
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

  /** Work that needs the lock, which is ours: it is not let go before that has ended. Undefined where it is not ours. */
  function during<T>(annotator: string, work: () => Promise<T>): Promise<T> | undefined {
    const underWay = ours.get(lockOf(annotator))?.underWay
    if (!underWay) return undefined
    const working = work()
    underWay.add(working)
    const ended = () => underWay.delete(working)
    working.then(ended, ended)
    return working
  }

  const release = (annotator: string): Promise<void> =>
    inTurn(lockOf(annotator), async () => {
      const path = lockOf(annotator)
      const held = ours.get(path)
      if (!held) return
      // From now on whoever would write waits for this to end, and asks for it again.
      ours.delete(path)
      await Promise.allSettled(held.underWay)
      await held.release()
    })

  const releaseAll = async () => {
    const mine = [...ours.keys()].filter(path => path.startsWith(join(paths.locks, '/')))
    for (const path of mine) await release(path.slice(paths.locks.length + 1, -'.lock'.length))
  }

  return { hold, isOurs, during, release, releaseAll }
}
