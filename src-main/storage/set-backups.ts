import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import { storedSet } from '../../annotations/model/stored.ts'
import { backups } from './backups.ts'
import { readStored } from './json-file.ts'
import type { ProjectPaths } from './paths.ts'

type Whose = { annotator: string; documentId: string }

/** Much that was there is not there any more; what it was is kept aside. */
export type Shrunk = Whose & { was: number; now: number }

/** Milliseconds of rest after which the state of a set is kept as a backup. */
const rest = 150

/** Is so much gone that it looks like a mishap? */
const shrunk = (was: number, now: number) => was - now >= 10 && now < was / 2

const sizeOf = ({ annotations }: AnnotationSet) => annotations.length
const stateOf = (set: AnnotationSet) => ({
  saved: set.updated ?? '1970-01-01T00:00:00.000Z',
  revision: set.revision,
  annotations: sizeOf(set),
})

/** Earlier states of sets: kept once nobody has saved for a moment, and set apart where a set suddenly shrinks. */
export function setBackups(
  paths: ProjectPaths,
  notice: (shrunk: Shrunk) => void,
  /** When the turn of a path comes, the set that lies there, where that is known. */
  inTurn: (path: string, keep: (now: AnnotationSet | undefined) => Promise<void>) => Promise<void>,
) {
  const kept = backups(paths)
  const keeping = new Map<string, NodeJS.Timeout>()
  /** What is being kept at this moment. */
  const underWay = new Set<Promise<void>>()

  /** A set that somebody else made much smaller than it was kept, or took away: what was kept is set apart, and said. */
  async function comparedWithLast(whose: Whose, set: AnnotationSet | undefined): Promise<void> {
    const path = paths.set(whose.annotator, whose.documentId)
    const [last] = await kept.list(path).catch(() => [])
    if (!last || last.saved === set?.updated || last.aside) return
    const [was, now] = [last.annotations, set ? sizeOf(set) : 0]
    if (set ? !shrunk(was, now) : was === 0) return
    await kept.setAside(path, last).catch(() => {})
    notice({ ...whose, was, now })
  }

  /** Keep the state of a set once nobody has saved it for a moment: every action is in the log anyway. */
  function keepSoon(path: string) {
    clearTimeout(keeping.get(path))
    keeping.set(path, setTimeout(keepNow, rest, path).unref())
  }

  function keepNow(path: string) {
    clearTimeout(keeping.get(path))
    keeping.delete(path)
    const work: Promise<void> = inTurn(path, async now => {
      if (now) await kept.keep(path, { ...stateOf(now), aside: false })
    })
      // A disk that is full keeps nothing; the set and its log are safe all the same.
      .catch(() => {})
      .finally(() => underWay.delete(work))
    underWay.add(work)
  }

  /** What lies on the disk is kept aside before a save that takes most of it away. */
  async function keepAside(path: string, before: AnnotationSet | undefined, next: AnnotationSet) {
    if (!before || !shrunk(sizeOf(before), sizeOf(next))) return
    await kept.keep(path, { ...stateOf(before), aside: true })
    const { annotator, documentId } = next
    notice({ annotator, documentId, was: sizeOf(before), now: sizeOf(next) })
  }

  return {
    comparedWithLast,
    keepSoon,
    keepAside,
    list: (annotator: string, id: string) => kept.list(paths.set(annotator, id)),
    read: (annotator: string, id: string, name: string) =>
      readStored(kept.pathOf(paths.set(annotator, id), { name }), storedSet),
    /** What is still to be kept is kept now, and what is being kept is waited for. */
    close: async () => {
      for (const path of [...keeping.keys()]) keepNow(path)
      await Promise.all(underWay)
    },
  }
}
