import { type Distance, distanceOf } from './distance.ts'
import type { Category, ReliabilityData } from './measure.ts'
import { numbering } from './tally.ts'

/**
 * What a nominal coefficient is made of, as sums over units: so that a resample of a corpus costs its blocks, not its
 * words. `tests/annotations/agreement/coefficient-sums.test.ts` holds each to the measure of the same name.
 */
export type Sums = {
  /** Numbers to a row: see `layoutOf`. */
  width: number
  categories: number
  pairs: number
  rows: Float64Array[]
  /** Distances between categories, k × k. */
  apart: Float64Array
}

/** units, agreement, values, agreement × values, distances / (m - 1), units with any value; then by category, then by pair. */
const fixed = 6

const layout = (k: number) => ({
  totals: fixed,
  shares: fixed + k,
  pairs: fixed + 2 * k,
  pair: 2 + 2 * k,
})

function countsOf(row: readonly (number | null)[], k: number): { counts: number[]; size: number } {
  const counts = new Array<number>(k).fill(0)
  let size = 0
  for (const value of row) {
    if (value === null) continue
    counts[value] = (counts[value] ?? 0) + 1
    size++
  }
  return { counts, size }
}

function sumsOfRow(
  row: readonly (number | null)[],
  k: number,
  apart: Float64Array,
  width: number,
): Float64Array {
  const sums = new Float64Array(width)
  const at = layout(k)
  const add = (place: number, by: number) => {
    sums[place] = (sums[place] ?? 0) + by
  }
  const { counts, size } = countsOf(row, k)
  if (size > 0) {
    add(5, 1)
    for (const [category, count] of counts.entries()) add(at.shares + category, count / size)
  }
  if (size > 1) {
    let agreeing = 0
    let distance = 0
    for (const [a, count] of counts.entries()) {
      agreeing += count * (count - 1)
      add(at.totals + a, count)
      if (count > 0)
        for (const [b, other] of counts.entries())
          distance += count * other * (apart[a * k + b] ?? 0)
    }
    add(0, 1)
    add(1, agreeing / (size * (size - 1)))
    add(2, size)
    add(3, agreeing / (size - 1))
    add(4, distance / (size - 1))
  }
  let pair = at.pairs
  for (const [first, a] of row.entries())
    for (const b of row.slice(first + 1)) {
      if (a !== null && b !== null) {
        add(pair, 1)
        add(pair + 1, Number(a === b))
        add(pair + 2 + a, 1)
        add(pair + 2 + k + b, 1)
      }
      pair += at.pair
    }
  return sums
}

/** The sums of each row of some data. */
export function sumsOf(data: ReliabilityData, distance: 'nominal' | 'masi'): Sums {
  const { categories, numberOf } = numbering()
  const numbered = data.map(row => row.map(value => (value === null ? null : numberOf(value))))
  const k = categories.length
  const coders = data.reduce((most, row) => Math.max(most, row.length), 0)
  const pairs = (coders * (coders - 1)) / 2
  const at = layout(k)
  const width = at.pairs + pairs * at.pair
  const measure = distanceOf(distance, categories, []) as Distance
  const apart = new Float64Array(k * k)
  for (let a = 0; a < k; a++)
    for (let b = 0; b < k; b++)
      apart[a * k + b] = measure(categories[a] as Category, categories[b] as Category)
  return {
    width,
    categories: k,
    pairs,
    apart,
    rows: numbered.map(row => sumsOfRow(row, k, apart, width)),
  }
}

const corrected = (observed: number, expected: number) =>
  1 - expected < 1e-12 ? undefined : (observed - expected) / (1 - expected)

export const sumCoefficients = ['percent', 'pi', 's', 'ac1', 'alpha', 'kappa'] as const
export type SumCoefficient = (typeof sumCoefficients)[number]

/** A coefficient from sums over units; undefined where the measure is. */
export function coefficientOf(
  name: SumCoefficient,
  sums: Float64Array,
  { categories: k, pairs, apart }: Sums,
): number | undefined {
  const at = layout(k)
  const get = (place: number) => sums[place] ?? 0
  const units = get(0)
  if (units === 0) return undefined
  const used = () => {
    let found = 0
    for (let a = 0; a < k; a++) if (get(at.totals + a) > 0) found++
    return found
  }
  switch (name) {
    case 'percent':
      return get(3) / get(2)
    case 's':
      return corrected(get(1) / units, 1 / used())
    case 'pi': {
      let expected = 0
      for (let a = 0; a < k; a++) expected += (get(at.totals + a) / get(2)) ** 2
      return corrected(get(1) / units, expected)
    }
    case 'ac1': {
      let [spread, found] = [0, 0]
      for (let a = 0; a < k; a++) {
        const share = get(at.shares + a) / get(5)
        if (share > 0) found++
        spread += share * (1 - share)
      }
      return found < 2 ? undefined : corrected(get(1) / units, spread / (found - 1))
    }
    case 'alpha': {
      const n = get(2)
      let expected = 0
      for (let a = 0; a < k; a++) {
        const first = get(at.totals + a)
        if (first === 0) continue
        for (let b = 0; b < k; b++) expected += first * get(at.totals + b) * (apart[a * k + b] ?? 0)
      }
      expected /= n * (n - 1)
      return expected > 1e-12 ? 1 - get(4) / n / expected : undefined
    }
    case 'kappa': {
      let [sum, count] = [0, 0]
      for (let pair = 0; pair < pairs; pair++) {
        const from = at.pairs + pair * at.pair
        const n = get(from)
        if (n === 0) continue
        let expected = 0
        for (let a = 0; a < k; a++) expected += get(from + 2 + a) * get(from + 2 + k + a)
        const value = corrected(get(from + 1) / n, expected / (n * n))
        if (value === undefined) return undefined
        sum += value
        count++
      }
      return count > 0 ? sum / count : undefined
    }
  }
}
