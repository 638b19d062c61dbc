import type { AnnotationSet } from '../../model/annotation-set.ts'
import type { Document } from '../../model/document.ts'
import type { LabelScheme } from '../../model/scheme.ts'
import {
  type ForeignAnnotation,
  type Found,
  isRecord,
  textOr,
  without,
} from '../exchange/foreign.ts'
import { inUnit } from '../exchange/in-unit.ts'
import { parseJson } from '../exchange/json.ts'
import { metadataIn, metadataNames, metadataOf } from '../exchange/metadata.ts'
import { tokensOf } from '../exchange/tokens.ts'
import { everything, type Format, type FormatProblem, type OffsetUnit } from '../format.ts'
import { layersOf, runsOf, tagsOf } from './layers.ts'

function writeRecord(
  document: Document,
  set: AnnotationSet,
  unit: OffsetUnit,
  kept: object,
): string {
  const { text } = document
  const place = inUnit(text, unit)
  const tokens = tokensOf(text)
  const [runs = []] = layersOf(tokens, set.annotations)
  const metadata = metadataOf(document)
  return JSON.stringify({
    ...kept,
    id: `${document.id}.${set.annotator}`,
    tokens: tokens.map(({ start, end }) => text.slice(start, end)),
    ner_tags: tagsOf(tokens.length, runs, 'iob2'),
    text,
    offsets: tokens.map(({ start, end }) => [place(start), place(end)]),
    // Every record has every column, so that they are one table.
    ...Object.fromEntries(
      metadataNames.map(name => [name, metadata[name as keyof typeof metadata] ?? null]),
    ),
    document_id: document.id,
    annotator: set.annotator,
    offset_unit: unit,
  })
}

/** `features.json` as the datasets library reads it: tags are written as words, and encoded by these names. */
function features({ labels }: LabelScheme): string {
  const value = (dtype: string) => ({ dtype, _type: 'Value' })
  const names = ['O', ...labels.flatMap(({ id }) => [`B-${id}`, `I-${id}`])]
  const columns = {
    id: value('string'),
    tokens: { feature: value('string'), _type: 'Sequence' },
    ner_tags: { feature: { names, _type: 'ClassLabel' }, _type: 'Sequence' },
    text: value('string'),
    offsets: {
      feature: { feature: value('int64'), length: 2, _type: 'Sequence' },
      _type: 'Sequence',
    },
    ...Object.fromEntries(metadataNames.map(name => [name, value('string')])),
    document_id: value('string'),
    annotator: value('string'),
    offset_unit: value('string'),
  }
  return `${JSON.stringify(columns, null, 2)}\n`
}

const known = ['tokens', 'ner_tags', 'tags', 'labels', 'text', 'offsets', 'id']

/** Tags as words. Numbers whose names are not there stand for themselves, and a run of one is one annotation. */
function wordsFor(tags: readonly unknown[], problems: FormatProblem[]): string[] {
  if (tags.some(tag => typeof tag === 'number')) problems.push({ kind: 'labels-are-numbers' })
  return tags.map(tag => {
    if (typeof tag === 'number') return tag === 0 ? 'O' : `I-${tag}`
    return textOr(tag) ?? 'O'
  })
}

function readRecord(line: string): Found[] {
  const parsed = parseJson(line)
  if ('problem' in parsed) return [parsed]
  const record = parsed.value
  if (!isRecord(record)) return [{ problem: { kind: 'wrong-shape', detail: 'not an object' } }]
  const { tokens } = record
  const tags = record.ner_tags ?? record.tags ?? record.labels
  if (!Array.isArray(tokens) || !Array.isArray(tags) || tokens.length !== tags.length)
    return [{ problem: { kind: 'wrong-shape', detail: 'tokens and ner_tags of one length' } }]
  const problems: FormatProblem[] = []
  const said = textOr(record.text)
  const offsets = Array.isArray(record.offsets) && said !== undefined ? record.offsets : undefined
  const places: [number, number][] = []
  let joined = ''
  for (const [at, token] of tokens.entries()) {
    const own = offsets?.[at]
    if (joined !== '') joined += ' '
    const start = joined.length
    joined += String(token)
    places.push(Array.isArray(own) ? [Number(own[0]), Number(own[1])] : [start, joined.length])
  }
  const words = wordsFor(tags, problems)
  const annotations = runsOf([words]).map(
    ({ label, first, last }): ForeignAnnotation => ({
      label,
      spans: [{ start: places[first]?.[0] ?? Number.NaN, end: places[last]?.[1] ?? Number.NaN }],
    }),
  )
  return [
    {
      document: {
        id: textOr(record.document_id),
        text: offsets ? said : joined,
        metadata: metadataIn(record),
        unit: offsets && record.offset_unit !== 'utf-16' ? 'code points' : 'utf-16',
        unitIsFixed: record.offset_unit !== undefined || !offsets,
        kept: without(
          record,
          ...known,
          ...metadataNames,
          'document_id',
          'annotator',
          'offset_unit',
        ),
        problems,
        sets: [{ annotator: textOr(record.annotator), annotations, relations: [] }],
      },
    },
  ]
}

/** Hugging Face token classification: words and their tags, the text and its offsets beside them. */
export const hfTokens: Format = {
  id: 'hf-tokens',
  name: 'Hugging Face token classification',
  extension: '.jsonl',
  layout: 'file',
  offsets: 'code points',
  units: ['code points', 'utf-16'],
  capabilities: {
    ...everything,
    overlap: false,
    discontinuous: false,
    subWord: false,
    attributes: false,
    relations: false,
    trims: 'white-space',
  },
  writer: {
    sides: ['.features.json'],
    head: ({ scheme }) => [{ file: '.features.json', text: features(scheme) }],
    write: ({ document, sets }, { unit }) =>
      sets.map(({ set, kept }) => ({
        file: '',
        text: `${writeRecord(document, set, unit, kept?.record ?? {})}\n`,
      })),
  },
  reader: {
    by: 'line',
    looksLike: (name, beginning) =>
      /\.(jsonl|ndjson|json)$/i.test(name) &&
      /"tokens"\s*:\s*\[\s*"/.test(beginning) &&
      /^\s*\{/.test(beginning) &&
      !/"spans"\s*:/.test(beginning),
    read: readRecord,
  },
}
