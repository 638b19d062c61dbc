import type { Annotation } from '../../model/annotation.ts'
import type { AnnotationSet } from '../../model/annotation-set.ts'
import type { Document } from '../../model/document.ts'
import type { LabelScheme } from '../../model/scheme.ts'
import { toJavaName } from '../exchange/attribute-names.ts'
import { flatAttributes, flatNames } from '../exchange/flat-attributes.ts'
import { isRecord, type Kept, type KeptSet, nameIn } from '../exchange/foreign.ts'
import { relationLayer, shortName, spanLayer } from '../exchange/label-feature.ts'
import { isCalled } from '../exchange/labels.ts'
import { chainsOf } from './chains.ts'
import { escapeText, escapeValue } from './escapes.ts'
import { keptTsv } from './kept-tsv.ts'
import { type Layer, otherSpanLayer } from './tsv-layers.ts'
import { placesOf } from './tsv-places.ts'
import { numbersOf, stretchesOf, type Token, type Unit, unitsOf } from './tsv-units.ts'

/** What stands in a column in a row. */
type Column = (unit: Unit) => string
type Block = { line: string; columns: Column[] }

const bracketed = (number: number | undefined) => (number === undefined ? '' : `[${number}]`)
const said = (value: unknown) =>
  value === undefined || value === '' ? '*' : escapeValue(String(value))

/** One file of WebAnno TSV 3.3; offsets are UTF-16 units. What came from layers of others stands in these again. */
export function writeTsv(
  document: Document,
  set: AnnotationSet,
  scheme: LabelScheme,
  kept?: KeptSet,
): string {
  const { text } = document
  const { layers, sentences: known, ids } = keptTsv(kept, text)
  const places = placesOf(set, layers, kept)
  const { layerOf, keptOf, words } = places
  const { sentences, units } = unitsOf(
    stretchesOf(text, known),
    set.annotations.filter(one => !words.has(one)),
  )
  const tokenAt = new Map(sentences.flat().map(token => [token.start, token]))
  const byId = new Map(set.annotations.map(one => [one.id, one]))
  const isPlain = layers.length === 0
  // Where the header does not say what layer an end is of, its number does.
  const unclear = new Set(
    isPlain
      ? []
      : [
          ...[...places.slots.values()].flat().map(({ to }) => to),
          ...places.own.flatMap(({ from, to }) => [from, to]),
        ],
  )
  const numbers = numbersOf(units, layerOf, ({ id }) => unclear.has(id))
  const rowOf = (one: Annotation): Unit | undefined =>
    units.get(one)?.[0] ?? tokenAt.get(one.spans[0]?.start ?? -1)

  /** By the names that the columns of its layer have. */
  const values = new Map(
    set.annotations.map(one => {
      const own = keptOf(one)
      const isForeign = layerOf(one) !== undefined
      const flat = flatAttributes(one.attributes).map(([name, value]): [string, unknown] => [
        isForeign ? nameIn(own, name) : toJavaName(name),
        value,
      ])
      const aside = isForeign && isRecord(own?.attributes) ? Object.entries(own.attributes) : []
      return [one, new Map([...flat, ...aside])]
    }),
  )

  const chains = chainsOf(set.annotations, places)
  const chainOf = (one: Annotation) => chains.get(one)?.chain ?? 0
  const stack =
    (layer: Layer | undefined, say: (one: Annotation) => string): Column =>
    unit => {
      const own = unit.annotations.filter(one => layerOf(one) === layer)
      if (layer?.kind === 'chain') own.sort((a, b) => chainOf(a) - chainOf(b))
      return own.length === 0 ? '_' : own.map(say).join('|')
    }
  const numbered = (value: unknown, one: Annotation) =>
    `${said(value)}${bracketed(numbers.get(one))}`

  const slotOf = (id: string) => kept?.relations?.[id]
  const placeIn = (said: Kept | undefined) => (typeof said?.place === 'number' ? said.place : 1e9)
  function spanBlock(layer: Layer): Block {
    const columns: Column[] = []
    const feature = (name: string): Column =>
      stack(layer, one =>
        numbered(keptOf(one)?.feature === name ? one.label : values.get(one)?.get(name), one),
      )
    for (const { name, at } of layer.features) columns[at] = feature(name)
    for (const { name, at } of layer.slots) {
      const linksOf = (one: Annotation) =>
        (places.slots.get(one) ?? [])
          .filter(({ id }) => slotOf(id)?.slot === name)
          .sort((a, b) => placeIn(slotOf(a.id)) - placeIn(slotOf(b.id)))
      columns[at] = stack(layer, one => {
        const roles = linksOf(one).map(({ type }) => said(isCalled(type, name) ? undefined : type))
        return `${roles.join(';') || '_'}${bracketed(numbers.get(one))}`
      })
      columns[at + 1] = stack(layer, one => {
        const fillers = linksOf(one).flatMap(({ to }) => byId.get(to) ?? [])
        const names = fillers.map(end => `${rowOf(end)?.name}${bracketed(numbers.get(end))}`)
        return names.join(';') || '*'
      })
    }
    if (columns.length === 0) columns.push(stack(layer, one => numbered(undefined, one)))
    // What was added here and has no column gets one.
    const there = new Set(layer.features.map(({ name }) => name))
    const more = new Set(
      set.annotations.flatMap(one =>
        layerOf(one) === layer ? [...(values.get(one)?.keys() ?? [])] : [],
      ),
    )
    const added = [...more].filter(name => !there.has(name) && /^\w+$/.test(name))
    const line = [layer.line.replace(/\|$/, added.length > 0 ? '' : '|'), ...added].join('|')
    return { line, columns: [...columns, ...added.map(feature)] }
  }

  function chainBlock(layer: Layer): Block {
    const columns = layer.features.map(({ name }) =>
      stack(layer, one => {
        const { chain, place } = chains.get(one) ?? { chain: 0, place: 0 }
        if (name === 'referenceType') {
          const label = keptOf(one)?.feature === name ? one.label : undefined
          return `${said(label)}[${chain}]`
        }
        const type = places.next.get(one)?.relation.type ?? keptOf(one)?.relation
        const isNamed = typeof type === 'string' && !isCalled(type, shortName(layer.name))
        return `${said(isNamed ? type : undefined)}->${chain}-${place}`
      }),
    )
    return { line: layer.line, columns }
  }

  /** Relations stand in the row of what they lead to. */
  function relationBlock(
    line: string,
    names: readonly string[],
    relations: AnnotationSet['relations'],
    value: (relation: AnnotationSet['relations'][number], name: string) => unknown,
  ): Block {
    const rows = new Map<Unit, { relation: (typeof relations)[number]; from: string }[]>()
    for (const relation of relations) {
      const [source, target] = [byId.get(relation.from), byId.get(relation.to)]
      const [at, row] = [source && rowOf(source), target && rowOf(target)]
      if (!source || !target || !at || !row) continue
      const [a, b] = [numbers.get(source) ?? 0, numbers.get(target) ?? 0]
      const from = `${at.name}${a === 0 && b === 0 ? '' : `[${a}_${b}]`}`
      rows.set(row, [...(rows.get(row) ?? []), { relation, from }])
    }
    const column =
      (of: (link: { relation: (typeof relations)[number]; from: string }) => string): Column =>
      unit =>
        rows.get(unit)?.map(of).join('|') ?? '_'
    return {
      line,
      columns: [
        ...names.map(name => column(({ relation }) => said(value(relation, name)))),
        column(({ from }) => from),
      ],
    }
  }

  const ours = set.annotations.filter(one => !layerOf(one) && !words.has(one))
  const names = flatNames(scheme).map(toJavaName)
  const ownLayer = layers.some(({ name }) => name === spanLayer) ? otherSpanLayer : spanLayer
  const blocks: Block[] = []
  for (const layer of layers) if (layer.kind === 'span') blocks.push(spanBlock(layer))
  if (isPlain || ours.length > 0)
    blocks.push({
      line: `#T_SP=${[ownLayer, 'label', ...names].join('|')}`,
      columns: [
        stack(undefined, one => numbered(one.label, one)),
        ...names.map(name => stack(undefined, one => numbered(values.get(one)?.get(name), one))),
      ],
    })
  for (const layer of layers) if (layer.kind === 'chain') blocks.push(chainBlock(layer))
  for (const layer of layers)
    if (layer.kind === 'relation' && layer.base) {
      const features = layer.features.map(({ name }) => name)
      const own = places.relations.get(layer) ?? []
      blocks.push(
        relationBlock(layer.line, features, own, ({ id, type, order }, name) => {
          const aside = kept?.relations?.[id]
          if (name === aside?.feature) return type
          return name === 'order'
            ? order
            : isRecord(aside?.features)
              ? aside.features[name]
              : undefined
        }),
      )
    }
  if (isPlain ? scheme.relationTypes.length > 0 : places.own.length > 0) {
    const isAmong = places.own.every(({ from, to }) =>
      [from, to].every(id => ours.some(one => one.id === id)),
    )
    const base = isPlain || isAmong ? ownLayer : 'uima.tcas.Annotation'
    blocks.push(
      relationBlock(
        `#T_RL=${relationLayer}|kind|order|BT_${base}`,
        ['kind', 'order'],
        places.own,
        ({ type, order }, name) => (name === 'kind' ? type : order),
      ),
    )
  }

  const row = (unit: Unit) =>
    [
      unit.name,
      `${unit.start}-${unit.end}`,
      text.slice(unit.start, unit.end),
      ...blocks.flatMap(({ columns }) => columns.map(column => column(unit))),
      '',
    ].join('\t')
  const lines = ['#FORMAT=WebAnno TSV 3.3', ...blocks.map(({ line }) => line), '']
  for (const [n, sentence] of sentences.entries()) {
    const [first, last] = [sentence[0] as Token, sentence.at(-1) as Token]
    // INCEpTION takes a blank line for the beginning of another sentence: none may end the file.
    lines.push('')
    if (ids[n]) lines.push(`#Sentence.id=${escapeText(ids[n])}`)
    for (const line of text.slice(first.start, last.end).split('\n'))
      lines.push(`#Text=${escapeText(line)}`)
    for (const token of sentence) {
      lines.push(row(token))
      for (const part of token.parts) lines.push(row(part))
    }
  }
  return `${lines.join('\n')}\n`
}
