import { unflattened } from '../exchange/flat-attributes.ts'
import {
  type ForeignAnnotation,
  type ForeignDocument,
  type ForeignRelation,
  type ForeignSet,
  type Found,
  isRecord,
  type Kept,
  textOr,
  without,
} from '../exchange/foreign.ts'
import { parseJson } from '../exchange/json.ts'
import { metadataIn, metadataNames } from '../exchange/metadata.ts'
import type { FormatProblem, Source } from '../format.ts'
import { saidBy } from './said-by.ts'

type Item = Record<string, unknown>

const numberOr = (value: unknown) => (typeof value === 'number' ? value : Number.NaN)

/** The labels of a region and under which name: that of its type, or any that ends so. */
function labelsOf(value: Item, type: unknown): { name: string; labels: string[] } {
  const own = typeof type === 'string' && value[type] !== undefined ? type : undefined
  const name = own ?? Object.keys(value).find(name => /labels$/i.test(name)) ?? 'labels'
  const list = value[name]
  return { name, labels: Array.isArray(list) ? list.flatMap(label => textOr(label) ?? []) : [] }
}

const isLabels = (item: Item) => typeof item.type === 'string' && /labels$/i.test(item.type)

/** Numbers, or of a page beside its XPaths the offsets in all of its text; a quote has to be there to check those by. */
function placeOf(value: Item) {
  const { start, end, globalOffsets } = value
  if (typeof start !== 'string') return { start: numberOr(start), end: numberOr(end) }
  if (!isRecord(globalOffsets) || textOr(value.text) === undefined) return undefined
  return { start: numberOr(globalOffsets.start), end: numberOr(globalOffsets.end) }
}

function readRegion(item: Item, problems: FormatProblem[]): ForeignAnnotation[] {
  const id = textOr(item.id)
  const value = isRecord(item.value) ? item.value : {}
  const place = placeOf(value)
  if (!place) {
    // XPaths into a page: the text they count in is the rendered one, which the file does not hold.
    problems.push({ kind: 'html-region', element: id, detail: textOr(value.text) })
    return []
  }
  const span = { ...place, quote: textOr(value.text) }
  const { name: labelsName, labels } = labelsOf(value, item.type)
  if (labels.length === 0) {
    problems.push({ kind: 'no-label', element: id, detail: span.quote })
    return []
  }
  const isPage = typeof value.start === 'string'
  const rest = without(value, 'text', labelsName, ...(isPage ? [] : ['start', 'end']))
  const kept = {
    ...without(item, 'id', 'value'),
    ...(rest && { value: rest }),
    ...(labelsName !== item.type && { labelsName }),
  }
  return labels.map((label, at) => ({
    id: at === 0 || id === undefined ? id : `${id}-${at + 1}`,
    label,
    spans: [span],
    kept,
  }))
}

function readRelation(item: Item): ForeignRelation[] {
  const { from_id: from, to_id: to, direction } = item
  if (typeof from !== 'string' || typeof to !== 'string') return []
  const labels = Array.isArray(item.labels) ? item.labels.flatMap(label => textOr(label) ?? []) : []
  const ends = direction === 'left' ? { from: to, to: from } : { from, to }
  const kept = without(
    item,
    'from_id',
    'to_id',
    'labels',
    'type',
    ...(direction === 'bi' ? [] : ['direction']),
  )
  return (labels.length > 0 ? labels : ['relation']).map(type => ({ type, ...ends, kept }))
}

/** An annotation or a prediction of a task: its regions, what is said of each, and its relations. */
function readResult(result: unknown, problems: FormatProblem[]) {
  const items = Array.isArray(result) ? result.filter(isRecord) : []
  const annotations = items.filter(isLabels).flatMap(item => readRegion(item, problems))
  const byId = new Map(annotations.map(annotation => [annotation.id, annotation]))
  const flat = new Map<ForeignAnnotation, Map<string, unknown>>()
  const others: Item[] = []
  for (const item of items) {
    if (isLabels(item) || item.type === 'relation') continue
    const of = byId.get(textOr(item.id))
    const value = isRecord(item.value) ? item.value : undefined
    const name = textOr(item.from_name)
    if (!of || !value || name === undefined) {
      others.push(item)
      continue
    }
    const known = flat.get(of) ?? new Map<string, unknown>()
    flat.set(of, known)
    const own = name.startsWith(`${of.label}.`) ? name.slice(of.label.length + 1) : name
    known.set(own, saidBy(value, item.type))
    const { id: _, ...control } = item
    of.kept = { ...of.kept, controls: { ...(of.kept?.controls as Kept), [own]: control } }
  }
  for (const [annotation, said] of flat) annotation.attributes = unflattened(said)
  const relations = items.filter(({ type }) => type === 'relation').flatMap(readRelation)
  return { annotations, relations, others }
}

function nameOf(annotation: Item): string | undefined {
  const { completed_by: by } = annotation
  const own = textOr(annotation.annotator) ?? textOr(annotation.created_username)
  if (own !== undefined) return own
  if (typeof by === 'number') return `annotator ${by}`
  if (!isRecord(by)) return textOr(by)
  return (
    textOr(by.email) ??
    textOr(by.username) ??
    (by.id === undefined ? undefined : `annotator ${by.id}`)
  )
}

function readSet(annotation: unknown, machine: boolean, problems: FormatProblem[]): ForeignSet[] {
  if (!isRecord(annotation)) return []
  if (annotation.was_cancelled === true) {
    problems.push({ kind: 'cancelled', element: String(annotation.id ?? '') })
    return []
  }
  const { annotations, relations, others } = readResult(annotation.result, problems)
  const kept = {
    ...without(annotation, 'result', 'annotator'),
    ...(others.length > 0 && { others }),
    ...(machine && { machine }),
  }
  const annotator = machine
    ? (textOr(annotation.model_version) ?? 'prediction')
    : nameOf(annotation)
  return [{ annotator, machine, annotations, relations, kept }]
}

/** The text of a task: under `text`, else the longest string of its data that is no address. */
function textIn(data: Item): [name: string, text: string] | undefined {
  const strings = Object.entries(data).filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === 'string' && !metadataNames.includes(entry[0]),
  )
  return (
    strings.find(([name]) => name === 'text') ??
    strings
      .filter(([, text]) => /\S\s+\S/.test(text))
      .sort(([, a], [, b]) => b.length - a.length)[0]
  )
}

function readTask(task: unknown): Found {
  if (!isRecord(task)) return { problem: { kind: 'wrong-shape', detail: 'a task is an object' } }
  // The short export has data and labels side by side.
  const data = isRecord(task.data) ? task.data : task
  const found = textIn(data)
  if (!found || found[1] === '')
    return { problem: { kind: 'no-text', element: String(task.id ?? '') } }
  const problems: FormatProblem[] = []
  const [name, text] = found
  const meta = isRecord(task.meta) ? task.meta : {}
  const list = (value: unknown) => (Array.isArray(value) ? value : [])
  const sets = [
    ...list(task.annotations ?? task.completions).flatMap(one => readSet(one, false, problems)),
    ...list(task.predictions).flatMap(one => readSet(one, true, problems)),
  ]
  if (sets.length === 0) sets.push(...fromShort(task))
  const document: ForeignDocument = {
    id: textOr(meta.document_id),
    text,
    metadata: metadataIn(data),
    unit: meta.offset_unit === 'utf-16' ? 'utf-16' : 'code points',
    unitIsFixed: meta.offset_unit !== undefined,
    sets,
    kept: {
      ...without(task, 'data', 'annotations', 'completions', 'predictions', 'meta'),
      ...(without(data, name, ...metadataNames) && { data: without(data, name, ...metadataNames) }),
      ...(without(meta, 'document_id', 'offset_unit') && {
        meta: without(meta, 'document_id', 'offset_unit'),
      }),
      ...(name !== 'text' && { textName: name }),
    },
    problems,
  }
  return { document }
}

/** JSON_MIN: `label: [{start, end, text, labels}]` beside the data. */
function fromShort(task: Item): ForeignSet[] {
  const annotations = Object.values(task)
    .filter(Array.isArray)
    .flat()
    .filter(isRecord)
    .flatMap(item =>
      Array.isArray(item.labels)
        ? readRegion({ type: 'labels', value: item }, []).map(one => ({ ...one, kept: undefined }))
        : [],
    )
  if (annotations.length === 0) return []
  return [{ annotator: textOr(task.annotator), annotations, relations: [] }]
}

/** Label Studio's JSON: a list of tasks, or one. */
export function* readLabelStudio({ text }: Source): Generator<Found> {
  const parsed = parseJson(text)
  if ('problem' in parsed) {
    yield parsed
    return
  }
  const tasks = Array.isArray(parsed.value) ? parsed.value : [parsed.value]
  for (const task of tasks) yield readTask(task)
}
