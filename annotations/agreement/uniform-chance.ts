import {
  beyondChance,
  type Category,
  type ReliabilityData,
  type Repeated,
  undefinedBecause,
} from './measure.ts'
import { meanOver, pairable, rowAgreement, tally } from './tally.ts'

export type UniformOptions = Repeated & {
  /** All categories the coders could have chosen; by default those that somebody chose. */
  categories?: readonly Category[]
}

/** Agreement beyond what coders would reach who throw a die with a face for each category. */
export function uniformChance(data: ReliabilityData, options: UniformOptions = {}) {
  const { rows, categories } = pairable(tally(data, options.categories, options.times))
  if (rows.length === 0) return undefinedBecause('no-pairs')
  return beyondChance(meanOver(rows, rowAgreement), 1 / categories.length)
}
