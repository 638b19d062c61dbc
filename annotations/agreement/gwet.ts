import {
  beyondChance,
  type Category,
  type ReliabilityData,
  type Repeated,
  type Undefined,
  undefinedBecause,
  type Value,
} from './measure.ts'
import { meanOver, sum, tally } from './tally.ts'

/** The weight of two categories, 1 on the diagonal, by their numbers in the list. */
export type Weights = (
  categories: readonly Category[],
) => ((a: number, b: number) => number) | Undefined

/** `categories`: all that could have been chosen; by default those that somebody chose. */
export type GwetOptions = Repeated & { categories?: readonly Category[] }

/**
 * Gwet (2014), 4.3 and 5: what is observed is the mean over units with two values or more; the shares of the categories
 * are means over units with any value, as in irrCAC; chance is T_w / (q(q - 1)) · Σ π(1 - π).
 */
export function gwet(
  data: ReliabilityData,
  weights: Weights,
  { categories: known, times }: GwetOptions = {},
): Value | Undefined {
  const { categories, rows } = tally(data, known, times)
  const pairs = rows.filter(({ size }) => size > 1)
  if (pairs.length === 0) return undefinedBecause('no-pairs')
  const q = categories.length
  if (q < 2) return undefinedBecause('one-category')
  const weight = weights(categories)
  if (typeof weight === 'object') return weight
  const observed = meanOver(pairs, ({ counts, size }) => {
    let agreeing = 0
    for (const [a, count] of counts) {
      let weighted = 0
      for (const [b, other] of counts) weighted += weight(a, b) * other
      agreeing += count * (weighted - 1)
    }
    return agreeing / (size * (size - 1))
  })
  const shares = categories.map((_, number) =>
    meanOver(rows, ({ counts, size }) => (counts.get(number) ?? 0) / size),
  )
  let all = 0
  for (let a = 0; a < q; a++) for (let b = 0; b < q; b++) all += weight(a, b)
  const expected = (all / (q * (q - 1))) * sum(shares.map(share => share * (1 - share)))
  return beyondChance(observed, expected)
}
