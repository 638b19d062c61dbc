import { type AnyDistance, distanceOf } from './distance.ts'
import { gwet, type Weights } from './gwet.ts'
import { gwetWeights, type WeightName } from './gwet-weights.ts'
import type { Category, Measure, ReliabilityData, Repeated } from './measure.ts'

export type Ac2Options = Repeated & {
  /** By default quadratic. */
  weights?: WeightName
  /** In place of `weights`; a weight is then 1 - distance / the greatest distance. */
  distance?: AnyDistance
  /** All categories, in their order; needed where they are not numbers. */
  categories?: readonly Category[]
}

/** Weights from distances, normed by the greatest among the categories. */
function fromDistance(distance: AnyDistance): Weights {
  return categories => {
    const apart = distanceOf(
      distance,
      categories,
      categories.map(() => 1),
    )
    if (typeof apart === 'object') return apart
    const table = categories.map(a => categories.map(b => apart(a, b)))
    const greatest = Math.max(...table.flat())
    return (a, b) => (greatest === 0 ? 1 : 1 - (table[a]?.[b] ?? 0) / greatest)
  }
}

/** Gwet (2014): AC1 with degrees of agreement. `observed` and `expected` are weighted agreements. */
export const gwetAc2: Measure<ReliabilityData, Ac2Options> = {
  compute(data, { weights = 'quadratic', distance, categories, times } = {}) {
    const weigh: Weights = distance
      ? fromDistance(distance)
      : all => gwetWeights(weights, all, categories !== undefined)
    return gwet(data, weigh, { categories, times })
  },
}
