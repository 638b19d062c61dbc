import type { Annotation } from '../../model/annotation.ts'
import type { Document } from '../../model/document.ts'
import { type FlatValue, flatAttributes } from '../exchange/flat-attributes.ts'
import { isRecord, type Kept, type KeptSet, nameIn, textOr, without } from '../exchange/foreign.ts'
import { inUnit } from '../exchange/in-unit.ts'
import { metadataOf } from '../exchange/metadata.ts'
import type { Piece, WriteContext } from '../format.ts'
import { saidBy, valueName } from './said-by.ts'

const record = (value: unknown): Kept => (isRecord(value) ? value : {})

type Where = { start: number; end: number }

/** Does a region of a page still stand where its XPaths say? */
function isAsBefore({ start, globalOffsets }: Kept, where: Where): boolean {
  const place = record(globalOffsets)
  return typeof start === 'string' && place.start === where.start && place.end === where.end
}

/** The control that a value came from, with the value it has now. */
function controlAgain(control: Kept, value: FlatValue, where: Where): Kept {
  const before = record(control.value)
  const place = 'start' in before ? where : {}
  if (String(saidBy(before, control.type)) === String(value))
    return { ...control, value: { ...before, ...place } }
  const name = valueName(before, control.type)
  const now = Array.isArray(before[name]) ? [value] : value
  return { ...control, value: { ...before, ...place, [name]: now } }
}

/** Where a value of an attribute stands in a region's control. */
function controlOf(value: string | number | boolean, isChoice: boolean) {
  if (typeof value === 'number') return { type: 'number', said: { number: value } }
  if (isChoice || typeof value === 'boolean')
    return { type: 'choices', said: { choices: [String(value)] } }
  return { type: 'textarea', said: { text: [value] } }
}

function regionsOf(
  annotation: Annotation,
  id: string,
  place: (offset: number) => number,
  kept: Kept | undefined,
  isChoice: (name: string) => boolean,
) {
  const { label, spans, attributes } = annotation
  const [span] = spans
  if (!span) return []
  const where = { start: place(span.start), end: place(span.end) }
  const { value, attributes: unknown, controls, labelsName, ...more } = kept ?? {}
  const rest = without(more, 'names') ?? {}
  const known = record(controls)
  const type = typeof rest.type === 'string' ? rest.type : 'labels'
  const region = {
    from_name: 'label',
    to_name: 'text',
    ...rest,
    id,
    type,
    value: {
      ...record(value),
      ...(isAsBefore(record(value), where) ? {} : where),
      text: span.quote,
      [textOr(labelsName) ?? type]: [label],
    },
  }
  const said = [...flatAttributes(attributes), ...Object.entries(record(unknown))].flatMap(
    ([name, value]) => {
      if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
        return []
      const own = known[nameIn(kept, name)]
      if (isRecord(own)) return { id, ...controlAgain(own, value, where) }
      const control = controlOf(value, isChoice(`${label}.${name}`))
      return {
        id,
        from_name: `${label}.${name}`,
        to_name: 'text',
        type: control.type,
        value: { ...where, ...control.said },
      }
    },
  )
  return [region, ...said]
}

function resultOf(
  document: Document,
  { set, kept }: Piece['sets'][number],
  prefix: string,
  { unit, scheme }: WriteContext,
) {
  const place = inUnit(document.text, unit)
  const choices = new Set(
    scheme.labels.flatMap(label =>
      label.attributes.flatMap(({ id, type }) => (type === 'choice' ? [`${label.id}.${id}`] : [])),
    ),
  )
  // Ids of ours repeat in every set, Label Studio wants its own to differ; those it gave stay.
  const nameOf = (id: string) => (kept?.annotations?.[id] ? id : `${prefix}.${id}`)
  const regions = set.annotations.flatMap(annotation =>
    regionsOf(annotation, nameOf(annotation.id), place, kept?.annotations?.[annotation.id], name =>
      choices.has(name),
    ),
  )
  const relations = set.relations.map(({ id, type, from, to }) => ({
    direction: 'right',
    ...kept?.relations?.[id],
    from_id: nameOf(from),
    to_id: nameOf(to),
    type: 'relation',
    labels: [type],
  }))
  const others = kept?.set?.others
  return [...regions, ...relations, ...(Array.isArray(others) ? others : [])]
}

/** What was kept of a set, without what is made anew. */
function ownKeys(kept: KeptSet | undefined): Kept {
  const { others: _, machine: __, ...rest } = kept?.set ?? {}
  return rest
}

/** A document as a task, each set on it as an annotation. */
export function writeTask({ document, sets }: Piece, context: WriteContext): string {
  const { data, meta, textName, ...task } = record(
    sets.find(({ kept }) => kept?.record)?.kept?.record,
  )
  const name = typeof textName === 'string' ? textName : 'text'
  const all = sets.map((one, at) => ({
    // What a model said was a prediction before, and is one again.
    machine: one.kept?.set?.machine === true,
    said: {
      ...ownKeys(one.kept),
      annotator: one.set.annotator,
      result: resultOf(document, one, `${document.id.slice(0, 8)}.${at + 1}`, context),
    },
  }))
  const of = (machine: boolean) => all.flatMap(one => (one.machine === machine ? one.said : []))
  return JSON.stringify({
    ...task,
    data: { ...record(data), ...metadataOf(document), [name]: document.text },
    meta: { ...record(meta), document_id: document.id, offset_unit: context.unit },
    annotations: of(false),
    predictions: of(true),
  })
}
