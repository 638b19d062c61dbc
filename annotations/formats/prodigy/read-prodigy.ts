import {
  type ForeignAnnotation,
  type ForeignRelation,
  type Found,
  isRecord,
  textOr,
  without,
} from '../exchange/foreign.ts'
import { parseJson } from '../exchange/json.ts'
import { metadataIn, metadataNames } from '../exchange/metadata.ts'
import type { FormatProblem } from '../format.ts'

type Item = Record<string, unknown>

const numberOr = (value: unknown) => (typeof value === 'number' ? value : Number.NaN)
const itemsOf = (value: unknown): Item[] => (Array.isArray(value) ? value.filter(isRecord) : [])

/** What the tokens of a span say, to check its offsets by. */
function quoteFrom(tokens: readonly Item[], { token_start: first, token_end: last }: Item) {
  if (typeof first !== 'number' || typeof last !== 'number' || last - first > 10_000)
    return undefined
  const under = tokens.slice(first, last + 1)
  if (under.length === 0 || under.length !== last - first + 1) return undefined
  return under
    .map(({ text, ws }, at) => `${String(text)}${ws === true && at < under.length - 1 ? ' ' : ''}`)
    .join('')
}

function readSpan(span: Item, at: number, tokens: readonly Item[]): ForeignAnnotation | undefined {
  const label = textOr(span.label)
  if (label === undefined) return undefined
  const attributes = isRecord(span.attributes)
    ? new Map(Object.entries(span.attributes))
    : undefined
  return {
    id: span.id === undefined ? `s${at}` : String(span.id),
    label,
    spans: [
      { start: numberOr(span.start), end: numberOr(span.end), quote: quoteFrom(tokens, span) },
    ],
    attributes,
    kept: without(
      span,
      'id',
      'label',
      'start',
      'end',
      'token_start',
      'token_end',
      'text',
      'attributes',
    ),
  }
}

/** The annotation at one end of a relation: by its id, by its place and label, or by the token it ends with. */
function finder(spans: readonly Item[], annotations: readonly (ForeignAnnotation | undefined)[]) {
  const places = new Map<string, string>()
  const ids = new Set<string>()
  const tokens = new Map<number, string>()
  for (const [at, annotation] of annotations.entries()) {
    const span = spans[at]
    const id = annotation?.id
    if (!span || id === undefined) continue
    ids.add(id)
    const place = JSON.stringify([span.start, span.end, span.label])
    if (!places.has(place)) places.set(place, id)
    for (const token of [span.token_end, span.token_start])
      if (typeof token === 'number' && !tokens.has(token)) tokens.set(token, id)
  }
  return (span: unknown, token: unknown): string | undefined => {
    if (isRecord(span)) {
      if (span.id !== undefined && ids.has(String(span.id))) return String(span.id)
      const found = places.get(JSON.stringify([span.start, span.end, span.label]))
      if (found !== undefined) return found
    }
    return typeof token === 'number' ? tokens.get(token) : undefined
  }
}

/** Prodigy's list; of spaCy's `Doc.to_json` the entities and every group of spans. */
function spansIn({ spans, ents }: Item): Item[] {
  const groups = isRecord(spans)
    ? Object.entries(spans).flatMap(([group, list]) =>
        itemsOf(list).map(span => ({ ...span, group })),
      )
    : itemsOf(spans)
  return [...groups, ...itemsOf(ents)]
}

/** A span that names its tokens alone stands where they do. */
function placedBy(tokens: readonly Item[], span: Item): Item {
  const { token_start: first, token_end: last, start, end } = span
  if (start !== undefined || end !== undefined) return span
  if (typeof first !== 'number' || typeof last !== 'number') return span
  return { ...span, start: tokens[first]?.start, end: tokens[last]?.end }
}

const ours = ['text', 'ents', 'tokens', 'spans', 'relations', 'meta']

/** A line of Prodigy's or spaCy's JSONL. */
export function readProdigy(line: string): Found[] {
  const parsed = parseJson(line)
  if ('problem' in parsed) return [parsed]
  const record = parsed.value
  if (!isRecord(record)) return [{ problem: { kind: 'wrong-shape', detail: 'not an object' } }]
  const text = textOr(record.text)
  if (text === undefined) return [{ problem: { kind: 'no-text' } }]
  if (record.answer === 'reject' || record.answer === 'ignore')
    return [{ problem: { kind: 'answered-no', detail: record.answer } }]
  const problems: FormatProblem[] = []
  const tokens = itemsOf(record.tokens)
  const spans = spansIn(record).map(span => placedBy(tokens, span))
  const annotations = spans.map((span, at) => readSpan(span, at, tokens))
  for (const [at, span] of spans.entries())
    if (!annotations[at])
      problems.push({ kind: 'no-label', detail: JSON.stringify(span).slice(0, 120) })
  const find = finder(spans, annotations)
  const relations = itemsOf(record.relations).flatMap((relation): ForeignRelation[] => {
    const from = find(relation.head_span, relation.head)
    const to = find(relation.child_span, relation.child)
    const type = textOr(relation.label) ?? 'relation'
    if (from === undefined || to === undefined) {
      problems.push({ kind: 'relation-end-missing', detail: type })
      return []
    }
    const order = typeof relation.order === 'number' ? relation.order : undefined
    const kept = without(relation, 'head', 'child', 'head_span', 'child_span', 'label', 'order')
    return [{ type, from, to, order, kept }]
  })
  const meta = isRecord(record.meta) ? record.meta : {}
  const own = without(meta, ...metadataNames, 'document_id', 'annotator', 'offset_unit')
  return [
    {
      document: {
        id: textOr(meta.document_id),
        text,
        metadata: metadataIn(meta),
        unit: meta.offset_unit === 'utf-16' ? 'utf-16' : 'code points',
        unitIsFixed: meta.offset_unit !== undefined,
        kept: { ...without(record, ...ours), ...(own && { meta: own }) },
        problems,
        sets: [
          {
            annotator:
              textOr(meta.annotator) ?? textOr(record._annotator_id) ?? textOr(record._session_id),
            annotations: annotations.filter(one => one !== undefined),
            relations,
          },
        ],
      },
    },
  ]
}
