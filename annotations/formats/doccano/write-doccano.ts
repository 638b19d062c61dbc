import type { AnnotationSet } from '../../model/annotation-set.ts'
import type { Document } from '../../model/document.ts'
import type { KeptSet } from '../exchange/foreign.ts'
import { inUnit } from '../exchange/in-unit.ts'
import { metadataOf } from '../exchange/metadata.ts'
import type { WriteContext } from '../format.ts'

type Entry = { id: number; label: string; start_offset: number; end_offset: number }

/** A document and one set as doccano imports it: triples, or entities where anything written has relations. */
export function writeDoccano(
  document: Document,
  set: AnnotationSet,
  kept: KeptSet | undefined,
  { unit, survey }: WriteContext,
  said: readonly string[] = [],
): string {
  const place = inUnit(document.text, unit)
  const numbers = new Map(set.annotations.map(({ id }, at) => [id, at + 1]))
  const entities = set.annotations.map(({ id, label, spans }, at): Entry => {
    const [span] = spans
    const { names: _, ...more } = kept?.annotations?.[id] ?? {}
    return {
      ...more,
      id: at + 1,
      label,
      start_offset: place(span?.start ?? 0),
      end_offset: place(span?.end ?? 0),
    }
  })
  const relations = set.relations.map(({ id, type, from, to }, at) => ({
    ...kept?.relations?.[id],
    id: at + 1,
    from_id: numbers.get(from),
    to_id: numbers.get(to),
    type,
  }))
  const { Comments: comments, id, ...record } = kept?.record ?? {}
  return JSON.stringify({
    ...(id !== undefined && { id }),
    text: document.text,
    ...(survey.relations > 0
      ? { entities, relations }
      : { label: entities.map(one => [one.start_offset, one.end_offset, one.label]) }),
    ...record,
    ...metadataOf(document),
    document_id: document.id,
    annotator: set.annotator,
    offset_unit: unit,
    Comments: [...(Array.isArray(comments) ? comments : []), ...said],
  })
}
