import type { Continuum } from './continuum.ts'
import { type Alignments, type GammaOptions, gammaAlignments } from './gamma-alignments.ts'
import { lessThanChance, type Measure, type Undefined, type Value } from './measure.ts'
import { mean } from './tally.ts'

export type GammaValue = Value & {
  /** Groups of the best alignment, single units included. */
  unitaryAlignments: number
  samples: number
}

/** γ from alignments made before. */
export function gammaOf({ best, samples }: Alignments): GammaValue | Undefined {
  const expected = mean(samples.map(({ disorder }) => disorder))
  const value = lessThanChance(best.disorder, expected, 'no-variation')
  if (value.kind === 'undefined') return value
  return { ...value, unitaryAlignments: best.groups.length, samples: samples.length }
}

/**
 * γ (Mathet, Widlöcher & Métivier 2015): units are aligned and judged at once, overlapping ones as well; 1 - observed /
 * expected disorder. The observed disorder is exact; the expected one is a mean over sampled continua, so that the
 * last digits of γ depend on `seed` and `samples`. `observed` and `expected` are disorders.
 */
export const gamma: Measure<Continuum, GammaOptions, GammaValue> = {
  compute(continuum, options = {}) {
    const found = gammaAlignments(continuum, options)
    return 'kind' in found ? found : gammaOf(found)
  },
}
