import type { Annotation } from '../../model/annotation.ts'
import type { Relation } from '../../model/relation.ts'
import type { Kept } from '../exchange/foreign.ts'
import { shortName } from '../exchange/label-feature.ts'
import { isCalled } from '../exchange/labels.ts'
import type { Layer } from './tsv-layers.ts'
import { type Block, type Column, numbered, type Sheet, said, stack } from './tsv-sheet.ts'
import type { Unit } from './tsv-units.ts'

const placeIn = (kept: Kept | undefined) => (typeof kept?.place === 'number' ? kept.place : 1e9)

/** A slot takes two columns: the roles, and what fills them. */
function slotColumns(sheet: Sheet, layer: Layer, name: string): [Column, Column] {
  const { places, kept, byId, rowOf } = sheet
  const slotOf = (id: string) => kept?.relations?.[id]
  const linksOf = (one: Annotation) =>
    (places.slots.get(one) ?? [])
      .filter(({ id }) => slotOf(id)?.slot === name)
      .sort((a, b) => placeIn(slotOf(a.id)) - placeIn(slotOf(b.id)))
  return [
    stack(sheet, layer, one => {
      const roles = linksOf(one).map(({ type }) => said(isCalled(type, name) ? undefined : type))
      return numbered(sheet, roles.join(';') || '_', one)
    }),
    stack(sheet, layer, one => {
      const fillers = linksOf(one).flatMap(({ to }) => byId.get(to) ?? [])
      return fillers.map(end => numbered(sheet, `${rowOf(end)?.name}`, end)).join(';') || '*'
    }),
  ]
}

/** A layer of spans of the file that a set came from; what was added here and has no column gets one. */
export function spanBlock(sheet: Sheet, layer: Layer): Block {
  const { annotations, places, values } = sheet
  const columns: Column[] = []
  const feature = (name: string): Column =>
    stack(sheet, layer, one => {
      const isLabel = places.keptOf(one)?.feature === name
      return numbered(sheet, said(isLabel ? one.label : values.get(one)?.get(name)), one)
    })
  for (const { name, at } of layer.features) columns[at] = feature(name)
  for (const { name, at } of layer.slots)
    [columns[at], columns[at + 1]] = slotColumns(sheet, layer, name)
  if (columns.length === 0)
    columns.push(stack(sheet, layer, one => numbered(sheet, said(undefined), one)))
  const there = new Set(layer.features.map(({ name }) => name))
  const more = new Set(
    annotations.flatMap(one =>
      places.layerOf(one) === layer ? [...(values.get(one)?.keys() ?? [])] : [],
    ),
  )
  const added = [...more].filter(name => !there.has(name) && /^\w+$/.test(name))
  const line = [layer.line.replace(/\|$/, added.length > 0 ? '' : '|'), ...added].join('|')
  return { line, columns: [...columns, ...added.map(feature)] }
}

/** A layer of chains: the kind of each link, and the way to the next. */
export function chainBlock(sheet: Sheet, layer: Layer): Block {
  const { places, chains } = sheet
  const columns = layer.features.map(({ name }) =>
    stack(sheet, layer, one => {
      const { chain, place } = chains.get(one) ?? { chain: 0, place: 0 }
      if (name === 'referenceType') {
        const label = places.keptOf(one)?.feature === name ? one.label : undefined
        return `${said(label)}[${chain}]`
      }
      const type = places.next.get(one)?.relation.type ?? places.keptOf(one)?.relation
      const isNamed = typeof type === 'string' && !isCalled(type, shortName(layer.name))
      return `${said(isNamed ? type : undefined)}->${chain}-${place}`
    }),
  )
  return { line: layer.line, columns }
}

/** Relations stand in the row of what they lead to, and name the row they come from. */
export function relationBlock(
  { byId, numbers, rowOf }: Sheet,
  line: string,
  names: readonly string[],
  relations: readonly Relation[],
  value: (relation: Relation, name: string) => unknown,
): Block {
  type Tie = { relation: Relation; from: string }
  const rows = new Map<Unit, Tie[]>()
  for (const relation of relations) {
    const [source, target] = [byId.get(relation.from), byId.get(relation.to)]
    const [at, row] = [source && rowOf(source), target && rowOf(target)]
    if (!source || !target || !at || !row) continue
    const [a, b] = [numbers.get(source) ?? 0, numbers.get(target) ?? 0]
    const from = `${at.name}${a === 0 && b === 0 ? '' : `[${a}_${b}]`}`
    rows.set(row, [...(rows.get(row) ?? []), { relation, from }])
  }
  const column =
    (say: (tie: Tie) => string): Column =>
    unit =>
      rows.get(unit)?.map(say).join('|') ?? '_'
  return {
    line,
    columns: [
      ...names.map(name => column(({ relation }) => said(value(relation, name)))),
      column(({ from }) => from),
    ],
  }
}
