import type { Annotation, Attributes, AttributeValue } from '../../model/annotation.ts'
import { byPlace } from '../../model/annotation.ts'
import { dateValue } from '../../model/date-value.ts'
import { byEnds, type Relation } from '../../model/relation.ts'
import { type Attribute, labelOf } from '../../model/scheme.ts'
import type { FormatProblem } from '../format.ts'
import type { Fitted } from './fit-scheme.ts'
import type { Kept, KeptSet } from './foreign.ts'
import { named } from './labels.ts'
import type { SettledSet } from './settle.ts'

const yes = new Set(['true', 'yes', '1', 'نعم'])
const no = new Set(['false', 'no', '0', 'لا'])

/** A foreign value as an attribute's own, or nothing where it is none. */
function valueFor(attribute: Attribute, value: unknown): AttributeValue | undefined {
  switch (attribute.type) {
    case 'yes-no': {
      if (typeof value === 'boolean') return value
      const word = String(value).toLowerCase()
      return yes.has(word) ? true : no.has(word) ? false : undefined
    }
    case 'number': {
      const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
      return typeof number === 'number' && Number.isFinite(number) ? number : undefined
    }
    case 'choice':
      return named(attribute.choices, String(value))?.id
    case 'date': {
      const parsed = dateValue.safeParse(value)
      if (parsed.success) return parsed.data
      const bare = dateValue.safeParse({ type: 'DATE', value, calendar: 'gregorian' })
      return bare.success ? bare.data : undefined
    }
    case 'text':
    case 'actor':
    case 'proposition':
      if (typeof value === 'string') return value === '' ? undefined : value
      return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
  }
}

/** Of what is said of a link, what its type has a place for. */
function valuesFor(asked: readonly Attribute[], said: Readonly<Record<string, unknown>>) {
  const attributes: Attributes = {}
  for (const [name, value] of Object.entries(said)) {
    const attribute = named(asked, name)
    const fits = attribute && valueFor(attribute, value)
    if (attribute && fits !== undefined) attributes[attribute.id] = fits
  }
  return attributes
}

export type FittedSet = {
  annotations: Annotation[]
  relations: Relation[]
  kept: KeptSet
  problems: FormatProblem[]
}

/** A settled set under the labels of a scheme; what has no place in it is kept aside or said. */
export function fitSet(set: SettledSet, fitted: Fitted): FittedSet {
  const { scheme } = fitted
  const problems: FormatProblem[] = []
  const keptAnnotations = new Map<string, Kept>()
  const keptRelations = new Map<string, Kept>()
  const annotations: Annotation[] = []
  for (const settled of set.annotations) {
    const { id, label: foreign, spans, attributes: said, rule, form, kept } = settled
    const label = labelOf(scheme, fitted.labels.get(foreign) ?? '')
    if (!label) {
      problems.push({ kind: 'unknown-label', element: id, detail: foreign })
      continue
    }
    const attributes = new Map<string, AttributeValue>()
    const unknown = new Map<string, unknown>()
    /** What the file calls attributes that have another id here. */
    const names = new Map<string, string>()
    for (const [name, value] of said) {
      const attribute = named(label.attributes, name)
      const fits = attribute && valueFor(attribute, value)
      if (attribute && fits !== undefined) {
        attributes.set(attribute.id, fits)
        if (attribute.id !== name) names.set(attribute.id, name)
      } else unknown.set(name, value)
    }
    const aside: Kept = { ...kept }
    if (names.size > 0) aside.names = Object.fromEntries(names)
    if (unknown.size > 0) aside.attributes = Object.fromEntries(unknown)
    if (Object.keys(aside).length > 0) keptAnnotations.set(id, aside)
    const fittedAttributes: Attributes = Object.fromEntries(attributes)
    annotations.push({
      ...{ id, label: label.id, spans, attributes: fittedAttributes },
      ...(rule !== undefined && { rule }),
      ...(form && { form }),
    })
  }
  const labels = new Map(annotations.map(({ id, label }) => [id, label]))
  const relations: Relation[] = []
  for (const { id, type: foreign, from, to, order, attributes: said, kept } of set.relations) {
    const [source, target] = [labels.get(from), labels.get(to)]
    if (source === undefined || target === undefined) {
      problems.push({ kind: 'relation-end-refused', element: id, detail: foreign })
      continue
    }
    const known = fitted.relations.get(foreign)
    const type = scheme.relationTypes.find(type => type.id === known)
    if (!type) {
      problems.push({ kind: 'unknown-relation-type', element: id, detail: foreign })
      continue
    }
    if (!type.from.includes(source) || !type.to.includes(target)) {
      const detail = `${type.id}: ${source} → ${target}`
      problems.push({ kind: 'relation-not-allowed', element: id, detail })
      continue
    }
    const attributes = valuesFor(type.attributes ?? [], said ?? {})
    relations.push({
      ...{ id, type: type.id, from, to },
      ...(order !== undefined && { order }),
      ...(Object.keys(attributes).length > 0 && { attributes }),
    })
    if (kept) keptRelations.set(id, kept)
  }
  const ordered = new Set(scheme.relationTypes.filter(type => type.ordered).map(({ id }) => id))
  return {
    annotations: annotations.sort(byPlace),
    relations: inChains(relations, ordered).sort(byEnds),
    kept: {
      ...(set.kept && { set: set.kept }),
      ...(keptAnnotations.size > 0 && { annotations: Object.fromEntries(keptAnnotations) }),
      ...(keptRelations.size > 0 && { relations: Object.fromEntries(keptRelations) }),
    },
    problems,
  }
}

/** Links of a chain that came without their places are given the order they came in. */
function inChains(relations: readonly Relation[], ordered: ReadonlySet<string>): Relation[] {
  const next = new Map<string, number>()
  return relations.map(relation => {
    if (relation.order !== undefined || !ordered.has(relation.type)) return relation
    const chain = JSON.stringify([relation.from, relation.type])
    const order = (next.get(chain) ?? 0) + 1
    next.set(chain, order)
    return { ...relation, order }
  })
}
