import type { Attribute, Label, LabelScheme, RelationType } from '../../model/scheme.ts'
import {
  attributeFrom,
  calledBy,
  idFrom,
  type Mapping,
  named,
  newLabel,
  type Target,
} from './labels.ts'
import type { SettledSet } from './settle.ts'

/** More new labels or relation types than this are no scheme but a mistake, and are refused. */
const mostNew = 500

/** What an import has added to a scheme so far; these may still grow, what was there before is left as it is. */
export type Grown = { labels: Map<string, string>; relations: Map<string, string> }
export const nothingGrown = (): Grown => ({ labels: new Map(), relations: new Map() })

/** The scheme as it is now, and which of its entries each foreign name is; undefined is refused or skipped. */
export type Fitted = {
  scheme: LabelScheme
  labels: ReadonlyMap<string, string | undefined>
  relations: ReadonlyMap<string, string | undefined>
}

type Values = Map<string, Map<string, unknown[]>>

/** By label the values of each attribute, all sets together. */
function valuesOf(sets: readonly SettledSet[]): Values {
  const found: Values = new Map()
  for (const { annotations } of sets)
    for (const { label, attributes } of annotations) {
      const known = found.get(label) ?? new Map<string, unknown[]>()
      found.set(label, known)
      for (const [name, value] of attributes) {
        const values = known.get(name)
        if (values) values.push(value)
        else known.set(name, [value])
      }
    }
  return found
}

/** `known` with an attribute for each name it has none for. */
function withAttributes(known: readonly Attribute[], values: ReadonlyMap<string, unknown[]>) {
  const all = [...known]
  for (const [name, said] of values) {
    if (named(all, name)) continue
    const id = idFrom(name, 'attribute', id => all.some(attribute => attribute.id === id))
    all.push(attributeFrom(id, name, said))
  }
  return all
}

type Choice = { kind: 'known'; id: string } | { kind: 'add' } | { kind: 'none' }

function choose(
  name: string,
  known: string | undefined,
  given: Readonly<Record<string, Target>>,
  unknown: Mapping['unknown'],
  isThere: (id: string) => boolean,
): Choice {
  const target = Object.hasOwn(given, name) ? given[name] : undefined
  if (target === 'skip') return { kind: 'none' }
  if (target === 'add') return known === undefined ? { kind: 'add' } : { kind: 'known', id: known }
  if (target) return isThere(target.label) ? { kind: 'known', id: target.label } : { kind: 'none' }
  if (known !== undefined) return { kind: 'known', id: known }
  return { kind: unknown === 'add' ? 'add' : 'none' }
}

function fitLabels(sets: readonly SettledSet[], before: LabelScheme, mapping: Mapping, own: Grown) {
  let { labels } = before
  const found = new Map<string, string | undefined>()
  for (const [name, values] of valuesOf(sets)) {
    const known = own.labels.get(name) ?? named(labels, name)?.id
    const there = (id: string) => labels.some(label => label.id === id)
    const choice = choose(name, known, mapping.labels, mapping.unknown, there)
    if (choice.kind === 'add' && own.labels.size < mostNew) {
      const label: Label = newLabel(name, { ...before, labels }, withAttributes([], values))
      labels = [...labels, label]
      own.labels.set(name, label.id)
      found.set(name, label.id)
    } else if (choice.kind === 'known' && own.labels.get(name) === choice.id) {
      labels = labels.map(label => {
        const attributes =
          label.id === choice.id ? withAttributes(label.attributes, values) : label.attributes
        return attributes.length === label.attributes.length ? label : { ...label, attributes }
      })
      found.set(name, choice.id)
    } else found.set(name, choice.kind === 'known' ? choice.id : undefined)
  }
  return { labels, found }
}

/** What each relation type joins. */
function endsOf(sets: readonly SettledSet[], labels: ReadonlyMap<string, string | undefined>) {
  const ends = new Map<string, { from: Set<string>; to: Set<string>; ordered: boolean }>()
  for (const { annotations, relations } of sets) {
    const labelOf = new Map(annotations.map(({ id, label }) => [id, labels.get(label)]))
    for (const { type, from, to, order } of relations) {
      const known = ends.get(type) ?? { from: new Set(), to: new Set(), ordered: false }
      ends.set(type, known)
      const [source, target] = [labelOf.get(from), labelOf.get(to)]
      if (source === undefined || target === undefined) continue
      known.from.add(source)
      known.to.add(target)
      known.ordered ||= order !== undefined
    }
  }
  return ends
}

const union = (list: readonly string[], more: ReadonlySet<string>) => [
  ...new Set([...list, ...more]),
]

/** Finds, adds or leaves out every label and relation type that settled sets use. */
export function fitScheme(
  sets: readonly SettledSet[],
  before: LabelScheme,
  mapping: Mapping,
  own: Grown,
): Fitted {
  const { labels, found } = fitLabels(sets, before, mapping, own)
  let { relationTypes } = before
  const relations = new Map<string, string | undefined>()
  for (const [name, { from, to, ordered }] of endsOf(sets, found)) {
    const known = own.relations.get(name) ?? named(relationTypes, name)?.id
    const there = (id: string) => relationTypes.some(type => type.id === id)
    const choice = choose(name, known, mapping.relations, mapping.unknown, there)
    if (choice.kind === 'add' && from.size > 0 && own.relations.size < mostNew) {
      const id = idFrom(name, 'relation', id => relationTypes.some(type => type.id === id))
      const type: RelationType = {
        id,
        name: calledBy(name, id),
        from: [...from],
        to: [...to],
        ordered,
      }
      relationTypes = [...relationTypes, type]
      own.relations.set(name, type.id)
      relations.set(name, type.id)
    } else if (choice.kind === 'known' && own.relations.get(name) === choice.id) {
      relationTypes = relationTypes.map(type =>
        type.id === choice.id
          ? {
              ...type,
              from: union(type.from, from),
              to: union(type.to, to),
              ordered: type.ordered || ordered,
            }
          : type,
      )
      relations.set(name, choice.id)
    } else relations.set(name, choice.kind === 'known' ? choice.id : undefined)
  }
  const grew = labels !== before.labels || relationTypes !== before.relationTypes
  return { scheme: grew ? { ...before, labels, relationTypes } : before, labels: found, relations }
}
