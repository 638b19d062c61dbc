import { z } from 'zod'
import { fold } from '../arabic/fold.ts'
import type { Annotation, Attributes, AttributeValue } from './annotation.ts'
import type { AnnotationSet } from './annotation-set.ts'
import { linkOf } from './chain.ts'
import { applyChanges, type Change, removalOf, unlinkOf } from './change.ts'
import { fits } from './check-annotation.ts'
import { forbiddenOverlaps } from './overlap.ts'
import type { Relation } from './relation.ts'
import {
  type Attribute,
  isAsked,
  type Label,
  type LabelScheme,
  labelOf,
  type RelationType,
} from './scheme.ts'

const heirs = z.record(z.string(), z.string().nullable())

/** What becomes of what a new scheme has no place for: its heir's id, or null to let it go. Nothing said is null. */
export const migration = z.strictObject({
  labels: heirs,
  /** By `label.attribute.choice`. */
  choices: heirs,
  relationTypes: heirs,
})
export type Migration = z.infer<typeof migration>
export const noHeirs: Migration = { labels: {}, choices: {}, relationTypes: {} }

export const touchKinds = [
  'annotation-removed',
  'relabelled',
  'value-lost',
  'value-changed',
  'relation-removed',
  'relation-retyped',
  'now-incomplete',
  'now-overlapping',
] as const

/** One thing a new scheme does to one annotation or relation. */
export type Touch = {
  kind: (typeof touchKinds)[number]
  /** `claim`, `claim.stance` or `source`: what of the old scheme (of the new one for `now-…`). */
  what: string
}

type Schemes = { before: LabelScheme; after: LabelScheme; migration: Migration }
type Moved = { changes: Change[]; touches: Touch[] }

/** A value made one the attribute can have, if there is a way that loses nothing. */
function converted(
  value: AttributeValue,
  from: Attribute | undefined,
  to: Attribute,
  heirOf: (choice: string) => string | null,
): AttributeValue | undefined {
  const chosen = from?.type === 'choice' && from.choices.find(({ id }) => id === value)
  if (chosen && to.type === 'text') return chosen.name.ar
  if (fits(to, value)) return value
  const heir = from?.type === 'choice' && typeof value === 'string' ? heirOf(value) : null
  if (heir !== null && fits(to, heir)) return heir
  switch (to.type) {
    case 'text':
      return typeof value === 'number' ? String(value) : undefined
    case 'number': {
      const number = typeof value === 'string' ? Number(fold(value).folded) : Number.NaN
      return typeof value === 'string' && value.trim() !== '' && Number.isFinite(number)
        ? number
        : undefined
    }
    case 'choice': {
      const said = chosen ? [chosen.name.ar, chosen.name.en] : [value]
      return to.choices.find(({ name }) => said.includes(name.ar) || said.includes(name.en))?.id
    }
    default:
      return undefined
  }
}

function migrateValues(
  { label: labelId, attributes }: Annotation,
  label: Label,
  { before, migration }: Schemes,
): { attributes: Attributes; touches: Touch[] } {
  const old = labelOf(before, labelId)
  const kept: Attributes = {}
  const touches: Touch[] = []
  for (const [id, value] of Object.entries(attributes)) {
    const what = `${labelId}.${id}`
    const to = label.attributes.find(attribute => attribute.id === id)
    const from = old?.attributes.find(attribute => attribute.id === id)
    // What the old scheme had no place for either is not this change's to judge.
    const wrongAlready = label.id === labelId && !(from && fits(from, value))
    const heirOf = (choice: string) => migration.choices[`${what}.${choice}`] ?? null
    const next = (to && converted(value, from, to, heirOf)) ?? (wrongAlready ? value : undefined)
    if (next === undefined) touches.push({ kind: 'value-lost', what })
    else {
      kept[id] = next
      if (next !== value) touches.push({ kind: 'value-changed', what })
    }
  }
  return { attributes: kept, touches }
}

function migrateAnnotation(set: AnnotationSet, annotation: Annotation, schemes: Schemes): Moved {
  const { id, label: labelId } = annotation
  const known = labelOf(schemes.before, labelId) ?? labelOf(schemes.after, labelId)
  if (!known) return { changes: [], touches: [] }
  const heir = schemes.migration.labels[labelId] ?? undefined
  const label =
    labelOf(schemes.after, labelId) ??
    (heir === undefined ? undefined : labelOf(schemes.after, heir))
  if (!label)
    return {
      changes: removalOf(set, id),
      touches: [
        { kind: 'annotation-removed', what: labelId },
        ...set.relations
          .filter(({ from, to }) => from === id || to === id)
          .map(({ type }): Touch => ({ kind: 'relation-removed', what: type })),
      ],
    }
  const { attributes, touches } = migrateValues(annotation, label, schemes)
  if (label.id !== labelId) touches.unshift({ kind: 'relabelled', what: labelId })
  if (touches.length === 0) return { changes: [], touches }
  const next = { ...annotation, label: label.id, attributes }
  return { changes: [{ kind: 'put-annotation', annotation: next }], touches }
}

/** Did a relation join what the old scheme lets it join? */
const wasRight = (
  { from, to }: Relation,
  labels: ReadonlyMap<string, string>,
  type: RelationType | undefined,
) => type?.from.includes(labels.get(from) ?? '') === true && type.to.includes(labels.get(to) ?? '')

function migrateRelation(
  set: AnnotationSet,
  relation: Relation,
  schemes: Schemes,
  labelsBefore: ReadonlyMap<string, string>,
): Moved {
  const { id, type: typeId, from, to, order } = relation
  const heir = schemes.migration.relationTypes[typeId]
  const type =
    schemes.after.relationTypes.find(one => one.id === typeId) ??
    schemes.after.relationTypes.find(one => one.id === heir)
  const old = schemes.before.relationTypes.find(one => one.id === typeId)
  const labelAt = (end: string) => set.annotations.find(one => one.id === end)?.label ?? ''
  const nothing = { changes: [], touches: [] }
  if (!type?.from.includes(labelAt(from)) || !type.to.includes(labelAt(to)))
    return wasRight(relation, labelsBefore, old)
      ? { changes: unlinkOf(set, id), touches: [{ kind: 'relation-removed', what: typeId }] }
      : nothing
  const reordered = old?.ordered !== type.ordered && type.ordered !== (order !== undefined)
  if (type.id === typeId && !reordered) return nothing
  const without = unlinkOf(set, id)
  const link = linkOf(applyChanges(set, without), {
    id,
    type: type.id,
    from,
    to,
    ordered: type.ordered,
  })
  return {
    changes: [...without, ...link],
    touches: type.id === typeId ? [] : [{ kind: 'relation-retyped', what: typeId }],
  }
}

/** What was right before and is not with the new scheme, though nothing is taken away. */
function newlyWanting(old: AnnotationSet, set: AnnotationSet, { before, after }: Schemes): Touch[] {
  const lacks = (scheme: LabelScheme, { label: labelId, attributes }: Annotation) => {
    const label = labelOf(scheme, labelId)
    return (label?.attributes ?? []).filter(
      attribute =>
        attribute.required &&
        !Object.hasOwn(attributes, attribute.id) &&
        label !== undefined &&
        isAsked(label, attribute, attributes),
    )
  }
  const oldById = new Map(old.annotations.map(annotation => [annotation.id, annotation]))
  const touches = set.annotations.flatMap(annotation => {
    const was = oldById.get(annotation.id)
    const known = was ? lacks(before, was).map(({ id }) => id) : []
    return lacks(after, annotation)
      .filter(({ id }) => !known.includes(id))
      .map(({ id }): Touch => ({ kind: 'now-incomplete', what: `${annotation.label}.${id}` }))
  })
  const overlaps = ({ annotations }: AnnotationSet, { overlap = 'any' }: LabelScheme) =>
    forbiddenOverlaps(annotations, overlap).length
  const more = overlaps(set, after) - overlaps(old, before)
  for (let at = 0; at < more; at++) touches.push({ kind: 'now-overlapping', what: 'overlap' })
  return touches
}

/**
 * The changes that make a set fit a new scheme, and what they do in it. What fits already is left alone, so a set that
 * was migrated is not changed by being migrated again: a migration cut short is simply made once more.
 */
export function migrateSet(set: AnnotationSet, schemes: Schemes): Moved {
  const changes: Change[] = []
  const touches: Touch[] = []
  const labelsBefore = new Map(set.annotations.map(({ id, label }) => [id, label]))
  let state = set
  const take = (moved: Moved) => {
    changes.push(...moved.changes)
    touches.push(...moved.touches)
    state = applyChanges(state, moved.changes)
  }
  for (const annotation of set.annotations) take(migrateAnnotation(state, annotation, schemes))
  for (const { id } of set.relations) {
    const relation = state.relations.find(one => one.id === id)
    if (relation) take(migrateRelation(state, relation, schemes, labelsBefore))
  }
  return { changes, touches: [...touches, ...newlyWanting(set, state, schemes)] }
}
