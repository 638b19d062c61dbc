import type { AnnotationSet } from '../../model/annotation-set.ts'
import type { Document } from '../../model/document.ts'
import type { LabelScheme } from '../../model/scheme.ts'
import { toJavaName } from '../exchange/attribute-names.ts'
import { flatNames } from '../exchange/flat-attributes.ts'
import { isRecord, type KeptSet } from '../exchange/foreign.ts'
import { relationLayer, spanLayer } from '../exchange/label-feature.ts'
import { escapeText } from './escapes.ts'
import { keptTsv } from './kept-tsv.ts'
import { chainBlock, relationBlock, spanBlock } from './tsv-blocks.ts'
import { type Layer, otherSpanLayer } from './tsv-layers.ts'
import { type Block, numbered, type Sheet, said, sheetOf, stack } from './tsv-sheet.ts'
import { stretchesOf, type Token, type Unit } from './tsv-units.ts'

/** Annotations that no layer of the file can say. */
const oursIn = ({ annotations, places }: Sheet) =>
  annotations.filter(one => !places.layerOf(one) && !places.words.has(one))

const ownLayerBeside = (layers: readonly Layer[]) =>
  layers.some(({ name }) => name === spanLayer) ? otherSpanLayer : spanLayer

/** Our own layer of spans: the label, and every attribute of the scheme. */
function ownSpans(sheet: Sheet, layers: readonly Layer[], scheme: LabelScheme): Block[] {
  if (layers.length > 0 && oursIn(sheet).length === 0) return []
  const names = flatNames(scheme).map(toJavaName)
  return [
    {
      line: `#T_SP=${[ownLayerBeside(layers), 'label', ...names].join('|')}`,
      columns: [
        stack(sheet, undefined, one => numbered(sheet, said(one.label), one)),
        ...names.map(name =>
          stack(sheet, undefined, one =>
            numbered(sheet, said(sheet.values.get(one)?.get(name)), one),
          ),
        ),
      ],
    },
  ]
}

function theirRelations(sheet: Sheet, layer: Layer): Block {
  const features = layer.features.map(({ name }) => name)
  const own = sheet.places.relations.get(layer) ?? []
  return relationBlock(sheet, layer.line, features, own, ({ id, type, order }, name) => {
    const aside = sheet.kept?.relations?.[id]
    if (name === aside?.feature) return type
    if (name === 'order') return order
    return isRecord(aside?.features) ? aside.features[name] : undefined
  })
}

/** Our own layer of relations; of ends in layers of others it can say no more than that they are annotations. */
function ownRelations(sheet: Sheet, layers: readonly Layer[], scheme: LabelScheme): Block[] {
  const { own } = sheet.places
  const isPlain = layers.length === 0
  if (isPlain ? scheme.relationTypes.length === 0 : own.length === 0) return []
  const ours = new Set(oursIn(sheet).map(({ id }) => id))
  const isAmong = own.every(({ from, to }) => ours.has(from) && ours.has(to))
  const base = isPlain || isAmong ? ownLayerBeside(layers) : 'uima.tcas.Annotation'
  const line = `#T_RL=${relationLayer}|kind|order|BT_${base}`
  return [
    relationBlock(sheet, line, ['kind', 'order'], own, ({ type, order }, name) =>
      name === 'kind' ? type : order,
    ),
  ]
}

/** Every layer's block, in the order WebAnno reads them: spans, chains, relations. */
const blocksOf = (sheet: Sheet, layers: readonly Layer[], scheme: LabelScheme): Block[] => [
  ...layers.filter(({ kind }) => kind === 'span').map(layer => spanBlock(sheet, layer)),
  ...ownSpans(sheet, layers, scheme),
  ...layers.filter(({ kind }) => kind === 'chain').map(layer => chainBlock(sheet, layer)),
  ...layers
    .filter(({ kind, base }) => kind === 'relation' && base)
    .map(layer => theirRelations(sheet, layer)),
  ...ownRelations(sheet, layers, scheme),
]

const rowText = (text: string, blocks: readonly Block[], unit: Unit) =>
  [
    unit.name,
    `${unit.start}-${unit.end}`,
    text.slice(unit.start, unit.end),
    ...blocks.flatMap(({ columns }) => columns.map(column => column(unit))),
    '',
  ].join('\t')

/** One file of WebAnno TSV 3.3; offsets are UTF-16 units. What came from layers of others stands in these again. */
export function writeTsv(
  { text }: Document,
  set: AnnotationSet,
  scheme: LabelScheme,
  kept?: KeptSet,
): string {
  const { layers, sentences: known, ids } = keptTsv(kept, text)
  const sheet = sheetOf(set, layers, stretchesOf(text, known), kept)
  const blocks = blocksOf(sheet, layers, scheme)
  const lines = ['#FORMAT=WebAnno TSV 3.3', ...blocks.map(({ line }) => line), '']
  for (const [n, sentence] of sheet.sentences.entries()) {
    const [first, last] = [sentence[0] as Token, sentence.at(-1) as Token]
    // INCEpTION takes a blank line for the beginning of another sentence: none may end the file.
    lines.push('')
    if (ids[n]) lines.push(`#Sentence.id=${escapeText(ids[n])}`)
    for (const line of text.slice(first.start, last.end).split('\n'))
      lines.push(`#Text=${escapeText(line)}`)
    for (const token of sentence)
      for (const unit of [token, ...token.parts]) lines.push(rowText(text, blocks, unit))
  }
  return `${lines.join('\n')}\n`
}
