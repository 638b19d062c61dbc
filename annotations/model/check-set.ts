import { type Annotation, type Attributes, type AttributeValue, extentOf } from './annotation.ts'
import type { AnnotationSet } from './annotation-set.ts'
import type { Change } from './change.ts'
import { dateValue } from './date-value.ts'
import type { Document } from './document.ts'
import { forbiddenOverlaps, mayLie } from './overlap.ts'
import { placement } from './placement.ts'
import type { Relation } from './relation.ts'
import { type Attribute, isAsked, type LabelScheme, labelOf } from './scheme.ts'
import { holds, type Span } from './span.ts'

/** Errors refuse a save; warnings are shown and kept. `element` is an annotation's or a relation's id. */
export type Problem = {
  severity: 'error' | 'warning'
  kind:
    | 'other-document'
    | 'other-text'
    | 'duplicate-id'
    | 'unknown-label'
    | 'span-outside-text'
    | 'quote-differs'
    | 'splits-character'
    | 'spans-out-of-order'
    | 'overlap-not-allowed'
    | 'unknown-attribute'
    | 'bad-attribute'
    | 'missing-attribute'
    | 'unknown-relation-type'
    | 'relation-end-missing'
    | 'relation-not-allowed'
    | 'order-not-a-chain'
    | 'nesting-circle'
  element?: string
  detail?: string
}

/** What of a document a set is held against. */
export type CheckedDocument = Pick<Document, 'id' | 'text' | 'textDigest'>

/** A mark, joiner or variation selector belongs to the character before it. */
const continues = /^[\p{M}\u200d]/u
const lowSurrogate = (text: string, at: number) => {
  const unit = text.charCodeAt(at)
  const before = text.charCodeAt(at - 1)
  return unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff
}

function checkSpan(text: string, element: string, span: Span): Problem[] {
  if (span.end > text.length) return [{ severity: 'error', kind: 'span-outside-text', element }]
  if (!holds(text, span))
    return [{ severity: 'error', kind: 'quote-differs', element, detail: span.quote }]
  for (const edge of [span.start, span.end]) {
    if (lowSurrogate(text, edge)) return [{ severity: 'error', kind: 'splits-character', element }]
    if (edge > 0 && edge < text.length && continues.test(text.slice(edge, edge + 2)))
      return [{ severity: 'warning', kind: 'splits-character', element, detail: span.quote }]
  }
  return []
}

/** Is this a value the attribute can have? */
export function fits(attribute: Attribute, value: AttributeValue): boolean {
  switch (attribute.type) {
    case 'choice':
      return attribute.choices.some(({ id }) => id === value)
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'yes-no':
      return typeof value === 'boolean'
    case 'text':
    case 'actor':
    case 'proposition':
      return typeof value === 'string' && value !== ''
    case 'date':
      return dateValue.safeParse(value).success
  }
}

/** Values that the scheme does not know or allow, and those it asks for that are not there. */
function checkAttributes(
  element: string,
  asked: readonly Attribute[],
  attributes: Attributes,
  isAsked: (attribute: Attribute) => boolean,
): Problem[] {
  const problems: Problem[] = []
  for (const [id, value] of Object.entries(attributes)) {
    const attribute = asked.find(attribute => attribute.id === id)
    if (!attribute)
      problems.push({ severity: 'error', kind: 'unknown-attribute', element, detail: id })
    else if (!fits(attribute, value))
      problems.push({ severity: 'error', kind: 'bad-attribute', element, detail: id })
  }
  for (const attribute of asked)
    if (attribute.required && !Object.hasOwn(attributes, attribute.id) && isAsked(attribute))
      problems.push({
        severity: 'warning',
        kind: 'missing-attribute',
        element,
        detail: attribute.id,
      })
  return problems
}

function checkAnnotation(text: string, annotation: Annotation, scheme: LabelScheme): Problem[] {
  const { id: element, label: labelId, spans, attributes } = annotation
  const problems = spans.flatMap(span => checkSpan(text, element, span))
  if (spans.some((span, at) => at > 0 && span.start < (spans[at - 1] as Span).end))
    problems.push({ severity: 'error', kind: 'spans-out-of-order', element })
  const label = labelOf(scheme, labelId)
  if (!label)
    return [...problems, { severity: 'error', kind: 'unknown-label', element, detail: labelId }]
  const asked = checkAttributes(element, label.attributes, attributes, attribute =>
    isAsked(label, attribute, attributes),
  )
  return [...problems, ...asked]
}

function checkRelations(
  relations: readonly Relation[],
  labels: ReadonlyMap<string, string>,
  scheme: LabelScheme,
): Problem[] {
  const chains = new Map<string, number[]>()
  const problems: Problem[] = []
  for (const { id: element, type: typeId, from, to, order, attributes = {} } of relations) {
    const type = scheme.relationTypes.find(({ id }) => id === typeId)
    const [fromLabel, toLabel] = [labels.get(from), labels.get(to)]
    if (!type)
      problems.push({ severity: 'error', kind: 'unknown-relation-type', element, detail: typeId })
    else if (fromLabel === undefined || toLabel === undefined)
      problems.push({ severity: 'error', kind: 'relation-end-missing', element })
    else if (!type.from.includes(fromLabel) || !type.to.includes(toLabel))
      problems.push({ severity: 'error', kind: 'relation-not-allowed', element, detail: typeId })
    if (type)
      problems.push(...checkAttributes(element, type.attributes ?? [], attributes, () => true))
    if (typeId === 'source' && order !== undefined)
      chains.set(from, [...(chains.get(from) ?? []), order])
  }
  for (const [element, orders] of chains)
    if (orders.sort((a, b) => a - b).some((order, at) => order !== at + 1))
      problems.push({ severity: 'warning', kind: 'order-not-a-chain', element })
  return problems
}

/** Claims that stand inside themselves: said once, of the first of the circle. */
function checkNesting(relations: readonly Relation[]): Problem[] {
  const around = new Map<string, string[]>()
  for (const { type, from, to } of relations)
    if (type === 'within') around.set(from, [...(around.get(from) ?? []), to])
  const clear = new Set<string>()
  const problems: Problem[] = []
  function goesBack(id: string, path: ReadonlySet<string>): boolean {
    if (path.has(id)) return true
    if (clear.has(id)) return false
    clear.add(id)
    return (around.get(id) ?? []).some(outer => goesBack(outer, new Set([...path, id])))
  }
  for (const element of around.keys())
    if (!clear.has(element) && goesBack(element, new Set()))
      problems.push({ severity: 'error', kind: 'nesting-circle', element })
  return problems
}

/** Two that may not lie as they do; the same pair is the same problem, whichever is asked about. */
function overlapProblem(a: Annotation, b: Annotation): Problem {
  const [element, detail] = a.id < b.id ? [a.id, b.id] : [b.id, a.id]
  return { severity: 'error', kind: 'overlap-not-allowed', element, detail }
}

/** Everything that is wrong with a set, given the document it is about and the project's scheme. */
export function checkSet(
  set: AnnotationSet,
  document: CheckedDocument,
  scheme: LabelScheme,
): Problem[] {
  const problems: Problem[] = []
  if (set.documentId !== document.id) problems.push({ severity: 'error', kind: 'other-document' })
  if (set.textDigest !== document.textDigest)
    problems.push({ severity: 'error', kind: 'other-text', detail: set.textDigest })
  const labels = new Map<string, string>()
  for (const annotation of set.annotations) {
    const { id, label } = annotation
    if (labels.has(id)) problems.push({ severity: 'error', kind: 'duplicate-id', element: id })
    labels.set(id, label)
    for (const problem of checkAnnotation(document.text, annotation, scheme)) problems.push(problem)
  }
  const links = new Set<string>()
  for (const { id } of set.relations) {
    if (links.has(id) || labels.has(id))
      problems.push({ severity: 'error', kind: 'duplicate-id', element: id })
    links.add(id)
  }
  problems.push(...checkRelations(set.relations, labels, scheme), ...checkNesting(set.relations))
  for (const [a, b] of forbiddenOverlaps(set.annotations, scheme.overlap ?? 'any'))
    problems.push(overlapProblem(a, b))
  return problems
}

/** Overlaps of what was touched with anything in the set. */
function touchedOverlaps(
  set: AnnotationSet,
  touched: ReadonlySet<string | undefined>,
  { overlap = 'any' }: LabelScheme,
): Problem[] {
  if (overlap === 'any') return []
  const places = placement(set.annotations)
  return set.annotations
    .filter(({ id }) => touched.has(id))
    .flatMap(annotation => {
      const { start, end } = extentOf(annotation)
      return places
        .within(start, end)
        .filter(other => !mayLie(annotation, other, overlap))
        .map(other => overlapProblem(annotation, other))
    })
}

const idOf = (change: Change): string | undefined => {
  switch (change.kind) {
    case 'put-annotation':
      return change.annotation.id
    case 'put-relation':
      return change.relation.id
    case 'put-decision':
    case 'remove-decision':
    case 'set-status':
    case 'set-guideline':
      return undefined
    case 'put-alternative':
    case 'drop-alternative':
      return change.annotation.id
    default:
      return change.id
  }
}

/**
 * What changes may have made wrong in `set`, which they have been applied to: the annotations and relations they
 * touched are looked at, with what these are joined to, and nothing else.
 */
export function checkChanges(
  set: AnnotationSet,
  changes: readonly Change[],
  document: CheckedDocument,
  scheme: LabelScheme,
): Problem[] {
  const touched = new Set(changes.map(idOf))
  const relations = set.relations.filter(
    ({ id, from, to }) => touched.has(id) || touched.has(from) || touched.has(to),
  )
  const near = new Set([...touched, ...relations.flatMap(({ from, to }) => [from, to])])
  const annotations = set.annotations.filter(({ id }) => near.has(id))
  const alone: LabelScheme = { ...scheme, overlap: 'any' }
  return [
    ...checkSet({ ...set, annotations, relations }, document, alone),
    ...touchedOverlaps(set, touched, scheme),
    ...(relations.some(({ type }) => type === 'within') ? checkNesting(set.relations) : []),
  ]
}
