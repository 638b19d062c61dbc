import { fromJavaName } from '../exchange/attribute-names.ts'
import { unflattened } from '../exchange/flat-attributes.ts'
import type { ForeignAnnotation, ForeignRelation, Found, Kept } from '../exchange/foreign.ts'
import { labelFeature, relationLayer, shortName, spanLayer } from '../exchange/label-feature.ts'
import type { FormatProblem, Source } from '../format.ts'
import { splitAt, unescaped } from './escapes.ts'
import { type Layer, layersIn } from './tsv-layers.ts'
import { readTsvRows, type TsvRow } from './tsv-rows.ts'

type Value = { said: string | undefined; number: number | undefined }

/** One of the stacked values of a column, with the number that tells it apart. */
function stackedValue(part: string): Value {
  const match = /^((?:[^\\]|\\[\s\S])*?)\[(\d+)\]$/.exec(part)
  const said = match ? (match[1] as string) : part
  const number = match ? Number(match[2]) : undefined
  return { said: said === '*' || said === '_' || said === '' ? undefined : unescaped(said), number }
}

const cell = (row: TsvRow, layer: Layer, at: number) => row.columns[layer.first - 2 + at] ?? '_'
const stacked = (text: string) =>
  text === '_' || text === '' ? [] : splitAt(text, '|').map(stackedValue)

type Reading = {
  annotations: Map<
    string,
    ForeignAnnotation & { flat: Map<string, unknown>; from: number; to: number }
  >
  /** By layer and row, the keys of its annotations in their order. */
  at: Map<string, string[]>
  relations: ForeignRelation[]
  problems: FormatProblem[]
}

const placeOf = (layer: string, row: string) => `${layer}\t${row}`

function labelAndAttributes(layer: Layer, values: ReadonlyMap<string, string>) {
  const label = labelFeature(layer.features.map(({ name }) => name))
  const said = label === undefined ? undefined : values.get(label)
  const flat = new Map<string, unknown>()
  for (const [name, value] of values) if (name !== label) flat.set(fromJavaName(name), value)
  return { label: said ?? shortName(layer.name), flat }
}

/** The annotations of a span layer: those with a number go on over rows, the others are of their row alone. */
function readSpans(layer: Layer, rows: readonly TsvRow[], to: Reading) {
  for (const row of rows) {
    const cells = Array.from({ length: layer.width }, (_, at) => cell(row, layer, at))
    const shown = layer.features.length > 0 ? layer.features : [{ name: '', at: 0 }]
    const columns = shown.map(({ name, at }) => ({ name, values: stacked(cells[at] ?? '_') }))
    const count = Math.max(...columns.map(({ values }) => values.length))
    for (let n = 0; n < count; n++) {
      const number = columns.find(({ values }) => values[n]?.number !== undefined)?.values[n]
        ?.number
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
      const kept: Kept | undefined = layer.name === spanLayer ? undefined : { layer: layer.name }
      const own = labelAndAttributes(layer, values)
      to.annotations.set(key, { id: key, ...own, spans: [], kept, from: row.start, to: row.end })
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
  for (const { name, at } of layer.slots)
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
          const found = layers
            .map(other =>
              target(other.name, match[1] as string, Number(match[2] ?? 0), to, other.first),
            )
            .find(key => key !== undefined && to.annotations.has(key))
          const role = stackedValue(names[m] ?? '*').said ?? name
          if (found === undefined)
            to.problems.push({ kind: 'relation-end-missing', element: end, detail: role })
          else to.relations.push({ type: role, from, to: found })
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
  // A relation of a token layer joins what stands on the same rows.
  const joined =
    layers.find(({ name }) => name === base.name) ?? layers.find(({ kind }) => kind === 'span')
  if (!joined) return
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
      const from = target(joined.name, name, Number(a), to, joined.first)
      const own = target(joined.name, row.name, Number(b), to, joined.first)
      const said = (feature: string | undefined) =>
        columns.find(column => column.name === feature)?.values[n]?.said
      const type = said(label) ?? shortName(layer.name)
      if (from === undefined || own === undefined) {
        to.problems.push({ kind: 'relation-end-missing', element: `${row.name}`, detail: governor })
        continue
      }
      const order = said('order')
      const kept: Kept | undefined =
        layer.name === relationLayer ? undefined : { layer: layer.name }
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

/** Chains: an annotation for each link, and a relation from each to the next. */
function readChains(layer: Layer, rows: readonly TsvRow[], to: Reading) {
  const links = new Map<string, { key: string; place: number; label: string | undefined }[]>()
  for (const row of rows) {
    const types = stacked(cell(row, layer, 0))
    const names = splitAt(cell(row, layer, 1), '|')
    for (const [n, { said, number }] of types.entries()) {
      const match = /^(.*?)->(\d+)-(\d+)$/.exec(names[n] ?? '')
      const chain = match?.[2] ?? String(number ?? 0)
      const place = Number(match?.[3] ?? n)
      const key = `${layer.first}:chain:${chain}-${place}`
      const known = to.annotations.get(key)
      if (known) {
        known.to = Math.max(known.to, row.end)
        continue
      }
      const label = said ?? shortName(layer.name)
      const kept: Kept = { layer: layer.name }
      to.annotations.set(key, {
        id: key,
        label,
        flat: new Map(),
        spans: [],
        kept,
        from: row.start,
        to: row.end,
      })
      const relation = stackedValue(match?.[1] ?? '*').said
      links.set(chain, [...(links.get(chain) ?? []), { key, place, label: relation }])
    }
  }
  for (const chain of links.values()) {
    chain.sort((a, b) => a.place - b.place)
    for (const [at, link] of chain.entries()) {
      const next = chain[at + 1]
      if (next)
        to.relations.push({
          type: link.label ?? shortName(layer.name),
          from: link.key,
          to: next.key,
        })
    }
  }
}

/** A file of WebAnno TSV 3.3. Offsets are UTF-16 units. */
export function readTsv({ text: file }: Source): Found[] {
  if (!file.startsWith('#FORMAT=WebAnno TSV 3'))
    return [{ problem: { kind: 'wrong-shape', detail: 'not WebAnno TSV 3' } }]
  const { header, rows, text, problems } = readTsvRows(file)
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
  return [
    {
      document: {
        text,
        metadata: {},
        unit: 'utf-16',
        unitIsFixed: true,
        sets: [{ annotations, relations: reading.relations }],
        problems,
      },
    },
  ]
}
