import { stat } from 'node:fs/promises'
import { type AnnotationSet, emptySet } from '../../annotations/model/annotation-set.ts'
import { applyChanges, type Change } from '../../annotations/model/change.ts'
import { checkSet, type Problem } from '../../annotations/model/check-set.ts'
import type { Document } from '../../annotations/model/document.ts'
import type { LabelScheme } from '../../annotations/model/scheme.ts'
import { storedSet } from '../../annotations/model/stored.ts'
import { appError } from '../app-error.ts'
import { writeStored } from './json-file.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { ProjectPaths } from './paths.ts'
import { readSet } from './read-set.ts'
import { type FileStamp, stampOf } from './replace-file.ts'

const kept = 16

export type AnnotationStore = ReturnType<typeof annotationStore>

type Saving = {
  document: Document
  scheme: LabelScheme
  annotator: string
  revision: number
  changes: Change[]
  at: Date
}

const errorsOf = (set: AnnotationSet, document: Document, scheme: LabelScheme) =>
  checkSet(set, document, scheme).filter(({ severity }) => severity === 'error')

/** Errors of `next` that `before` did not have: what was already wrong on the disk does not block new work. */
function newErrors(
  before: AnnotationSet,
  next: AnnotationSet,
  document: Document,
  scheme: LabelScheme,
): Problem[] {
  const errors = errorsOf(next, document, scheme)
  if (errors.length === 0) return errors
  const key = ({ kind, element, detail }: Problem) => JSON.stringify([kind, element, detail])
  const old = new Set(errorsOf(before, document, scheme).map(key))
  return errors.filter(error => !old.has(key(error)))
}

export function annotationStore(paths: ProjectPaths) {
  const inTurn = oneAtATime()
  /** Sets as last read or written, with the file's stamp: another program may write the folder too. */
  const recent = new Map<string, { stamp: FileStamp; set: AnnotationSet }>()

  function remember(path: string, stamp: FileStamp | undefined, set: AnnotationSet) {
    recent.delete(path)
    if (stamp !== undefined) recent.set(path, { stamp, set })
    const [oldest] = recent.keys()
    if (recent.size > kept && oldest !== undefined) recent.delete(oldest)
  }

  /** The stored set, or undefined where this annotator has none yet. */
  async function find(annotator: string, id: string): Promise<AnnotationSet | undefined> {
    const path = paths.set(annotator, id)
    const found = await stat(path, { bigint: true }).catch(() => undefined)
    const stamp = found && stampOf(found)
    const known = recent.get(path)
    if (known && known.stamp === stamp) return known.set
    const set = await readSet(paths, annotator, id)
    if (set) remember(path, stamp, set)
    return set
  }

  const findOrEmpty = async (annotator: string, { id, textDigest }: Document) =>
    (await find(annotator, id)) ?? emptySet(id, textDigest, annotator)

  /** Apply changes to the revision they were made on, check the result, write it; the saved set is the answer. */
  function save({
    document,
    scheme,
    annotator,
    revision,
    changes,
    at,
  }: Saving): Promise<AnnotationSet> {
    const path = paths.set(annotator, document.id)
    return inTurn(path, async () => {
      const before = await findOrEmpty(annotator, document)
      if (before.revision !== revision)
        throw appError('stale-revision', { saved: before.revision, yours: revision }, before)
      const next: AnnotationSet = {
        ...applyChanges(before, changes),
        revision: revision + 1,
        updated: at.toISOString(),
      }
      const errors = newErrors(before, next, document, scheme)
      if (errors[0])
        throw appError(
          'bad-set',
          { problems: errors.length, first: [errors[0].kind, errors[0].element].join(' ') },
          errors,
        )
      remember(path, await writeStored(path, storedSet, next), next)
      return next
    })
  }

  return { find, findOrEmpty, save }
}
