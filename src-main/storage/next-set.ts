import { type Action, type LogEntry, perform } from '../../annotations/model/action.ts'
import { type AnnotationSet, emptySet } from '../../annotations/model/annotation-set.ts'
import { checkChanges } from '../../annotations/model/check-changes.ts'
import { checkSet } from '../../annotations/model/check-set.ts'
import type { Document } from '../../annotations/model/document.ts'
import type { Problem } from '../../annotations/model/problem.ts'
import type { LabelScheme } from '../../annotations/model/scheme.ts'
import { appError } from '../app-error.ts'

export type Saving = {
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

/** What a saving makes of what was seen, and how that is logged; throws where it may not be made. */
export function nextOf(
  seen: AnnotationSet | undefined,
  saving: Saving,
): { next: AnnotationSet; entries: LogEntry[] } {
  const { document, annotator, revision, actions } = saving
  const before = seen ?? emptySet(document.id, document.textDigest, annotator)
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
