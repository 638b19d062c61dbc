import { type Attribute, type LabelScheme, labelOf } from './scheme.ts'

/** A thing of the old scheme that the new one has no place for, and what could take its place. */
export type Loss =
  | { kind: 'label'; what: string; heirs: string[] }
  | { kind: 'choice'; what: string; heirs: string[] }
  | { kind: 'attribute'; what: string; heirs: [] }
  | { kind: 'attribute-type'; what: string; heirs: [] }
  | { kind: 'relation-type'; what: string; heirs: string[] }

const idsOf = (things: readonly { id: string }[]) => things.map(({ id }) => id)

function attributeLosses(label: string, from: Attribute, to: Attribute | undefined): Loss[] {
  const what = `${label}.${from.id}`
  if (!to) return [{ kind: 'attribute', what, heirs: [] }]
  if (from.type !== to.type) return [{ kind: 'attribute-type', what, heirs: [] }]
  if (from.type !== 'choice' || to.type !== 'choice') return []
  const kept = idsOf(to.choices)
  return idsOf(from.choices)
    .filter(id => !kept.includes(id))
    .map(id => ({ kind: 'choice', what: `${what}.${id}`, heirs: kept }))
}

/** Everything a new scheme takes away, in the old one's order; each is decided upon before it is made. */
export function schemeLosses(before: LabelScheme, after: LabelScheme): Loss[] {
  const labels = before.labels.flatMap((old): Loss[] => {
    const label = labelOf(after, old.id)
    if (!label) return [{ kind: 'label', what: old.id, heirs: idsOf(after.labels) }]
    return old.attributes.flatMap(attribute =>
      attributeLosses(
        old.id,
        attribute,
        label.attributes.find(({ id }) => id === attribute.id),
      ),
    )
  })
  const types = idsOf(after.relationTypes)
  const relations = idsOf(before.relationTypes)
    .filter(id => !types.includes(id))
    .map((what): Loss => ({ kind: 'relation-type', what, heirs: types }))
  return [...labels, ...relations]
}
