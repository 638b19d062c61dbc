import { fromJavaName } from '../exchange/attribute-names.ts'
import { unflattened } from '../exchange/flat-attributes.ts'
import type { Found, Kept } from '../exchange/foreign.ts'
import { labelFeature, shortName } from '../exchange/label-feature.ts'
import type { Source } from '../format.ts'
import { splitAt } from './escapes.ts'
import { keepTsv } from './kept-tsv.ts'
import { readChains } from './read-chains.ts'
import { cell, type Reading, stacked, stackedValue } from './tsv-cells.ts'
import { isOwn, type Layer, layersIn } from './tsv-layers.ts'
import { readTsvRows, type TsvRow } from './tsv-rows.ts'

const placeOf = (layer: string, row: string) => `${layer}\t${row}`

function labelAndAttributes(layer: Layer, values: ReadonlyMap<string, string>) {
  const label = labelFeature(layer.features.map(({ name }) => name))
  const said = label === undefined ? undefined : values.get(label)
  const flat = new Map<string, unknown>()
  const isOurs = isOwn(layer)
  for (const [name, value] of values)
    if (name !== label) flat.set(isOurs ? fromJavaName(name) : name, value)
  const feature = said === undefined ? undefined : label
  const kept: Kept | undefined = isOurs
    ? undefined
    : { layer: layer.name, ...(feature !== undefined && { feature }) }
  return { label: said ?? shortName(layer.name), flat, kept }
}

/** The annotations of a span layer: those with a number go on over rows, the others are of their row alone. */
function readSpans(layer: Layer, rows: readonly TsvRow[], to: Reading) {
  for (const row of rows) {
    const cells = Array.from({ length: layer.width }, (_, at) => cell(row, layer, at))
    // A host of slots may be shown by its roles alone, or by what fills them: of an empty slot one of the two is `*`.
    const nameless = layer.slots.flatMap(({ at }) => [at, at + 1])
    const shown = [
      ...layer.features,
      ...(layer.features.length > 0 ? [] : nameless.length > 0 ? nameless : [0]).map(at => ({
        name: '',
        at,
      })),
    ]
    const columns = shown.map(({ name, at }) => ({ name, values: stacked(cells[at] ?? '_') }))
    const count = Math.max(...columns.map(({ values }) => values.length))
    for (let n = 0; n < count; n++) {
      // What fills a slot ends in the number of the filler, not of the host.
      const own = columns.filter((_, at) => layer.features.length > 0 || at % 2 === 0)
      const number = own.find(({ values }) => values[n]?.number !== undefined)?.values[n]?.number
      const key =
        number === undefined ? `${layer.first}:${row.name}:${n}` : `${layer.first}[${number}]`
      const place = placeOf(layer.name, row.name)
      to.at.set(place, [...(to.at.get(place) ?? []), key])
      const known = to.annotations.get(key)
      if (known) {
        known.from = Math.min(known.from, row.start)
        known.to = Math.max(known.to, row.end)
        continue
      }
      const values = new Map(
        columns.flatMap(({ name, values }) => {
          const said = values[n]?.said
          return said === undefined || name === '' ? [] : [[name, said] as const]
        }),
      )
      const said = labelAndAttributes(layer, values)
      to.annotations.set(key, { id: key, ...said, spans: [], from: row.start, to: row.end })
    }
  }
}

/** `1-5[2]`, `1-5`: an annotation of a layer by its row, and its number where the row does not say. */
function target(layer: string, row: string, number: number, to: Reading, first: number) {
  if (number > 0) return `${first}[${number}]`
  const keys = to.at.get(placeOf(layer, row)) ?? []
  return keys.find(key => key.includes(':')) ?? keys[0]
}

function readSlots(layer: Layer, rows: readonly TsvRow[], layers: readonly Layer[], to: Reading) {
  // A host of several rows names its fillers in each.
  const told = new Set<string>()
  for (const { name, at, target: declared } of layer.slots) {
    // What the header declares comes first; `uima.tcas.Annotation` may be anything.
    const likely = [
      ...layers.filter(other => other.name === declared),
      ...layers.filter(other => other.name !== declared),
    ]
    for (const row of rows) {
      const roles = splitAt(cell(row, layer, at), '|')
      const fillers = splitAt(cell(row, layer, at + 1), '|')
      const own = to.at.get(placeOf(layer.name, row.name)) ?? []
      for (const [n, stack] of roles.entries()) {
        const from = own[n]
        const names = splitAt(stack.replace(/\[\d+\]$/, ''), ';')
        const ends = splitAt(fillers[n] ?? '_', ';')
        for (const [m, end] of ends.entries()) {
          const match = /^(\d+-\d+(?:\.\d+)?)(?:\[(\d+)\])?/.exec(end)
          if (!match || from === undefined) continue
          const found = likely
            .map(other =>
              target(other.name, match[1] as string, Number(match[2] ?? 0), to, other.first),
            )
            .find(key => key !== undefined && to.annotations.has(key))
          const role = stackedValue(names[m] ?? '*').said ?? name
          const link = JSON.stringify([from, at, role, end, m])
          if (told.has(link)) continue
          told.add(link)
          if (found === undefined)
            to.problems.push({ kind: 'relation-end-missing', element: end, detail: role })
          else to.relations.push({ type: role, from, to: found, kept: { slot: name, place: m } })
        }
      }
    }
  }
}

/** Relations stand in the row of their target; the last column names the governor. */
function readRelations(
  layer: Layer,
  rows: readonly TsvRow[],
  layers: readonly Layer[],
  to: Reading,
) {
  const base = layer.base
  if (!base) return
  const joined = layers.find(({ name }) => name === base.name)
  const byName = new Map(rows.map(row => [row.name, row]))
  // Tokens are in no column: those that are joined are taken in, as a CAS with the same relation has them.
  const ownToken = (name: string) => {
    const row = byName.get(name)
    const key = `token:${name}`
    if (row && !to.annotations.has(key))
      to.annotations.set(key, {
        ...{ id: key, label: shortName(base.name), flat: new Map(), spans: [] },
        ...{ kept: { layer: base.name, word: true }, from: row.start, to: row.end },
      })
    return row && key
  }
  const anyOf = (name: string, number: number) =>
    layers
      .filter(({ kind }) => kind === 'span')
      .map(one => target(one.name, name, number, to, one.first))
      .find(key => key !== undefined && to.annotations.has(key))
  const endAt = (name: string, number: number) => {
    if (joined) return target(joined.name, name, number, to, joined.first)
    return base.name === 'uima.tcas.Annotation' ? anyOf(name, number) : ownToken(name)
  }
  const label = labelFeature(
    layer.features.map(({ name }) => name).filter(name => name !== 'order'),
  )
  for (const row of rows) {
    const governors = cell(row, layer, base.at)
    if (governors === '_' || governors === '') continue
    const columns = layer.features.map(({ name, at }) => ({
      name,
      values: stacked(cell(row, layer, at)),
    }))
    for (const [n, governor] of splitAt(governors, '|').entries()) {
      const match = /^(\d+-\d+(?:\.\d+)?)(?:\[(\d+)(?:_(\d+))?\])?/.exec(governor)
      const [, name = '', a = '0', b = '0'] = match ?? []
      const from = endAt(name, Number(a))
      const own = endAt(row.name, Number(b))
      const said = (feature: string | undefined) =>
        columns.find(column => column.name === feature)?.values[n]?.said
      const type = said(label) ?? shortName(layer.name)
      if (from === undefined || own === undefined) {
        to.problems.push({ kind: 'relation-end-missing', element: `${row.name}`, detail: governor })
        continue
      }
      const order = said('order')
      const more = columns.flatMap(({ name }) => {
        const value = name === label || name === 'order' ? undefined : said(name)
        return value === undefined ? [] : [[name, value] as const]
      })
      const kept: Kept | undefined = isOwn(layer)
        ? undefined
        : {
            layer: layer.name,
            ...(said(label) !== undefined && { feature: label }),
            ...(more.length > 0 && { features: Object.fromEntries(more) }),
          }
      to.relations.push({
        type,
        from,
        to: own,
        order: order === undefined ? undefined : Number(order),
        kept,
      })
    }
  }
}

/** A file of WebAnno TSV 3.3. Offsets are UTF-16 units. */
export function readTsv({ text: file }: Source): Found[] {
  if (!file.startsWith('#FORMAT=WebAnno TSV 3'))
    return [{ problem: { kind: 'wrong-shape', detail: 'not WebAnno TSV 3' } }]
  const { header, sentences, rows, text, problems } = readTsvRows(file)
  if (text === '') return [{ problem: { kind: 'no-text' } }]
  const layers = layersIn(header)
  const reading: Reading = { annotations: new Map(), at: new Map(), relations: [], problems }
  for (const layer of layers) if (layer.kind === 'span') readSpans(layer, rows, reading)
  for (const layer of layers) {
    if (layer.kind === 'span') readSlots(layer, rows, layers, reading)
    if (layer.kind === 'relation') readRelations(layer, rows, layers, reading)
    if (layer.kind === 'chain') readChains(layer, rows, reading)
  }
  const annotations = [...reading.annotations.values()].map(({ flat, from, to, ...rest }) => ({
    ...rest,
    spans: [{ start: from, end: to }],
    attributes: unflattened(flat),
  }))
  const isOurs = layers.every(isOwn)
  return [
    {
      document: {
        text,
        metadata: {},
        kept: isOurs ? undefined : keepTsv(header, sentences, text.length),
        unit: 'utf-16',
        unitIsFixed: true,
        sets: [{ annotations, relations: reading.relations }],
        problems,
      },
    },
  ]
}
