import type { Annotation } from './annotation.ts'
import type { AnnotationSet } from './annotation-set.ts'
import { canonicalSet } from './canonical-set.ts'
import type { Change } from './change.ts'

/** What one state of a set has that another has not: by id, and by content where both have the id. */
export type Difference = {
  added: string[]
  removed: string[]
  changed: string[]
  /** Relations added, removed or changed. */
  relations: number
  status: boolean
}

const byId = <T extends { id: string }>(list: readonly T[]) =>
  new Map(list.map(item => [item.id, item]))

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

function compared<T extends { id: string }>(from: readonly T[], to: readonly T[]) {
  const [old, next] = [byId(from), byId(to)]
  return {
    added: to.filter(({ id }) => !old.has(id)),
    removed: from.filter(({ id }) => !next.has(id)),
    changed: to.filter(item => old.has(item.id) && !same(old.get(item.id), item)),
  }
}

/** How `to` differs from `from`, whatever their revisions. */
export function differenceOf(from: AnnotationSet, to: AnnotationSet): Difference {
  const [before, after] = [canonicalSet(from), canonicalSet(to)]
  const annotations = compared(before.annotations, after.annotations)
  const relations = compared(before.relations, after.relations)
  const ids = (list: { id: string }[]) => list.map(({ id }) => id)
  return {
    added: ids(annotations.added),
    removed: ids(annotations.removed),
    changed: ids(annotations.changed),
    relations: Object.values(relations).flat().length,
    status: before.status !== after.status,
  }
}

/** The changes that make of `from` what `to` holds: relations go before what they join, and come after it. */
export function changesBetween(from: AnnotationSet, to: AnnotationSet): Change[] {
  const [before, after] = [canonicalSet(from), canonicalSet(to)]
  const annotations = compared(before.annotations, after.annotations)
  const relations = compared(before.relations, after.relations)
  const changes: Change[] = [
    ...relations.removed.map(({ id }): Change => ({ kind: 'remove-relation', id })),
    ...annotations.removed.map(({ id }): Change => ({ kind: 'remove-annotation', id })),
    ...[...annotations.changed, ...annotations.added].map(
      (annotation): Change => ({ kind: 'put-annotation', annotation }),
    ),
    ...[...relations.changed, ...relations.added].map(
      (relation): Change => ({ kind: 'put-relation', relation }),
    ),
  ]
  const decisions = compared(before.decisions ?? [], after.decisions ?? [])
  for (const { id } of decisions.removed) changes.push({ kind: 'remove-decision', id })
  for (const decision of [...decisions.changed, ...decisions.added])
    changes.push({ kind: 'put-decision', decision })
  if (before.status !== after.status || before.statusAt !== after.statusAt)
    changes.push({
      kind: 'set-status',
      status: after.status,
      by: after.statusBy,
      at: after.statusAt,
    })
  if (before.guideline !== after.guideline)
    changes.push({ kind: 'set-guideline', version: after.guideline })
  const [old = [], next = []] = [before.alternatives, after.alternatives]
  const without = (list: Annotation[], others: Annotation[]) =>
    list.filter(one => !others.some(other => same(one, other)))
  for (const annotation of without(old, next))
    changes.push({ kind: 'drop-alternative', annotation })
  for (const annotation of without(next, old)) changes.push({ kind: 'put-alternative', annotation })
  return changes
}
