import { type GwetOptions, gwet } from './gwet.ts'
import type { Measure, ReliabilityData } from './measure.ts'

/**
 * Gwet (2008): chance is how often a coder who guesses would be right, Σ π(1 - π) / (q - 1). Hardly moved by a category
 * that nearly everything falls into, where κ and π collapse. `observed` and `expected` are agreements.
 */
export const gwetAc1: Measure<ReliabilityData, GwetOptions> = {
  compute: (data, options) => gwet(data, () => (a, b) => Number(a === b), options),
}
