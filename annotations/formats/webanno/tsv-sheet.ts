import type { Annotation } from '../../model/annotation.ts'
import type { AnnotationSet } from '../../model/annotation-set.ts'
import { toJavaName } from '../exchange/attribute-names.ts'
import { flatAttributes } from '../exchange/flat-attributes.ts'
import { isRecord, type Kept, type KeptSet, nameIn } from '../exchange/foreign.ts'
import { chainsOf, type Link } from './chains.ts'
import { escapeValue } from './escapes.ts'
import type { Layer } from './tsv-layers.ts'
import { type Places, placesOf } from './tsv-places.ts'
import { numbersOf, type Token, type Unit, unitsOf } from './tsv-units.ts'

/** What stands in a column in a row. */
export type Column = (unit: Unit) => string

/** The columns of a layer, and its line of the header. */
export type Block = { readonly line: string; readonly columns: readonly Column[] }

/** A set as the rows and columns of WebAnno TSV see it. */
export type Sheet = {
  readonly annotations: readonly Annotation[]
  readonly byId: ReadonlyMap<string, Annotation>
  readonly kept: KeptSet | undefined
  readonly places: Places
  readonly chains: ReadonlyMap<Annotation, Link>
  readonly sentences: readonly Token[][]
  /** The number of what a row and a layer alone do not tell apart. */
  readonly numbers: ReadonlyMap<Annotation, number>
  /** What is said of each, by the names that the columns of its layer have. */
  readonly values: ReadonlyMap<Annotation, ReadonlyMap<string, unknown>>
  /** The first row of an annotation. */
  rowOf(annotation: Annotation): Unit | undefined
}

function valuesOf(one: Annotation, own: Kept | undefined, isForeign: boolean) {
  const flat = flatAttributes(one.attributes).map(([name, value]): [string, unknown] => [
    isForeign ? nameIn(own, name) : toJavaName(name),
    value,
  ])
  const aside = isForeign && isRecord(own?.attributes) ? Object.entries(own.attributes) : []
  return new Map([...flat, ...aside])
}

/** Ends of relations whose layer the header does not say: their number does. */
const unclearEnds = ({ slots, own }: Places): ReadonlySet<string> =>
  new Set([
    ...[...slots.values()].flat().map(({ to }) => to),
    ...own.flatMap(({ from, to }) => [from, to]),
  ])

export function sheetOf(
  set: AnnotationSet,
  layers: readonly Layer[],
  stretches: Parameters<typeof unitsOf>[0],
  kept: KeptSet | undefined,
): Sheet {
  const { annotations } = set
  const places = placesOf(set, layers, kept)
  const { layerOf, keptOf, words } = places
  const rows = annotations.filter(one => !words.has(one))
  const { sentences, units } = unitsOf(stretches, rows)
  const tokenAt = new Map(sentences.flat().map(token => [token.start, token]))
  const unclear = layers.length === 0 ? new Set() : unclearEnds(places)
  return {
    annotations,
    byId: new Map(annotations.map(one => [one.id, one])),
    kept,
    places,
    chains: chainsOf(annotations, places),
    sentences,
    numbers: numbersOf(units, layerOf, ({ id }) => unclear.has(id)),
    values: new Map(
      annotations.map(one => [one, valuesOf(one, keptOf(one), layerOf(one) !== undefined)]),
    ),
    rowOf: one => units.get(one)?.[0] ?? tokenAt.get(one.spans[0]?.start ?? -1),
  }
}

const bracketed = (number: number | undefined) => (number === undefined ? '' : `[${number}]`)

/** A value as a cell has it. */
export const said = (value: unknown): string =>
  value === undefined || value === '' ? '*' : escapeValue(String(value))

/** What is said in a cell, with the number of what it is said of. */
export const numbered = ({ numbers }: Sheet, cell: string, of: Annotation): string =>
  `${cell}${bracketed(numbers.get(of))}`

/** A column of all annotations of one layer; none is ours. */
export function stack(
  { places, chains }: Sheet,
  layer: Layer | undefined,
  say: (one: Annotation) => string,
): Column {
  const chainOf = (one: Annotation) => chains.get(one)?.chain ?? 0
  return unit => {
    const own = unit.annotations.filter(one => places.layerOf(one) === layer)
    if (layer?.kind === 'chain') own.sort((a, b) => chainOf(a) - chainOf(b))
    return own.length === 0 ? '_' : own.map(say).join('|')
  }
}
