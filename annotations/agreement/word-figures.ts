import { bootstrap } from './bootstrap.ts'
import { coefficientOf, type SumCoefficient, type Sums, sumsOf } from './coefficient-sums.ts'
import { figureOf } from './figure.ts'
import type { Category, MeasureResult, ReliabilityData, Repeated } from './measure.ts'
import { measures } from './measures.ts'
import type { Figure, FigureId, FigureWarning } from './report-shape.ts'
import type { Resampling } from './span-figures.ts'
import { type RowCounts, rowOf } from './unit-rows.ts'

/** Rows of a corpus once each, and which of them every block holds how often. */
export type RowTable = {
  rows: (number[] | null)[][]
  blocks: { row: number; times: number }[][]
}

/** Makes one table of the rows of many blocks. */
export function rowTable(blocks: Iterable<RowCounts>): RowTable {
  const numbers = new Map<string, number>()
  const table: RowTable = { rows: [], blocks: [] }
  for (const counts of blocks) {
    const own: { row: number; times: number }[] = []
    for (const [key, times] of counts) {
      const known = numbers.get(key) ?? numbers.size
      if (known === numbers.size) {
        numbers.set(key, known)
        table.rows.push(rowOf(key))
      }
      own.push({ row: known, times })
    }
    table.blocks.push(own)
  }
  return table
}

/** The table as one label sees it (there or not), or some columns; rows that become the same are one. */
export function projected(
  { rows, blocks }: RowTable,
  { label, columns }: { label?: number; columns?: readonly number[] },
): { data: ReliabilityData; of: Int32Array; blocks: RowTable['blocks'] } {
  const numbers = new Map<string, number>()
  const data: (Category | null)[][] = []
  const of = Int32Array.from(
    rows.map(row => {
      const chosen = columns ? columns.map(at => row[at] ?? null) : row
      const values = chosen.map(labels =>
        labels === null ? null : label === undefined ? labels : labels.includes(label),
      )
      const key = JSON.stringify(values)
      const known = numbers.get(key) ?? data.length
      if (known === data.length) {
        numbers.set(key, known)
        data.push(values)
      }
      return known
    }),
  )
  return { data, of, blocks }
}

type Projected = ReturnType<typeof projected>

function timesOf({ data, of, blocks }: Projected): number[] {
  const times = new Array<number>(data.length).fill(0)
  for (const block of blocks)
    for (const { row, times: own } of block) {
      const to = of[row] ?? 0
      times[to] = (times[to] ?? 0) + own
    }
  return times
}

type Compute = (data: ReliabilityData, options: Repeated) => MeasureResult

const onWords = {
  'token-percent': (data, options) => measures['percent-agreement'].compute(data, options),
  'token-kappa': (data, options) => measures['cohen-kappa'].compute(data, options),
  'token-pi': (data, options) => measures['fleiss-kappa'].compute(data, options),
  'token-s': (data, options) => measures['randolph-kappa'].compute(data, options),
  'token-ac1': (data, options) => measures['gwet-ac1'].compute(data, options),
  'token-alpha': (data, options) => measures['krippendorff-alpha'].compute(data, options),
  'token-alpha-masi': (data, options) =>
    measures['krippendorff-alpha'].compute(data, { ...options, distance: 'masi' }),
  'sentence-alpha': (data, options) =>
    measures['krippendorff-alpha'].compute(data, { ...options, distance: 'masi' }),
  'place-alpha': (data, options) =>
    measures['krippendorff-alpha'].compute(data, { ...options, distance: 'masi' }),
} satisfies Partial<Record<FigureId, Compute>>

export type WordFigureId = keyof typeof onWords

/** Units that two annotators or more looked at. */
const pairable = (data: ReliabilityData, times: readonly number[]) =>
  data.reduce(
    (sum, row, at) => sum + (row.filter(value => value !== null).length > 1 ? (times[at] ?? 0) : 0),
    0,
  )

/** The sum that each coefficient is resampled by. */
const sumFor: Record<WordFigureId, SumCoefficient> = {
  'token-percent': 'percent',
  'token-kappa': 'kappa',
  'token-pi': 'pi',
  'token-s': 's',
  'token-ac1': 'ac1',
  'token-alpha': 'alpha',
  'token-alpha-masi': 'alpha',
  'sentence-alpha': 'alpha',
  'place-alpha': 'alpha',
}

/** The sums of each block, for resampling. */
function blockSums({ of, blocks }: Projected, sums: Sums): Float64Array[] {
  return blocks.map(block => {
    const own = new Float64Array(sums.width)
    for (const { row, times } of block) {
      const from = sums.rows[of[row] ?? 0] as Float64Array
      for (let at = 0; at < own.length; at++) own[at] = (own[at] ?? 0) + times * (from[at] ?? 0)
    }
    return own
  })
}

function addUp(blocks: readonly Float64Array[], drawn: Uint32Array, into: Float64Array) {
  into.fill(0)
  for (const [block, sums] of blocks.entries()) {
    const times = drawn[block] ?? 0
    if (times > 0)
      for (let at = 0; at < into.length; at++) into[at] = (into[at] ?? 0) + times * (sums[at] ?? 0)
  }
}

const figured = (result: MeasureResult) => (result.kind === 'value' ? result.value : undefined)

/** High agreement that nearly everything being unmarked explains: κ and its kin fall far below AC1. */
function prevalence(
  id: WordFigureId,
  result: MeasureResult,
  data: ReliabilityData,
  times: number[],
): FigureWarning[] {
  if (!['token-kappa', 'token-pi', 'token-alpha'].includes(id) || result.kind !== 'value') return []
  const ac1 = figured(measures['gwet-ac1'].compute(data, { times }))
  return ac1 !== undefined && ac1 > 0.8 && ac1 - result.value > 0.3 ? ['prevalence'] : []
}

/** All coefficients from the same draws. */
function intervalsOf(table: Projected, ids: readonly WordFigureId[], resampling: Resampling) {
  const bases = new Map<string, { sums: Sums; blocks: Float64Array[]; into: Float64Array }>()
  const distances = ids.map(id => (id === 'token-alpha-masi' ? 'masi' : 'nominal'))
  for (const distance of new Set(distances)) {
    const sums = sumsOf(table.data, distance)
    const into = new Float64Array(sums.width)
    bases.set(distance, { sums, blocks: blockSums(table, sums), into })
  }
  return bootstrap(
    table.blocks.length,
    drawn => {
      for (const { blocks, into } of bases.values()) addUp(blocks, drawn, into)
      return ids.map((id, at) => {
        const base = bases.get(distances[at] ?? '')
        return base && coefficientOf(sumFor[id], base.into, base.sums)
      })
    },
    resampling,
  )
}

/** Coefficients over words (or sentences, or places) as the table has them, with intervals where asked. */
export function wordFigures(
  table: Projected,
  ids: readonly WordFigureId[],
  resampling?: Resampling,
): Figure[] {
  const times = timesOf(table)
  const units = pairable(table.data, times)
  const results = ids.map((id): MeasureResult => {
    const compute: Compute = onWords[id]
    return compute(table.data, { times })
  })
  const intervals = resampling ? intervalsOf(table, ids, resampling) : []
  return ids.map((id, at) => {
    const result = results[at] as MeasureResult
    const interval = result.kind === 'value' ? intervals[at] : undefined
    const warnings = [
      ...prevalence(id, result, table.data, times),
      ...((interval && resampling?.warnings) ?? []),
    ]
    return figureOf(id, result, units, { interval, warnings })
  })
}
