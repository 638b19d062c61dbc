import type { AnnotationSet } from '../../model/annotation-set.ts'
import type { Document } from '../../model/document.ts'
import type { LabelScheme } from '../../model/scheme.ts'
import type { Stretch } from '../../text/paragraphs.ts'
import {
  type ForeignAnnotation,
  type Found,
  isRecord,
  type Kept,
  textOr,
  without,
} from '../exchange/foreign.ts'
import { inUnit } from '../exchange/in-unit.ts'
import { parseJson } from '../exchange/json.ts'
import { metadataIn, metadataNames, metadataOf } from '../exchange/metadata.ts'
import { tokensOf } from '../exchange/tokens.ts'
import { everything, type Format, type FormatProblem, type OffsetUnit } from '../format.ts'
import { layersOf, runsOf, tagsOf } from './layers.ts'

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** Where the words a file had stand in a text; nothing where they are not all of it. */
function wordsIn(text: string, words: unknown): Stretch[] | undefined {
  const found: Stretch[] = []
  let at = 0
  for (const word of listOf(words).map(String)) {
    const start = word === '' ? -1 : text.indexOf(word, at)
    if (start === -1 || text.slice(at, start).trim() !== '') return undefined
    at = start + word.length
    found.push({ start, end: at })
  }
  return found.length > 0 && text.slice(at).trim() === '' ? found : undefined
}

function writeRecord(document: Document, set: AnnotationSet, unit: OffsetUnit, kept: Kept): string {
  const { text } = document
  const place = inUnit(text, unit)
  const { id, words, tagsName, ...record } = kept
  const theirs = wordsIn(text, words)
  // Words of theirs may be longer than ours: where two annotations would meet in one, ours are written.
  const own = theirs && layersOf(theirs, set.annotations).length < 2 ? theirs : undefined
  const tokens = own ?? tokensOf(text)
  const [runs = []] = layersOf(tokens, set.annotations)
  const metadata = metadataOf(document)
  // A column that says something of each word says nothing of other words.
  const columns = Object.entries(record).filter(
    ([, value]) => own || !Array.isArray(value) || value.length !== listOf(words).length,
  )
  return JSON.stringify({
    ...Object.fromEntries(columns),
    id: id ?? `${document.id}.${set.annotator}`,
    tokens: tokens.map(({ start, end }) => text.slice(start, end)),
    [textOr(tagsName) ?? 'ner_tags']: tagsOf(tokens.length, runs, 'iob2'),
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

const known = ['tokens', 'text', 'offsets']

const names = [...metadataNames, 'document_id', 'annotator', 'offset_unit']

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
  const tagsName = ['ner_tags', 'tags', 'labels'].find(name => Array.isArray(record[name])) ?? ''
  const tags = record[tagsName]
  if (!Array.isArray(tokens) || !Array.isArray(tags) || tokens.length !== tags.length)
    return [{ problem: { kind: 'wrong-shape', detail: 'tokens and ner_tags of one length' } }]
  const problems: FormatProblem[] = []
  // What we wrote ourselves is written anew; of anybody else's the words and the name stay.
  const ours = record.id === `${record.document_id}.${record.annotator}`
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
        kept: ours
          ? without(record, ...known, tagsName, ...names, 'id')
          : { ...without(record, ...known, tagsName, ...names), words: tokens, tagsName },
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
