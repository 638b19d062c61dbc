import type { AnnotationSet } from '../../model/annotation-set.ts'
import type { Document } from '../../model/document.ts'
import { isRecord, type KeptSet } from '../exchange/foreign.ts'
import { inUnit } from '../exchange/in-unit.ts'
import { metadataOf } from '../exchange/metadata.ts'
import type { WriteContext } from '../format.ts'
import { prodigyTokens } from './prodigy-tokens.ts'

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
    ...kept?.annotations?.[id],
    start: place(span?.start ?? 0),
    end: place(span?.end ?? 0),
    token_start: firstAt.get(span?.start ?? -1) ?? 0,
    token_end: lastAt.get(span?.end ?? -1) ?? 0,
    label,
    id,
    ...(Object.keys(attributes).length > 0 && { attributes }),
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
