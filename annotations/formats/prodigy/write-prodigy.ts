import type { Attributes } from '../../model/annotation.ts'
import type { AnnotationSet } from '../../model/annotation-set.ts'
import type { Document } from '../../model/document.ts'
import { isRecord, type Kept, type KeptSet, nameIn } from '../exchange/foreign.ts'
import { inUnit } from '../exchange/in-unit.ts'
import { metadataOf } from '../exchange/metadata.ts'
import type { WriteContext } from '../format.ts'
import { prodigyTokens } from './prodigy-tokens.ts'

function ownKeys(kept: Kept | undefined): Kept {
  const { names: _, attributes: __, ...rest } = kept ?? {}
  return rest
}

/** What is said of a span under the names its file had for it, and what the scheme has no place for. */
function attributesOf(attributes: Attributes, kept: Kept | undefined): Kept {
  const unknown = isRecord(kept?.attributes) ? kept.attributes : {}
  const said = Object.entries(attributes).map(([name, value]) => [nameIn(kept, name), value])
  const all = { ...unknown, ...Object.fromEntries(said) }
  return Object.keys(all).length > 0 ? { attributes: all } : {}
}

/** A document and a set as one task. `token_end` is inclusive, as Prodigy has it. */
export function writeProdigy(
  document: Document,
  set: AnnotationSet,
  kept: KeptSet | undefined,
  { unit }: WriteContext,
): string {
  const { text } = document
  const place = inUnit(text, unit)
  const places = set.annotations.flatMap(({ spans }) => spans)
  const tokens = prodigyTokens(text, places)
  const firstAt = new Map(tokens.map(({ start }, at) => [start, at]))
  const lastAt = new Map(tokens.map(({ end }, at) => [end, at]))
  const spans = set.annotations.map(({ id, label, spans: [span], attributes }) => ({
    ...ownKeys(kept?.annotations?.[id]),
    start: place(span?.start ?? 0),
    end: place(span?.end ?? 0),
    token_start: firstAt.get(span?.start ?? -1) ?? 0,
    token_end: lastAt.get(span?.end ?? -1) ?? 0,
    label,
    id,
    ...attributesOf(attributes, kept?.annotations?.[id]),
  }))
  const byId = new Map(spans.map(span => [span.id, span]))
  const end = (id: string) => {
    const { start, end, token_start, token_end, label } = byId.get(id) as (typeof spans)[number]
    return { start, end, token_start, token_end, label, id }
  }
  const relations = set.relations.map(({ id, type, from, to, order }) => ({
    ...kept?.relations?.[id],
    head: end(from).token_end,
    child: end(to).token_end,
    head_span: end(from),
    child_span: end(to),
    label: type,
    ...(order !== undefined && { order }),
  }))
  const { meta, ...record } = kept?.record ?? {}
  return JSON.stringify({
    ...record,
    text,
    tokens: tokens.map(({ start, end, ws }, id) => ({
      text: text.slice(start, end),
      start: place(start),
      end: place(end),
      id,
      ws,
      disabled: false,
    })),
    spans,
    relations,
    meta: {
      ...(isRecord(meta) ? meta : {}),
      ...metadataOf(document),
      document_id: document.id,
      annotator: set.annotator,
      offset_unit: unit,
    },
    answer: typeof record.answer === 'string' ? record.answer : 'accept',
  })
}
