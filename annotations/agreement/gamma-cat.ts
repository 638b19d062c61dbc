import type { Alignment } from './best-alignment.ts'
import type { Continuum } from './continuum.ts'
import type { Dissimilarity, GammaUnit } from './dissimilarity.ts'
import { type Alignments, type GammaOptions, gammaAlignments } from './gamma-alignments.ts'
import { lessThanChance, type Measure, type MeasureResult, undefinedBecause } from './measure.ts'
import { mean } from './tally.ts'

export type GammaCatOptions = GammaOptions & {
  /** Units without a partner say nothing of categories; some versions of pygamma-agreement count them as δ. */
  unaligned?: 'ignored' | 'counted'
}

type Weighing = { d: Dissimilarity; annotators: number; unaligned: 'ignored' | 'counted' }

/**
 * Mathet (2017), 4.2.5: how far the categories of aligned units differ. A pair weighs the more the better its places
 * agree, and the less the more units its group has. With a category only the pairs that it takes part in.
 */
function categoryDisorder(
  { groups }: Alignment,
  { d, annotators, unaligned }: Weighing,
  category: string | undefined,
): number | undefined {
  let [disorder, weights] = [0, 0]
  if (unaligned === 'counted')
    for (const { units } of groups) {
      const own = units.filter(unit => category === undefined || unit.category === category)
      const alone = own.length * (annotators - units.length) * d.delta
      disorder += alone * d.delta
      weights += alone
    }
  for (const { units } of groups)
    for (const [at, one] of units.entries())
      for (const two of units.slice(at + 1)) {
        const takesPart = (unit: GammaUnit) => unit.category === category
        if (category !== undefined && !takesPart(one) && !takesPart(two)) continue
        const weight = Math.max(0, 1 - d.alpha * d.place(one, two)) / (units.length - 1)
        disorder += d.category(one, two) * weight
        weights += weight
      }
  return weights > 0 ? disorder / weights : undefined
}

/** γ-cat, and γ-k by category, from alignments made before. */
export function gammaCatOf(
  { d, best, samples, annotators }: Alignments,
  unaligned: Weighing['unaligned'] = 'ignored',
): MeasureResult {
  const weighing = { d, annotators, unaligned }
  const of = (category?: string): MeasureResult => {
    const observed = categoryDisorder(best, weighing, category)
    if (observed === undefined) return undefinedBecause('not-aligned')
    const chance = samples
      .map(sample => categoryDisorder(sample, weighing, category))
      .filter(disorder => disorder !== undefined)
    if (chance.length === 0) return undefinedBecause('not-aligned')
    return lessThanChance(observed, mean(chance), 'one-category')
  }
  const whole = of()
  if (whole.kind === 'undefined') return whole
  const units = best.groups.flatMap(group => group.units)
  const perCategory: Record<string, MeasureResult> = {}
  for (const category of [...new Set(units.map(unit => unit.category))].sort())
    perCategory[category] = of(category)
  return { ...whole, perCategory }
}

/**
 * γ-cat (Mathet 2017): agreement on categories alone, on the alignment that γ finds. `perCategory` holds γ-k.
 * `observed` and `expected` are disorders.
 */
export const gammaCat: Measure<Continuum, GammaCatOptions> = {
  compute(continuum, options = {}) {
    const found = gammaAlignments(continuum, options)
    return 'kind' in found ? found : gammaCatOf(found, options.unaligned)
  },
}
