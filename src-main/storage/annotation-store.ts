import { type AnnotationSet, emptySet } from '../../annotations/model/annotation-set.ts'
import type { Document } from '../../annotations/model/document.ts'
import { storedSet } from '../../annotations/model/stored.ts'
import { appError } from '../app-error.ts'
import { actionLog } from './action-log.ts'
import { asideAs } from './aside.ts'
import { writeStored } from './json-file.ts'
import { newestGood } from './newest-good.ts'
import { nextOf, type Saving } from './next-set.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { ProjectPaths } from './paths.ts'
import { readSet } from './read-set.ts'
import { type FileStamp, stampAt } from './replace-file.ts'
import { type Shrunk, setBackups } from './set-backups.ts'

const remembered = 16

export type AnnotationStore = ReturnType<typeof annotationStore>

/** A set as it was last seen on the disk; no set and no stamp where there was none. */
type Seen = { stamp: FileStamp | undefined; set: AnnotationSet | undefined }

export function annotationStore(paths: ProjectPaths, notice: (shrunk: Shrunk) => void = () => {}) {
  const inTurn = oneAtATime()
  const log = actionLog(paths)
  /** Sets as last read or written: another program may write the folder too, so a stamp says as of when. */
  const recent = new Map<string, Seen>()
  const kept = setBackups(paths, notice, (path, keep) =>
    inTurn(path, async () => {
      const seen = recent.get(path)
      // Only what is known to be good, and to be what lies there now.
      const isSo = seen?.set && (await stampAt(path)) === seen.stamp
      await keep(isSo ? seen.set : undefined)
    }),
  )

  function remember(path: string, seen: Seen): Seen {
    recent.delete(path)
    recent.set(path, seen)
    const [oldest] = recent.keys()
    if (recent.size > remembered && oldest !== undefined) recent.delete(oldest)
    return seen
  }

  /** The set as it is on the disk now. */
  async function look(annotator: string, id: string): Promise<Seen> {
    const path = paths.set(annotator, id)
    const stamp = await stampAt(path)
    const known = recent.get(path)
    if (known && known.stamp === stamp) return known
    const set = stamp === undefined ? undefined : await readSet(paths, annotator, id)
    await kept.comparedWithLast({ annotator, documentId: id }, set)
    return remember(path, { stamp, set })
  }

  /** The stored set, or undefined where this annotator has none yet. */
  const find = async (annotator: string, id: string) => (await look(annotator, id)).set

  const findOrEmpty = async (annotator: string, { id, textDigest }: Document) =>
    (await find(annotator, id)) ?? emptySet(id, textDigest, annotator)

  /**
   * Write what comes of `seen`, if at the last moment before it takes its place the file is still as it was seen;
   * undefined if it is not. The log is flushed before the file takes its place, so that a power cut that undoes the
   * renaming loses nothing.
   */
  async function writeUpon(seen: Seen, path: string, saving: Saving) {
    const { next, entries } = nextOf(seen.set, saving)
    const { annotator, document, actions } = saving
    // An undo takes away what the log can bring back.
    if (actions.some(({ kind }) => kind === 'edit'))
      await kept.keepAside(path, seen.set, next).catch(() => {})
    const logging = log.append(annotator, document.id, entries)
    logging.catch(() => {})
    let changed = false
    const confirm = (there: FileStamp | undefined) => {
      changed = there !== seen.stamp
      if (changed) throw appError('cancelled', {})
    }
    try {
      const stamp = await writeStored(path, storedSet, next, {
        confirm,
        beside: logging,
        written: 'elsewhere-too',
      })
      remember(path, { stamp, set: next })
      kept.keepSoon(path)
      return next
    } catch (error) {
      const takeOut = await logging.catch(() => undefined)
      await takeOut?.()
      if (changed) return undefined
      throw error
    }
  }

  /** Make the actions upon the revision they were made on, check the result, write it; the saved set is the answer. */
  function save(saving: Saving): Promise<AnnotationSet> {
    const { annotator, document } = saving
    const path = paths.set(annotator, document.id)
    return inTurn(path, async () => {
      // What was seen last will mostly still be so: it is asked while the disk is busy anyway.
      const known = recent.get(path)
      const saved =
        known?.set?.revision === saving.revision && (await writeUpon(known, path, saving))
      if (saved) return saved
      for (;;) {
        const seen = await look(annotator, document.id)
        // A file that is gone while somebody works on it: what is known of it is what she works on.
        const lost = seen.stamp === undefined && saving.revision > 0
        const good = lost ? (await newestGood(paths, annotator, document.id))?.set : seen.set
        const written = await writeUpon({ ...seen, set: good }, path, saving)
        if (written) return written
      }
    })
  }

  /** Set a file that cannot be read aside under another name, and put the newest good state in its place. */
  const recover = (annotator: string, id: string, at: Date) => {
    const path = paths.set(annotator, id)
    return inTurn(path, async () => {
      const good = await newestGood(paths, annotator, id)
      const aside = await asideAs(path, at, good && 'replaced')
      recent.delete(path)
      if (good) await writeStored(path, storedSet, good.set)
      return { aside, good }
    })
  }

  async function close(): Promise<void> {
    await kept.close()
    await log.close()
  }

  return {
    find,
    findOrEmpty,
    save,
    recover,
    history: log.read,
    backups: kept.list,
    readBackup: kept.read,
    close,
  }
}
