import type { Measure, ReliabilityData } from './measure.ts'
import { type UniformOptions, uniformChance } from './uniform-chance.ts'

/**
 * Bennett, Alpert & Goldstein (1954): chance is 1/k, k the number of categories. For two coders; for more it is
 * Randolph's κ. `observed` and `expected` are agreements.
 */
export const bennettS: Measure<ReliabilityData, UniformOptions> = { compute: uniformChance }
