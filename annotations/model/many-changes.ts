import { type Annotation, byPlace } from './annotation.ts'
import type { AnnotationSet } from './annotation-set.ts'
import type { Change } from './change.ts'
import { byDecisionId } from './decision.ts'
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
  let { status, statusBy, statusAt, guideline } = set
  const kinds = new Set<Change['kind']>()
  /** The last first. */
  const undone: Change[] = []
  const undo = (change: Change | false | undefined) => change && undone.push(change)

  function make(change: Change): void {
    kinds.add(change.kind)
    switch (change.kind) {
      case 'put-annotation':
      case 'remove-annotation': {
        const id = change.kind === 'put-annotation' ? change.annotation.id : change.id
        const before = annotations.find(id)
        if (before) undo({ kind: 'put-annotation', annotation: before })
        else undo(change.kind === 'put-annotation' && { kind: 'remove-annotation', id })
        if (change.kind === 'put-annotation') annotations.put(change.annotation)
        else annotations.remove(id)
        break
      }
      case 'put-relation':
      case 'remove-relation': {
        const id = change.kind === 'put-relation' ? change.relation.id : change.id
        const before = relations.find(id)
        if (before) undo({ kind: 'put-relation', relation: before })
        else undo(change.kind === 'put-relation' && { kind: 'remove-relation', id })
        if (change.kind === 'put-relation') relations.put(change.relation)
        else relations.remove(id)
        break
      }
      case 'put-decision':
      case 'remove-decision': {
        const id = change.kind === 'put-decision' ? change.decision.id : change.id
        const before = decisions.find(id)
        if (before) undo({ kind: 'put-decision', decision: before })
        else undo(change.kind === 'put-decision' && { kind: 'remove-decision', id })
        if (change.kind === 'put-decision') decisions.put(change.decision)
        else decisions.remove(id)
        break
      }
      case 'set-status':
        undo({ kind: 'set-status', status, by: statusBy, at: statusAt })
        ;({ status, by: statusBy, at: statusAt } = change)
        break
      case 'set-guideline':
        undo({ kind: 'set-guideline', version: guideline })
        guideline = change.version
        break
      case 'put-alternative':
      case 'drop-alternative': {
        const { annotation } = change
        const key = JSON.stringify(annotation)
        const isThere = alternatives.delete(key)
        if (change.kind === 'put-alternative') {
          alternatives.set(key, annotation)
          undo(!isThere && { kind: 'drop-alternative', annotation })
        } else undo(isThere && { kind: 'put-alternative', annotation })
        break
      }
    }
  }

  for (const change of changes) make(change)
  const has = (...some: Change['kind'][]) => some.some(kind => kinds.has(kind))
  const next = { ...set }
  if (has('put-annotation', 'remove-annotation')) next.annotations = annotations.result()
  if (has('put-relation', 'remove-relation')) next.relations = relations.result()
  if (has('put-decision', 'remove-decision')) {
    const left = decisions.result()
    if (left.length > 0) next.decisions = left
    else delete next.decisions
  }
  if (has('set-status')) Object.assign(next, { status, statusBy, statusAt })
  if (has('set-guideline')) next.guideline = guideline
  if (has('put-alternative', 'drop-alternative'))
    next.alternatives = alternatives.size > 0 ? [...alternatives.values()] : undefined
  return { set: next, inverse: undone.reverse() }
}
