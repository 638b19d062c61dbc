import { type Annotation, type Attributes, type AttributeValue, byPlace } from './annotation.ts'
import type { AnnotationSet } from './annotation-set.ts'
import { byDecisionId, canonicalDecision } from './decision.ts'
import { byEnds, type Relation } from './relation.ts'

/** `list` in order: itself where it is so already, as what was stored is. */
export function inOrder<T>(list: T[], order: (a: T, b: T) => number): T[] {
  for (let at = 1; at < list.length; at++)
    if (order(list[at - 1] as T, list[at] as T) > 0) return [...list].sort(order)
  return list
}

function canonicalAttribute(value: AttributeValue): AttributeValue {
  if (typeof value !== 'object') return value
  const { type, value: timex, mod, edtf, calendar, anchor, rule, decided } = value
  return { type, value: timex, mod, edtf, calendar, anchor, rule, decided }
}

export function canonicalAttributes(attributes: Attributes): Attributes {
  const written: Attributes = {}
  for (const key of inOrder(Object.keys(attributes), (a, b) => (a < b ? -1 : 1)))
    written[key] = canonicalAttribute(attributes[key] as AttributeValue)
  return written
}

export function canonicalAnnotation(annotation: Annotation): Annotation {
  const { id, label, spans, attributes, rule, form } = annotation
  const written: Annotation = {
    id,
    label,
    spans: spans.map(({ start, end, quote }) => ({ start, end, quote })),
    attributes: canonicalAttributes(attributes),
  }
  if (rule !== undefined) written.rule = rule
  if (form) written.form = { normalised: form.normalised, clitics: form.clitics }
  return written
}

/** A link of which nothing is said is written as links were before anything could be. */
export function canonicalRelation({ id, type, from, to, order, attributes }: Relation): Relation {
  const written: Relation = { id, type, from, to, order }
  if (attributes && Object.keys(attributes).length > 0)
    written.attributes = canonicalAttributes(attributes)
  return written
}

/** Two versions of one annotation lie at one place under one id: what they say tells them apart. */
function byPlaceAndSaying(a: Annotation, b: Annotation): number {
  const place = byPlace(a, b)
  if (place !== 0) return place
  const [one, two] = [a, b].map(version => JSON.stringify(canonicalAnnotation(version))) as [
    string,
    string,
  ]
  return one < two ? -1 : one > two ? 1 : 0
}

/** A set in the one order it is written in: keys as below, annotations by place, relations by their ends. */
export function orderedSet(set: AnnotationSet): AnnotationSet {
  const { documentId, textDigest, annotator, status, revision, updated } = set
  const { statusBy, statusAt, guideline, alternatives } = set
  return {
    documentId,
    textDigest,
    annotator,
    status,
    statusBy,
    statusAt,
    guideline,
    revision,
    updated,
    annotations: inOrder(set.annotations, byPlace),
    relations: inOrder(set.relations, byEnds),
    ...(set.decisions?.length ? { decisions: inOrder(set.decisions, byDecisionId) } : {}),
    ...(alternatives && { alternatives: inOrder(alternatives, byPlaceAndSaying) }),
  }
}

/** The same, each annotation and relation with its keys in order too. */
export function canonicalSet(set: AnnotationSet): AnnotationSet {
  const ordered = orderedSet(set)
  return {
    ...ordered,
    annotations: ordered.annotations.map(canonicalAnnotation),
    relations: ordered.relations.map(canonicalRelation),
    ...(ordered.decisions ? { decisions: ordered.decisions.map(canonicalDecision) } : {}),
    ...(ordered.alternatives && {
      alternatives: ordered.alternatives.map(canonicalAnnotation),
    }),
  }
}
