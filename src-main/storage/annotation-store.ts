import { type Action, type LogEntry, perform } from '../../annotations/model/action.ts'
import { type AnnotationSet, emptySet } from '../../annotations/model/annotation-set.ts'
import { checkChanges, checkSet, type Problem } from '../../annotations/model/check-set.ts'
import type { Document } from '../../annotations/model/document.ts'
import type { LabelScheme } from '../../annotations/model/scheme.ts'
import { storedSet } from '../../annotations/model/stored.ts'
import { appError } from '../app-error.ts'
import { actionLog } from './action-log.ts'
import { writeStored } from './json-file.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { ProjectPaths } from './paths.ts'
import { readSet } from './read-set.ts'
import { type FileStamp, stampAt } from './replace-file.ts'

const kept = 16

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

export function annotationStore(paths: ProjectPaths) {
  const inTurn = oneAtATime()
  const log = actionLog(paths)
  /** Sets as last read or written: another program may write the folder too, so a stamp says as of when. */
  const recent = new Map<string, Seen>()

  function remember(path: string, seen: Seen): Seen {
    recent.delete(path)
    recent.set(path, seen)
    const [oldest] = recent.keys()
    if (recent.size > kept && oldest !== undefined) recent.delete(oldest)
    return seen
  }

  /** The set as it is on the disk now. */
  async function look(annotator: string, id: string): Promise<Seen> {
    const path = paths.set(annotator, id)
    const stamp = await stampAt(path)
    const known = recent.get(path)
    if (known && known.stamp === stamp) return known
    const set = stamp === undefined ? undefined : await readSet(paths, annotator, id)
    return remember(path, { stamp, set })
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
    const { annotator, document } = saving
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
        const written = await writeUpon(await look(annotator, document.id), path, saving)
        if (written) return written
      }
    })
  }

  return { find, findOrEmpty, save, history: log.read, close: log.close }
}
