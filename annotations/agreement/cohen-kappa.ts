import { type AnyDistance, distanceOf } from './distance.ts'
import {
  beyondChance,
  lessThanChance,
  type Measure,
  type ReliabilityData,
  type Repeated,
  type Undefined,
  undefinedBecause,
  type Value,
} from './measure.ts'
import { type CoderPair, coderPairs } from './pairwise.ts'
import { mean, numbering } from './tally.ts'

export type KappaOptions = Repeated & {
  /** With a distance it is weighted κ, and `observed` and `expected` are disagreements. */
  distance?: AnyDistance
  /** More than two coders: the mean of the pairs' κ (Light 1971), or of their P_o and P_e (Hubert 1977; Davies & Fleiss 1982). */
  many?: 'light' | 'hubert'
}

function parts(pair: CoderPair, distance: AnyDistance | undefined) {
  const { categories, numberOf } = numbering()
  const coded = pair.map(([a, b, times]) => [numberOf(a), numberOf(b), times] as const)
  const one = categories.map(() => 0)
  const two = categories.map(() => 0)
  let n = 0
  for (const [a, b, times] of coded) {
    n += times
    one[a] = (one[a] ?? 0) + times
    two[b] = (two[b] ?? 0) + times
  }
  const pooled = one.map((count, at) => count + (two[at] ?? 0))
  // Without a distance: 1 where the two are the same, so that both sums are agreements.
  const apart = distance === undefined ? undefined : distanceOf(distance, categories, pooled)
  if (typeof apart === 'object') return apart
  const between = (a: number, b: number): number =>
    apart
      ? apart(
          categories[a] as (typeof categories)[number],
          categories[b] as (typeof categories)[number],
        )
      : Number(a === b)
  let observed = 0
  for (const [a, b, times] of coded) observed += times * between(a, b)
  let expected = 0
  for (const [a, first] of one.entries())
    for (const [b, second] of two.entries())
      if (first > 0 && second > 0) expected += first * second * between(a, b)
  return { observed: observed / n, expected: expected / (n * n) }
}

/**
 * Cohen (1960): chance from each coder's own use of the categories; with `distance` weighted κ (Cohen 1968). Units that
 * one of a pair did not code are left out for that pair.
 */
export function kappa(
  data: ReliabilityData,
  { distance, many = 'light', times }: KappaOptions = {},
): Value | Undefined {
  const pairs = coderPairs(data, times)
  if (pairs.length === 0) return undefinedBecause('no-pairs')
  const found: { observed: number; expected: number }[] = []
  for (const pair of pairs) {
    const part = parts(pair, distance)
    if ('kind' in part) return part
    found.push(part)
  }
  const combine = (observed: number, expected: number) =>
    distance === undefined
      ? beyondChance(observed, expected)
      : lessThanChance(observed, expected, 'no-variation')
  const observed = mean(found.map(part => part.observed))
  const expected = mean(found.map(part => part.expected))
  if (many === 'hubert') return combine(observed, expected)
  const values: number[] = []
  for (const part of found) {
    const value = combine(part.observed, part.expected)
    if (value.kind === 'undefined') return value
    values.push(value.value)
  }
  return { kind: 'value', value: mean(values), observed, expected }
}

export const cohenKappa: Measure<ReliabilityData, KappaOptions> = { compute: kappa }
