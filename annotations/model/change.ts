import { z } from 'zod'
import { countWhile } from '../text/count-while.ts'
import { type Annotation, annotation, byPlace, elementId } from './annotation.ts'
import { type AnnotationSet, setStatus } from './annotation-set.ts'
import { annotator } from './annotator.ts'
import { byDecisionId, decision } from './decision.ts'
import { type Before, inverseChange } from './inverse-change.ts'
import { manyChanges } from './many-changes.ts'
import { byEnds, type Relation, relation } from './relation.ts'

/** The smallest things that can happen to a set. A save carries these, so it costs what was changed. */
export const change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('put-annotation'), annotation }),
  z.strictObject({ kind: z.literal('remove-annotation'), id: elementId }),
  z.strictObject({ kind: z.literal('put-relation'), relation }),
  z.strictObject({ kind: z.literal('remove-relation'), id: elementId }),
  z.strictObject({ kind: z.literal('put-decision'), decision }),
  z.strictObject({ kind: z.literal('remove-decision'), id: elementId }),
  z.strictObject({
    kind: z.literal('set-status'),
    status: setStatus,
    /** Who and when; filled in when it is saved. */
    by: annotator.optional(),
    at: z.iso.datetime().optional(),
  }),
  /** The version of the guideline it is made under; none takes it away. */
  z.strictObject({ kind: z.literal('set-guideline'), version: z.string().min(1).optional() }),
  /** What another copy says, kept beside until it is decided. */
  z.strictObject({ kind: z.literal('put-alternative'), annotation }),
  z.strictObject({ kind: z.literal('drop-alternative'), annotation }),
])
export type Change = z.infer<typeof change>

/** `list` (sorted) with `item` in its place, an older one of the same id taken out. */
function put<T extends { id: string }>(
  list: readonly T[],
  item: T,
  order: (a: T, b: T) => number,
): T[] {
  const others = list.filter(({ id }) => id !== item.id)
  const place = countWhile(others.length, at => order(others[at] as T, item) < 0)
  others.splice(place, 0, item)
  return others
}

const sameText = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

const others = ({ alternatives = [] }: AnnotationSet, gone: Annotation) =>
  alternatives.filter(one => !sameText(one, gone))

const withAlternatives = (set: AnnotationSet, alternatives: Annotation[]): AnnotationSet => ({
  ...set,
  alternatives: alternatives.length > 0 ? alternatives : undefined,
})

export function applyChange(set: AnnotationSet, change: Change): AnnotationSet {
  switch (change.kind) {
    case 'put-annotation':
      return { ...set, annotations: put<Annotation>(set.annotations, change.annotation, byPlace) }
    case 'remove-annotation':
      return { ...set, annotations: set.annotations.filter(({ id }) => id !== change.id) }
    case 'put-relation':
      return { ...set, relations: put<Relation>(set.relations, change.relation, byEnds) }
    case 'remove-relation':
      return { ...set, relations: set.relations.filter(({ id }) => id !== change.id) }
    case 'put-decision':
      return { ...set, decisions: put(set.decisions ?? [], change.decision, byDecisionId) }
    case 'remove-decision': {
      const { decisions = [], ...rest } = set
      const left = decisions.filter(({ id }) => id !== change.id)
      return left.length === 0 ? rest : { ...rest, decisions: left }
    }
    case 'set-status':
      return { ...set, status: change.status, statusBy: change.by, statusAt: change.at }
    case 'set-guideline':
      return { ...set, guideline: change.version }
    case 'put-alternative':
      return withAlternatives(set, [...others(set, change.annotation), change.annotation])
    case 'drop-alternative':
      return withAlternatives(set, others(set, change.annotation))
  }
}

/** As many changes are made one after another; more of them together. */
const few = 16

export function applyChanges(set: AnnotationSet, changes: readonly Change[]): AnnotationSet {
  return changes.length > few ? manyChanges(set, changes).set : changes.reduce(applyChange, set)
}

const before = (set: AnnotationSet): Before => ({
  ...set,
  annotation: id => set.annotations.find(one => one.id === id),
  relation: id => set.relations.find(one => one.id === id),
  decision: id => set.decisions?.find(one => one.id === id),
  hasAlternative: annotation => others(set, annotation).length < (set.alternatives?.length ?? 0),
})

/** The changes that take `applyChanges(set, changes)` back to `set`. */
export function inverseOf(set: AnnotationSet, changes: readonly Change[]): Change[] {
  if (changes.length > few) return manyChanges(set, changes).inverse
  const undo: Change[] = []
  let state = set
  for (const change of changes) {
    const back = inverseChange(before(state), change)
    if (back) undo.unshift(back)
    state = applyChange(state, change)
  }
  return undo
}

const renumbered = (relation: Relation, order: number): Change => ({
  kind: 'put-relation',
  relation: { ...relation, order },
})

/** What taking one relation away does to the others that leave the same annotation. */
function unlinkOneOf(set: AnnotationSet, id: string): Change[] {
  const gone = set.relations.find(relation => relation.id === id)
  if (!gone) return []
  const changes: Change[] = [{ kind: 'remove-relation', id }]
  const { from, type, order: place } = gone
  const others = set.relations.filter(relation => relation.from === from && relation.id !== id)
  const shared = others.some(other => other.type === type && other.order === place)
  if (place === undefined || type === 'cue' || shared) return changes
  for (const other of others) {
    const { order } = other
    const moves = other.type === type || (type === 'source' && other.type === 'cue')
    if (!moves || order === undefined || order < place) continue
    if (order === place) changes.push({ kind: 'remove-relation', id: other.id })
    else changes.push(renumbered(other, order - 1))
  }
  return changes
}

/**
 * Taking relations away closes up their chains: 1, 2, 3 without a gap. The order of a cue is that of the source it
 * introduces, so cues are no chain of their own: they go with their source, and move with it.
 */
export function unlinkOf(set: AnnotationSet, ...ids: string[]): Change[] {
  const changes: Change[] = []
  let state = set
  for (const id of ids) {
    const unlink = unlinkOneOf(state, id)
    changes.push(...unlink)
    state = applyChanges(state, unlink)
  }
  return changes
}

/** Removing an annotation takes its relations with it. */
export function removalOf(set: AnnotationSet, id: string): Change[] {
  const touching = set.relations.filter(({ from, to }) => from === id || to === id)
  return [
    ...unlinkOf(set, ...touching.map(relation => relation.id)),
    { kind: 'remove-annotation', id },
  ]
}
