import { type AnyDistance, distanceOf, type Level } from './distance.ts'
import {
  type Category,
  lessThanChance,
  type Measure,
  type MeasureResult,
  type ReliabilityData,
  type Repeated,
  undefinedBecause,
} from './measure.ts'
import { categoryName, pairable, type Tally, tally, totals } from './tally.ts'

export type AlphaOptions = Repeated & {
  /** Level of measurement, which names a distance; nominal by default. */
  level?: Level
  /** In place of `level`: any distance, for instance 'masi' for sets. */
  distance?: AnyDistance
}

/** Observed and expected disagreement of one category against all others, from the diagonal of the coincidences. */
function alphaOfOne({ rows }: Tally, number: number, used: number, n: number): MeasureResult {
  let agreeing = 0
  for (const { counts, size, times } of rows) {
    const count = counts.get(number) ?? 0
    agreeing += (times * count * (count - 1)) / (size - 1)
  }
  const observed = (2 * (used - agreeing)) / n
  const expected = (2 * used * (n - used)) / (n * (n - 1))
  return lessThanChance(observed, expected, 'one-category')
}

/**
 * Krippendorff (2004; "Computing Krippendorff's alpha-reliability", 2011): 1 - D_o / D_e on the coincidences of values
 * within units, any number of coders, any metric, gaps allowed: units with one value drop out, each other unit adds
 * 1/(m - 1) per ordered pair of its m values. `observed` and `expected` are disagreements; `perCategory` (nominal only)
 * is α of that category against all others.
 */
export const krippendorffAlpha: Measure<ReliabilityData, AlphaOptions> = {
  compute(data, { level = 'nominal', distance, times } = {}) {
    const pairs = pairable(tally(data, undefined, times))
    const { rows, categories } = pairs
    if (rows.length === 0) return undefinedBecause('no-pairs')
    const used = totals(pairs)
    let n = 0
    for (const total of used) n += total
    const asked = distance ?? level
    const found = distanceOf(asked, categories, used)
    if (typeof found === 'object') return found
    const apart = (a: number, b: number) =>
      found(categories[a] as Category, categories[b] as Category)
    let observed = 0
    for (const { counts, size, times: repeated } of rows)
      for (const [a, count] of counts)
        for (const [b, other] of counts)
          if (a !== b) observed += (repeated * count * other * apart(a, b)) / (size - 1)
    let expected = 0
    for (const [a, first] of used.entries())
      for (const [b, second] of used.entries())
        if (a !== b && first > 0 && second > 0) expected += first * second * apart(a, b)
    // A category that only unpaired values hold is none of these: such values have dropped out.
    const reason = used.filter(total => total > 0).length < 2 ? 'one-category' : 'no-variation'
    const whole = lessThanChance(observed / n, expected / (n * (n - 1)), reason)
    if (whole.kind === 'undefined' || asked !== 'nominal') return whole
    const perCategory: Record<string, MeasureResult> = {}
    for (const [number, category] of categories.entries())
      perCategory[categoryName(category)] = alphaOfOne(pairs, number, used[number] ?? 0, n)
    return { ...whole, perCategory }
  },
}
