import { type KappaOptions, kappa } from './cohen-kappa.ts'
import type { Measure, ReliabilityData } from './measure.ts'

/**
 * Cohen (1968): κ with degrees of disagreement, by default the square of the difference of numbers. `observed` and
 * `expected` are disagreements.
 */
export const weightedKappa: Measure<ReliabilityData, KappaOptions> = {
  compute: (data, options) => kappa(data, { distance: 'interval', ...options }),
}
