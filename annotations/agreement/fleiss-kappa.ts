import {
  beyondChance,
  type Measure,
  type MeasureResult,
  type ReliabilityData,
  type Repeated,
  undefinedBecause,
} from './measure.ts'
import { categoryName, meanOver, pairable, rowAgreement, sum, tally, totals } from './tally.ts'

/**
 * Fleiss (1971): mean agreement of pairs over the units; chance from the shares of the categories in all values. It is
 * Scott's π for many coders. Units with one value are left out; where the number of values differs, each unit counts
 * the same for what is observed. `perCategory` is Fleiss' κ_j. `observed` and `expected` are agreements.
 */
export const fleissKappa: Measure<ReliabilityData, Repeated> = {
  compute(data, { times } = {}) {
    const pairs = pairable(tally(data, undefined, times))
    const { rows, categories } = pairs
    if (rows.length === 0) return undefinedBecause('no-pairs')
    const used = totals(pairs)
    const shares = used.map(total => total / sum(used))
    const whole = beyondChance(meanOver(rows, rowAgreement), sum(shares.map(share => share ** 2)))
    if (whole.kind === 'undefined') return whole
    const perCategory: Record<string, MeasureResult> = {}
    for (const [number, category] of categories.entries()) {
      let agreeing = 0
      let possible = 0
      for (const { counts, size, times: repeated } of rows) {
        const count = counts.get(number) ?? 0
        agreeing += count * (count - 1) * repeated
        possible += count * (size - 1) * repeated
      }
      perCategory[categoryName(category)] =
        possible === 0
          ? undefinedBecause('no-pairs')
          : beyondChance(agreeing / possible, shares[number] ?? 0)
    }
    return { ...whole, perCategory }
  },
}
