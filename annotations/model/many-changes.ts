import { type Annotation, byPlace } from './annotation.ts'
import type { AnnotationSet } from './annotation-set.ts'
import type { Change } from './change.ts'
import { byDecisionId } from './decision.ts'
import { inverseChange } from './inverse-change.ts'
import { byEnds } from './relation.ts'

type Named = { id: string }

/** A sorted list whose elements are put and taken by id, at a cost that does not grow with the list. */
function changing<T extends Named>(list: readonly T[], order: (a: T, b: T) => number) {
  const now = new Map<string, T>()
  for (const item of list) if (!now.has(item.id)) now.set(item.id, item)
  const touched = new Set<string>()
  return {
    find: (id: string) => now.get(id),
    put(item: T) {
      touched.add(item.id)
      now.set(item.id, item)
    },
    remove(id: string) {
      touched.add(id)
      now.delete(id)
    },
    /** In order, if the list was. */
    result(): T[] {
      const old = list.filter(({ id }) => !touched.has(id))
      const added = [...touched].flatMap(id => now.get(id) ?? []).sort(order)
      const merged: T[] = []
      let at = 0
      for (const item of added) {
        while (at < old.length && order(old[at] as T, item) < 0) merged.push(old[at++] as T)
        merged.push(item)
      }
      for (; at < old.length; at++) merged.push(old[at] as T)
      return merged
    },
  }
}

/**
 * Change a set very many times: the same result as change after change, and the changes that take it back, at a cost that
 * grows with their number and not with its square. What is imported may be a hundred thousand annotations in one go.
 */
export function manyChanges(
  set: AnnotationSet,
  changes: readonly Change[],
): { set: AnnotationSet; inverse: Change[] } {
  const annotations = changing(set.annotations, byPlace)
  const relations = changing(set.relations, byEnds)
  const decisions = changing(set.decisions ?? [], byDecisionId)
  const alternatives = new Map<string, Annotation>()
  for (const one of set.alternatives ?? []) alternatives.set(JSON.stringify(one), one)
  const { status, statusBy, statusAt, guideline } = set
  const now = {
    ...{ status, statusBy, statusAt, guideline },
    annotation: annotations.find,
    relation: relations.find,
    decision: decisions.find,
    hasAlternative: (annotation: Annotation) => alternatives.has(JSON.stringify(annotation)),
  }
  const kinds = new Set<Change['kind']>()
  /** The last first. */
  const undone: Change[] = []

  function make(change: Change): void {
    switch (change.kind) {
      case 'put-annotation':
        annotations.put(change.annotation)
        break
      case 'remove-annotation':
        annotations.remove(change.id)
        break
      case 'put-relation':
        relations.put(change.relation)
        break
      case 'remove-relation':
        relations.remove(change.id)
        break
      case 'put-decision':
        decisions.put(change.decision)
        break
      case 'remove-decision':
        decisions.remove(change.id)
        break
      case 'set-status':
        now.status = change.status
        now.statusBy = change.by
        now.statusAt = change.at
        break
      case 'set-guideline':
        now.guideline = change.version
        break
      case 'put-alternative':
      case 'drop-alternative': {
        const key = JSON.stringify(change.annotation)
        alternatives.delete(key)
        if (change.kind === 'put-alternative') alternatives.set(key, change.annotation)
      }
    }
  }

  for (const change of changes) {
    kinds.add(change.kind)
    const back = inverseChange(now, change)
    if (back) undone.push(back)
    make(change)
  }
  const has = (...some: Change['kind'][]) => some.some(kind => kinds.has(kind))
  const next = { ...set }
  if (has('put-annotation', 'remove-annotation')) next.annotations = annotations.result()
  if (has('put-relation', 'remove-relation')) next.relations = relations.result()
  if (has('put-decision', 'remove-decision')) {
    const left = decisions.result()
    if (left.length > 0) next.decisions = left
    else delete next.decisions
  }
  if (has('set-status')) {
    next.status = now.status
    next.statusBy = now.statusBy
    next.statusAt = now.statusAt
  }
  if (has('set-guideline')) next.guideline = now.guideline
  if (has('put-alternative', 'drop-alternative'))
    next.alternatives = alternatives.size > 0 ? [...alternatives.values()] : undefined
  return { set: next, inverse: undone.reverse() }
}
