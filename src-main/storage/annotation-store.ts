import { type Action, type LogEntry, perform } from '../../annotations/model/action.ts'
import { type AnnotationSet, emptySet } from '../../annotations/model/annotation-set.ts'
import { checkChanges, checkSet, type Problem } from '../../annotations/model/check-set.ts'
import type { Document } from '../../annotations/model/document.ts'
import type { LabelScheme } from '../../annotations/model/scheme.ts'
import { storedSet } from '../../annotations/model/stored.ts'
import { appError } from '../app-error.ts'
import { actionLog } from './action-log.ts'
import { asideAs } from './aside.ts'
import { backups } from './backups.ts'
import { readStored, writeStored } from './json-file.ts'
import { newestGood } from './newest-good.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { ProjectPaths } from './paths.ts'
import { readSet } from './read-set.ts'
import { type FileStamp, stampAt } from './replace-file.ts'

const remembered = 16

export type AnnotationStore = ReturnType<typeof annotationStore>

type Saving = {
  document: Document
  scheme: LabelScheme
  annotator: string
  revision: number
  actions: Action[]
  at: Date
}

const isError = ({ severity }: Problem) => severity === 'error'

/** Errors of `next` that `before` did not have: what was already wrong on the disk does not block new work. */
function newErrors(before: AnnotationSet, next: AnnotationSet, saving: Saving): Problem[] {
  const { actions, document, scheme } = saving
  const changes = actions.flatMap(action => action.changes)
  const errors = checkChanges(next, changes, document, scheme).filter(isError)
  if (errors.length === 0) return errors
  const key = ({ kind, element, detail }: Problem) => JSON.stringify([kind, element, detail])
  const old = new Set(checkSet(before, document, scheme).filter(isError).map(key))
  return errors.filter(error => !old.has(key(error)))
}

/** A set as it was last seen on the disk; no set and no stamp where there was none. */
type Seen = { stamp: FileStamp | undefined; set: AnnotationSet | undefined }

/** Much that was there is not there any more; what it was is kept aside. */
export type Shrunk = { annotator: string; documentId: string; was: number; now: number }

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

export function annotationStore(paths: ProjectPaths, notice: (shrunk: Shrunk) => void = () => {}) {
  const inTurn = oneAtATime()
  const log = actionLog(paths)
  const kept = backups(paths)
  const keeping = new Map<string, NodeJS.Timeout>()
  /** Sets as last read or written: another program may write the folder too, so a stamp says as of when. */
  const recent = new Map<string, Seen>()

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
    if (set) await comparedWithLast(path, set)
    return remember(path, { stamp, set })
  }

  /** A set that somebody else made much smaller than it was kept: what was kept is set apart, and said. */
  async function comparedWithLast(path: string, set: AnnotationSet): Promise<void> {
    const [last] = await kept.list(path).catch(() => [])
    if (!last || last.saved === set.updated || last.aside) return
    if (!shrunk(last.annotations, sizeOf(set))) return
    await kept.setAside(path, last).catch(() => {})
    const { annotator, documentId } = set
    notice({ annotator, documentId, was: last.annotations, now: sizeOf(set) })
  }

  /** Keep the state of a set once nobody has saved it for a moment: every action is in the log anyway. */
  function keepSoon(path: string) {
    clearTimeout(keeping.get(path))
    keeping.set(path, setTimeout(() => void keepNow(path).catch(() => {}), rest).unref())
  }

  const keepNow = (path: string) =>
    inTurn(path, async () => {
      clearTimeout(keeping.get(path))
      keeping.delete(path)
      const seen = recent.get(path)
      // Only what is known to be good, and to be what lies there now.
      if (seen?.set && (await stampAt(path)) === seen.stamp)
        await kept.keep(path, { ...stateOf(seen.set), aside: false })
    })

  /** What lies on the disk is kept aside before a save that takes most of it away. */
  async function keepAside(path: string, before: AnnotationSet | undefined, next: AnnotationSet) {
    if (!before || !shrunk(sizeOf(before), sizeOf(next))) return
    await kept.keep(path, { ...stateOf(before), aside: true })
    const { annotator, documentId } = next
    notice({ annotator, documentId, was: sizeOf(before), now: sizeOf(next) })
  }

  /** The stored set, or undefined where this annotator has none yet. */
  const find = async (annotator: string, id: string) => (await look(annotator, id)).set

  const findOrEmpty = async (annotator: string, { id, textDigest }: Document) =>
    (await find(annotator, id)) ?? emptySet(id, textDigest, annotator)

  /** What a saving makes of what was seen, and how that is logged; throws where it may not be made. */
  function nextOf(seen: Seen, saving: Saving): { next: AnnotationSet; entries: LogEntry[] } {
    const { document, annotator, revision, actions } = saving
    const before = seen.set ?? emptySet(document.id, document.textDigest, annotator)
    if (before.revision !== revision)
      throw appError('stale-revision', { saved: before.revision, yours: revision }, before)
    const at = saving.at.toISOString()
    const entries: LogEntry[] = []
    let next = before
    for (const action of actions) {
      const done = perform(next, action, at)
      next = done.set
      entries.push(done.entry)
    }
    const errors = newErrors(before, next, saving)
    if (errors[0])
      throw appError(
        'bad-set',
        { problems: errors.length, first: [errors[0].kind, errors[0].element].join(' ') },
        errors,
      )
    return { next, entries }
  }

  /**
   * Write what comes of `seen`, if at the last moment before it takes its place the file is still as it was seen;
   * undefined if it is not. The log is flushed before the file takes its place, so that a power cut that undoes the
   * renaming loses nothing.
   */
  async function writeUpon(seen: Seen, path: string, saving: Saving) {
    const { next, entries } = nextOf(seen, saving)
    const { annotator, document, actions } = saving
    // An undo takes away what the log can bring back.
    if (actions.some(({ kind }) => kind === 'edit'))
      await keepAside(path, seen.set, next).catch(() => {})
    const logging = log.append(annotator, document.id, entries)
    logging.catch(() => {})
    let changed = false
    const confirm = async () => {
      changed = (await stampAt(path)) !== seen.stamp
      if (changed) throw appError('cancelled', {})
    }
    try {
      const stamp = await writeStored(path, storedSet, next, {
        confirm,
        beside: logging,
        written: 'elsewhere-too',
      })
      remember(path, { stamp, set: next })
      keepSoon(path)
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
      const aside = await asideAs(path, at)
      recent.delete(path)
      if (good) await writeStored(path, storedSet, good.set)
      return { aside, good }
    })
  }

  async function close(): Promise<void> {
    await Promise.all([...keeping.keys()].map(path => keepNow(path).catch(() => {})))
    await log.close()
  }

  return {
    find,
    findOrEmpty,
    save,
    recover,
    history: log.read,
    backups: (annotator: string, id: string) => kept.list(paths.set(annotator, id)),
    readBackup: (annotator: string, id: string, name: string) =>
      readStored(kept.pathOf(paths.set(annotator, id), { name }), storedSet),
    close,
  }
}
