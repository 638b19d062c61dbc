import type { LogEntry } from '../model/action.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import { applyChanges, type Change } from '../model/change.ts'
import { backTo, pathTo } from '../model/history.ts'
import { canonicalText } from './canonical-text.ts'

/** What a change is about: an element by its id, of one kind. */
function elementOf(change: Change): string | undefined {
  switch (change.kind) {
    case 'put-annotation':
      return `annotation ${change.annotation.id}`
    case 'remove-annotation':
      return `annotation ${change.id}`
    case 'put-relation':
      return `relation ${change.relation.id}`
    case 'remove-relation':
      return `relation ${change.id}`
    case 'put-alternative':
    case 'drop-alternative':
      return `alternative ${canonicalText(change.annotation)}`
    case 'set-guideline':
      return 'guideline'
    default:
      return undefined
  }
}

const elementsOf = ({ annotations, relations }: AnnotationSet) => [
  ...annotations.map(({ id }) => `annotation ${id}`),
  ...relations.map(({ id }) => `relation ${id}`),
]

/** The entry that made each element, where it was made on this path and nowhere else that the log knows of. */
function madeBy(start: AnnotationSet, path: readonly LogEntry[], log: readonly LogEntry[]) {
  const onPath = new Set(path)
  const known = new Set(elementsOf(start))
  for (const entry of log)
    if (!onPath.has(entry)) for (const change of entry.changes) known.add(elementOf(change) ?? '')
  const makers = new Map<string, LogEntry>()
  for (const entry of path)
    for (const change of entry.changes) {
      const element = elementOf(change)
      if (element === undefined || known.has(element)) continue
      known.add(element)
      // What a merge or an older state brought in was made by another's action, or before.
      if (entry.kind === 'edit') makers.set(element, entry)
    }
  return makers
}

/** A state without what was changed in the meantime: of that it is not known how it stood. */
function without(set: AnnotationSet, elements: ReadonlySet<string>): AnnotationSet {
  const { guideline, alternatives, ...rest } = set
  const left = alternatives?.filter(one => !elements.has(`alternative ${canonicalText(one)}`))
  return {
    ...rest,
    annotations: set.annotations.filter(({ id }) => !elements.has(`annotation ${id}`)),
    relations: set.relations.filter(({ id }) => !elements.has(`relation ${id}`)),
    ...(guideline !== undefined && !elements.has('guideline') && { guideline }),
    ...(left && left.length > 0 && { alternatives: left }),
  }
}

/**
 * From what a copy without a past of its own (a file that a synchronising tool has put beside another) began, by the log of
 * the other one. Ids are random: a copy that holds what an action made began after that action, though not after what was
 * done to it later, which two may do alike; and as it has an action of its own to its count, it began before the other
 * stood at its revision. What was changed between the two is left out, for it may have begun on either side of that (a
 * removal that was undone would be lost). The gold set's ids are no evidence: who decides alike makes the same.
 */
export function inferredBase(
  known: { set: AnnotationSet; log: readonly LogEntry[] },
  other: AnnotationSet,
): AnnotationSet | undefined {
  if (known.set.decisions || other.decisions) return undefined
  const path = pathTo(known.set, known.log)
  const [first] = path
  if (!first) return undefined
  const stateAfter = (revision: number) => applyChanges(known.set, backTo(path, revision))
  const makers = madeBy(stateAfter(first.revision - 1), path, known.log)
  const evidence = elementsOf(other).flatMap(element => makers.get(element) ?? [])
  const last = evidence
    .filter(({ revision }) => revision < other.revision)
    .reduce<LogEntry | undefined>((a, b) => (a && a.revision > b.revision ? a : b), undefined)
  if (!last) return undefined
  const meanwhile = path.filter(
    ({ revision }) => revision > last.revision && revision < other.revision,
  )
  const unsure = new Set(
    meanwhile.flatMap(({ changes }) => changes.flatMap(change => elementOf(change) ?? [])),
  )
  const { revision, at } = last
  return { ...without(stateAfter(revision), unsure), revision, updated: at }
}
