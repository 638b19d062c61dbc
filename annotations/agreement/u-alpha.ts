import {
  type Continuum,
  overlapping,
  type Read,
  readContinuum,
  type Section,
  sectionsOf,
} from './continuum.ts'
import {
  lessThanChance,
  type Measure,
  type MeasureResult,
  undefinedBecause,
  type Value,
} from './measure.ts'

export type UAlphaOptions = {
  /** Which of the family: 'u' (all), 'bar-u' (relevant against gap), 'cu' (values where both marked), 'ku' (one value). */
  variant?: 'u' | 'bar-u' | 'cu' | 'ku'
  /** For 'ku'. */
  category?: string | number
}

export type UAlphaValue = Value & {
  barU: MeasureResult
  cu: MeasureResult
  /** Share of all that all annotators read which went into cu-α. */
  cuCoverage: number
  ku: Record<string, { result: MeasureResult; coverage: number }>
}

/** Observed and expected coincidences of values, as sums of lengths; values by number, 0 the gap. */
type Matrix = { observed: number[][]; expected: number[][] }

type Cut = { start: number; end: number; value: number }

function intersections(
  one: readonly Cut[],
  two: readonly Cut[],
  each: (a: number, b: number, length: number) => void,
) {
  let first = 0
  for (const { start, end, value } of one) {
    while (first < two.length && (two[first] as Cut).end <= start) first++
    for (let at = first; at < two.length; at++) {
      const other = two[at] as Cut
      if (other.start >= end) break
      each(value, other.value, Math.min(end, other.end) - Math.max(start, other.start))
    }
  }
}

const zeros = (k: number) => Array.from({ length: k }, () => new Array<number>(k).fill(0))
const cell = (matrix: number[][], a: number, b: number) => matrix[a]?.[b] ?? 0
const put = (matrix: number[][], a: number, b: number, by: number) => {
  const row = matrix[a]
  if (row) row[b] = (row[b] ?? 0) + by
}

/** ε_ck = (l_c l_k - [c = k] s_c) · l / (l² - Σ s), s the sums that a unit must not be compared with itself for. */
function expectedOf(margins: readonly number[], selves: readonly number[]): number[][] {
  let [l, s] = [0, 0]
  for (const margin of margins) l += margin
  for (const self of selves) s += self
  const norm = l / (l * l - s)
  return margins.map((a, c) =>
    margins.map((b, k) => (a * b - (c === k ? (selves[c] ?? 0) : 0)) * norm),
  )
}

/** All values and the gap. Units count as wholes (their squares are taken out), gaps point by point. */
function whole(cuts: readonly (readonly Cut[])[], k: number): Matrix {
  const m = cuts.length
  const observed = zeros(k)
  for (const one of cuts)
    for (const two of cuts)
      if (one !== two)
        intersections(one, two, (a, b, length) => put(observed, a, b, length / (m - 1)))
  const margins = new Array<number>(k).fill(0)
  const selves = new Array<number>(k).fill(0)
  for (const { start, end, value } of cuts.flat()) {
    const length = end - start
    margins[value] = (margins[value] ?? 0) + length
    selves[value] = (selves[value] ?? 0) + (value === 0 ? length : length ** 2)
  }
  return { observed, expected: expectedOf(margins, selves) }
}

/** Only where both of a pair marked something: the intersections are the units. */
function valued(cuts: readonly (readonly Cut[])[], k: number): Matrix {
  const m = cuts.length
  const observed = zeros(k)
  const selves = new Array<number>(k).fill(0)
  for (const one of cuts)
    for (const two of cuts)
      if (one !== two)
        intersections(one, two, (a, b, length) => {
          if (a === 0 || b === 0) return
          put(observed, a, b, length / (m - 1))
          selves[a] = (selves[a] ?? 0) + length ** 2 / (m - 1)
        })
  const margins = observed.map(row => row.reduce((sum, part) => sum + part, 0))
  return { observed, expected: expectedOf(margins, selves) }
}

const total = (matrix: number[][]) => matrix.flat().reduce((sum, part) => sum + part, 0)
const off = (matrix: number[][]) => {
  let diagonal = 0
  for (const [at] of matrix.entries()) diagonal += cell(matrix, at, at)
  return total(matrix) - diagonal
}

function alphaOf({ observed, expected }: Matrix): MeasureResult {
  const [all, chance] = [total(observed), total(expected)]
  if (!(all > 0)) return undefinedBecause('no-pairs')
  return lessThanChance(off(observed) / all, off(expected) / chance, 'no-variation')
}

function alphaOfValue({ observed, expected }: Matrix, value: number): MeasureResult {
  const rest = (matrix: number[][]) => {
    const row = (matrix[value] ?? []).reduce((sum, part) => sum + part, 0)
    return row > 0 ? (row - cell(matrix, value, value)) / row : undefined
  }
  const [seen, chance] = [rest(observed), rest(expected)]
  if (seen === undefined || chance === undefined) return undefinedBecause('no-pairs')
  return lessThanChance(seen, chance, 'no-variation')
}

function family(read: Read): UAlphaValue | ReturnType<typeof undefinedBecause> {
  const crossed = read.byAnnotator.map(overlapping).find(unit => unit !== undefined)
  if (crossed) return undefinedBecause('overlapping-units', `${crossed.start}-${crossed.end}`)
  const numbers = new Map(read.categories.map((category, at) => [category, at + 1]))
  const k = read.categories.length + 1
  const sections = read.byAnnotator.map(units => sectionsOf(units, read))
  const cutsBy = (numberOf: (category: string) => number) =>
    sections.map(own =>
      own.map(({ start, end, category }: Section) => ({
        start,
        end,
        value: category === undefined ? 0 : numberOf(category),
      })),
    )
  const cuts = cutsBy(category => numbers.get(category) ?? 0)
  const all = whole(cuts, k)
  const u = alphaOf(all)
  if (u.kind === 'undefined') return u
  const both = valued(cuts, k)
  // With one value there is nothing to tell apart: cu-α and (k)u-α do not apply.
  const apply = read.categories.length > 1
  const ku: UAlphaValue['ku'] = {}
  const perCategory: Record<string, MeasureResult> = {}
  for (const [category, value] of numbers) {
    const marked = (all.observed[value] ?? []).reduce((sum, part) => sum + part, 0)
    const met = (both.observed[value] ?? []).reduce((sum, part) => sum + part, 0)
    const result = apply ? alphaOfValue(both, value) : undefinedBecause('one-category')
    ku[category] = { result, coverage: marked > 0 ? met / marked : 0 }
    perCategory[category] = result
  }
  return {
    ...u,
    barU: alphaOf(
      whole(
        cutsBy(() => 1),
        2,
      ),
    ),
    cu: apply ? alphaOf(both) : undefinedBecause('one-category'),
    cuCoverage: total(both.observed) / total(all.observed),
    ku,
    perCategory,
  }
}

/**
 * The u-α family (Krippendorff, Mathet, Bouvry & Widlöcher 2016): agreement on a continuum where gaps are a value of
 * their own. `value` is u-α, or the member asked for; |u-α, cu-α and (k)u-α with their coverage stand beside it.
 * Units of one annotator must not overlap: run it layer by layer. `observed` and `expected` are disagreements.
 */
export const uAlpha: Measure<Continuum, UAlphaOptions, UAlphaValue> = {
  compute(continuum, { variant = 'u', category } = {}) {
    const read = readContinuum(continuum)
    if ('kind' in read) return read
    const found = family(read)
    if (found.kind === 'undefined' || variant === 'u') return found
    const asked: MeasureResult =
      variant === 'bar-u'
        ? found.barU
        : variant === 'cu'
          ? found.cu
          : (found.ku[String(category)]?.result ?? undefinedBecause('no-units', String(category)))
    return asked.kind === 'undefined' ? asked : { ...found, ...asked }
  },
}
