import { type Measure, type ReliabilityData, type Repeated, undefinedBecause } from './measure.ts'
import { pairable, rowAgreement, sum, tally } from './tally.ts'

/**
 * The share of agreeing pairs of coders. A unit weighs as many as it has values, so that the result is 1 - D_o of
 * Krippendorff's α; with all values there it is the plain share. Units with one value say nothing. Not corrected for
 * chance. Artstein & Poesio (2008), 2.3.
 */
export const percentAgreement: Measure<ReliabilityData, Repeated> = {
  compute(data, { times } = {}) {
    const { rows } = pairable(tally(data, undefined, times))
    if (rows.length === 0) return undefinedBecause('no-pairs')
    const observed =
      sum(rows.map(row => rowAgreement(row) * row.size * row.times)) /
      sum(rows.map(({ size, times }) => size * times))
    return { kind: 'value', value: observed, observed }
  },
}
