import { type Measure, type ReliabilityData, undefinedBecause } from './measure.ts'
import { pairable, rowAgreement, sum, tally } from './tally.ts'

/**
 * The share of agreeing pairs of coders. A unit weighs as many as it has values, so that the result is 1 - D_o of
 * Krippendorff's α; with all values there it is the plain share. Units with one value say nothing. Not corrected for
 * chance. Artstein & Poesio (2008), 2.3.
 */
export const percentAgreement: Measure<ReliabilityData> = {
  compute(data) {
    const { rows } = pairable(tally(data))
    if (rows.length === 0) return undefinedBecause('no-pairs')
    const observed =
      sum(rows.map(row => rowAgreement(row) * row.size)) / sum(rows.map(({ size }) => size))
    return { kind: 'value', value: observed, observed }
  },
}
