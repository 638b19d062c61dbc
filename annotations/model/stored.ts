import type { z } from 'zod'
import { type Actor, actor } from './actor.ts'
import { type Annotation, type Attributes, type AttributeValue, byPlace } from './annotation.ts'
import { type AnnotationSet, annotationSet, setStatus, setStatuses } from './annotation-set.ts'
import { byDecisionId, canonicalDecision } from './decision.ts'
import { type DocumentRecord, documentRecord } from './document.ts'
import { type Exceptions, exceptions } from './exceptions.ts'
import { parseBy } from './parse-by.ts'
import { arePlainAnnotations, arePlainRelations } from './plain-annotations.ts'
import { type Project, project } from './project.ts'
import { type Proposition, proposition } from './proposition.ts'
import { byEnds, type Relation } from './relation.ts'
import { type LabelScheme, labelScheme } from './scheme.ts'

export type Unreadable =
  | { kind: 'not-json'; detail: string }
  | { kind: 'wrong-shape'; detail: string }
  | { kind: 'newer'; format: string; known: string }

export type Parsed<T> = { ok: true; value: T } | { ok: false; reason: Unreadable }

/** One kind of file on disk: its format's name and version, its shape, and its one way of being written. */
export type Stored<T> = {
  readonly format: string
  parse(text: string): Parsed<T>
  /** Same value, same bytes: key order as in the schema, LF, final newline. */
  stringify(value: T): string
  /** The same in pieces, for whoever would rather not make again what has not changed. */
  pieces?(value: T): Piece[]
}

/** A piece of a file: as it stands, or made of a value that is replaced and never changed. */
export type Piece = string | { of: object; text(): string }

/** Where in the value and what, of the first thing a schema refuses. */
export function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0]
  return issue ? `${issue.path.join('.') || '(root)'}: ${issue.message}` : 'unknown'
}

/**
 * The value of a JSON text that says `"format": "name/version"`, without that key. A newer version is refused as such:
 * what it means is not ours to guess.
 */
export function parseFormat(text: string, format: string): Parsed<Record<string, unknown>> {
  const [name, version] = format.split('/') as [string, string]
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch (error) {
    return { ok: false, reason: { kind: 'not-json', detail: (error as Error).message } }
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return { ok: false, reason: { kind: 'wrong-shape', detail: 'not an object' } }
  const { format: found, ...rest } = raw as Record<string, unknown>
  const known = typeof found === 'string' && /^([a-z-]+)\/([1-9]\d*)$/.exec(found)
  if (!known || known[1] !== name)
    return { ok: false, reason: { kind: 'wrong-shape', detail: `format is not ${format}` } }
  if (Number(known[2]) > Number(version))
    return { ok: false, reason: { kind: 'newer', format: known[0], known: format } }
  return { ok: true, value: rest }
}

/** A format by its schema, and the one way its values are written. */
export function stored<T>(
  format: string,
  schema: z.ZodType<T>,
  canonical: (value: T) => T,
  quickly: (raw: Record<string, unknown>) => T | undefined = () => undefined,
  write: (value: { format: string } & T) => Piece[] = value => [JSON.stringify(value, null, 2)],
  ofLaterVersion: (
    raw: Record<string, unknown>,
  ) => { format: string; known: string } | undefined = () => undefined,
): Stored<T> {
  const pieces = (value: T): Piece[] => [...write({ format, ...canonical(value) }), '\n']
  return {
    format,
    parse(text) {
      const raw = parseFormat(text, format)
      if (!raw.ok) return raw
      const quick = quickly(raw.value)
      if (quick !== undefined) return { ok: true, value: quick }
      const parsed = parseBy(schema, raw.value)
      if (parsed.success) return { ok: true, value: parsed.data }
      const later = ofLaterVersion(raw.value)
      if (later !== undefined) return { ok: false, reason: { kind: 'newer', ...later } }
      return { ok: false, reason: { kind: 'wrong-shape', detail: firstIssue(parsed.error) } }
    },
    stringify: value =>
      pieces(value)
        .map(piece => (typeof piece === 'string' ? piece : piece.text()))
        .join(''),
    pieces,
  }
}

export const sorted = <V>(record: Record<string, V>): Record<string, V> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))

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
function canonicalRelation({ id, type, from, to, order, attributes }: Relation): Relation {
  const written: Relation = { id, type, from, to, order }
  if (attributes && Object.keys(attributes).length > 0)
    written.attributes = canonicalAttributes(attributes)
  return written
}

/** A list of lines, each made of a value that is replaced and never changed. */
function listOf<T extends object>(values: readonly T[], canonical: (value: T) => T): Piece[] {
  if (values.length === 0) return ['[]']
  const pieces: Piece[] = []
  for (const of of values) {
    pieces.push(pieces.length === 0 ? '[\n    ' : ',\n    ')
    pieces.push({ of, text: () => JSON.stringify(canonical(of)) })
  }
  pieces.push('\n  ]')
  return pieces
}

/** A line an annotation and a relation: what changed is what a diff shows, and what Git merges by. */
function writeSet({
  annotations,
  relations,
  decisions = [],
  alternatives = [],
  ...head
}: { format: string } & AnnotationSet): Piece[] {
  return [
    JSON.stringify(head, null, 2).slice(0, -2),
    ',\n  "annotations": ',
    ...listOf(annotations, canonicalAnnotation),
    ',\n  "relations": ',
    ...listOf(relations, canonicalRelation),
    ...(decisions.length === 0
      ? []
      : [',\n  "decisions": ', ...listOf(decisions, canonicalDecision)]),
    ...(alternatives.length === 0
      ? []
      : [',\n  "alternatives": ', ...listOf(alternatives, canonicalAnnotation)]),
    '\n}',
  ]
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
function orderedSet(set: AnnotationSet): AnnotationSet {
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

// Parsing already yields schema order, so records that are only ever parsed or built whole need no more than this.
export const inSchemaOrder =
  <T>(schema: z.ZodType<T>) =>
  (value: T) =>
    schema.parse(value)

const setWithoutElements = annotationSet.omit({ annotations: true, relations: true })

/** A set whose many annotations and relations need no asking of the schema one by one. */
function plainSet(raw: Record<string, unknown>): AnnotationSet | undefined {
  const { annotations, relations, ...rest } = raw
  if (!arePlainAnnotations(annotations) || !arePlainRelations(relations)) return undefined
  const parsed = setWithoutElements.safeParse(rest)
  return parsed.success ? { ...parsed.data, annotations, relations } : undefined
}

/** A status that is not known is of a later Isnad: what it means is not ours to guess, and the work in it is good. */
function laterStatus({ status }: Record<string, unknown>) {
  if (typeof status !== 'string' || setStatus.safeParse(status).success) return undefined
  return { format: `status “${status.slice(0, 40)}”`, known: setStatuses.join(', ') }
}

export const storedSet: Stored<AnnotationSet> = stored(
  'isnad-set/1',
  annotationSet,
  orderedSet,
  plainSet,
  writeSet,
  laterStatus,
)
export const storedDocument: Stored<DocumentRecord> = stored(
  'isnad-document/1',
  documentRecord,
  inSchemaOrder(documentRecord),
)
export const storedActor: Stored<Actor> = stored('isnad-actor/1', actor, value => {
  const ordered = actor.parse(value)
  return { ...ordered, externalIds: sorted(ordered.externalIds) }
})
export const storedProposition: Stored<Proposition> = stored(
  'isnad-proposition/1',
  proposition,
  inSchemaOrder(proposition),
)
/** What one annotator said names nobody here. */
export const storedExceptions: Stored<Exceptions> = stored(
  'isnad-exceptions/1',
  exceptions,
  inSchemaOrder(exceptions),
)
export const storedProject: Stored<Project> = stored(
  'isnad-project/1',
  project,
  inSchemaOrder(project),
)
/** A scheme by itself, to be handed on. */
export const storedScheme: Stored<LabelScheme> = stored(
  'isnad-scheme/1',
  labelScheme,
  inSchemaOrder(labelScheme),
)
