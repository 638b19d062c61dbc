import { fleissKappa } from './fleiss-kappa.ts'
import type { Measure, ReliabilityData, Repeated } from './measure.ts'

/**
 * Scott (1955): chance from the pooled shares of the categories, one distribution for both coders. For more than two
 * coders it is Fleiss' κ, whose form for two coders it is. `observed` and `expected` are agreements.
 */
export const scottPi: Measure<ReliabilityData, Repeated> = {
  compute: (data, options) => fleissKappa.compute(data, options),
}
