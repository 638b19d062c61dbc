import type { Measure, ReliabilityData } from './measure.ts'
import { type UniformOptions, uniformChance } from './uniform-chance.ts'

/**
 * Randolph (2005), free-marginal multirater κ: Fleiss' observed agreement, chance 1/k. The categories are those in use
 * unless all are named. `observed` and `expected` are agreements.
 */
export const randolphKappa: Measure<ReliabilityData, UniformOptions> = { compute: uniformChance }
