import type { ForeignAnnotation, ForeignRelation } from '../exchange/foreign.ts'
import type { FormatProblem } from '../format.ts'
import { splitAt, unescaped } from './escapes.ts'
import type { Layer } from './tsv-layers.ts'
import type { TsvRow } from './tsv-rows.ts'

type Value = { said: string | undefined; number: number | undefined }

/** One of the stacked values of a column, with the number that tells it apart. */
export function stackedValue(part: string): Value {
  const match = /^((?:[^\\]|\\[\s\S])*?)\[(\d+)\]$/.exec(part)
  const said = match ? (match[1] as string) : part
  const number = match ? Number(match[2]) : undefined
  return { said: said === '*' || said === '_' || said === '' ? undefined : unescaped(said), number }
}

export const cell = (row: TsvRow, layer: Layer, at: number) =>
  row.columns[layer.first - 2 + at] ?? '_'
export const stacked = (text: string) =>
  text === '_' || text === '' ? [] : splitAt(text, '|').map(stackedValue)

/** What is read of a file so far. */
export type Reading = {
  annotations: Map<
    string,
    ForeignAnnotation & { flat: Map<string, unknown>; from: number; to: number }
  >
  /** By layer and row, the keys of its annotations in their order. */
  at: Map<string, string[]>
  relations: ForeignRelation[]
  problems: FormatProblem[]
}
