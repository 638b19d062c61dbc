import { gwet } from './gwet.ts'
import type { Category, Measure, ReliabilityData } from './measure.ts'

export type Ac1Options = {
  /** All categories the coders could have chosen; by default those that somebody chose. */
  categories?: readonly Category[]
}

/**
 * Gwet (2008): chance is how often a coder who guesses would be right, Σ π(1 - π) / (q - 1). Hardly moved by a category
 * that nearly everything falls into, where κ and π collapse. `observed` and `expected` are agreements.
 */
export const gwetAc1: Measure<ReliabilityData, Ac1Options> = {
  compute: (data, options) => gwet(data, () => (a, b) => Number(a === b), options?.categories),
}
