import type { Category, Undefined } from './measure.ts'
import { undefinedBecause } from './measure.ts'
import { categoryKey } from './tally.ts'

/** How far two categories are apart; 0 is the same. Need not be normed: coefficients are ratios of distances. */
export type Distance = (a: Category, b: Category) => number

export const levels = ['nominal', 'ordinal', 'interval', 'ratio'] as const
export type Level = (typeof levels)[number]

const distanceNames = [...levels, 'linear', 'jaccard', 'masi', 'masi-nltk'] as const
export type DistanceName = (typeof distanceNames)[number]

/** A function, a name, or a table by the categories' names (what is not in the table is 0 apart if equal, else 1). */
export type AnyDistance =
  | Distance
  | DistanceName
  | Readonly<Record<string, Readonly<Record<string, number>>>>

const membersOf = (category: Category): Set<string> =>
  new Set(Array.isArray(category) ? category.map(String) : [String(category)])

const shared = (a: Set<string>, b: Set<string>) => [...a].filter(member => b.has(member)).length

function jaccard(a: Category, b: Category): number {
  const [one, two] = [membersOf(a), membersOf(b)]
  const both = shared(one, two)
  const either = one.size + two.size - both
  return either === 0 ? 0 : 1 - both / either
}

/**
 * Passonneau (2006), MASI: 1 - Jaccard × monotonicity, which is 1 for equal sets, 2/3 where one holds the other, 1/3
 * where they only meet, else 0. Two empty sets are equal. NLTK writes .67 and .33 instead.
 */
function masi(subset: number, overlap: number): Distance {
  return (a, b) => {
    const [one, two] = [membersOf(a), membersOf(b)]
    const both = shared(one, two)
    const either = one.size + two.size - both
    if (either === 0 || both === either) return 0
    const monotonicity = both === 0 ? 0 : both === Math.min(one.size, two.size) ? subset : overlap
    return 1 - (both / either) * monotonicity
  }
}

const nominal: Distance = (a, b) => (categoryKey(a) === categoryKey(b) ? 0 : 1)
const numbers =
  (apart: (a: number, b: number) => number): Distance =>
  (a, b) =>
    apart(Number(a), Number(b))

/** Krippendorff (2004), 11.3: the ordinal metric depends on how often each rank was used. */
function ordinal(categories: readonly Category[], totals: readonly number[]): Distance {
  const ranked = categories
    .map((category, at) => ({ value: Number(category), total: totals[at] ?? 0 }))
    .sort((a, b) => a.value - b.value)
  return numbers((a, b) => {
    if (a === b) return 0
    const [low, high] = a < b ? [a, b] : [b, a]
    let between = 0
    for (const { value, total } of ranked) {
      if (value === low || value === high) between += total / 2
      else if (value > low && value < high) between += total
    }
    return between ** 2
  })
}

const plain: Record<Exclude<DistanceName, 'ordinal'>, Distance> = {
  nominal,
  interval: numbers((a, b) => (a - b) ** 2),
  ratio: numbers((a, b) => (a + b === 0 ? 0 : ((a - b) / (a + b)) ** 2)),
  linear: numbers((a, b) => Math.abs(a - b)),
  jaccard,
  masi: masi(2 / 3, 1 / 3),
  'masi-nltk': masi(0.67, 0.33),
}

const needsNumbers: readonly DistanceName[] = ['ordinal', 'interval', 'ratio', 'linear']

/** A distance ready for use on these categories, or why there is none. */
export function distanceOf(
  asked: AnyDistance,
  categories: readonly Category[],
  totals: readonly number[],
): Distance | Undefined {
  if (typeof asked === 'function') return asked
  if (typeof asked === 'object')
    return (a, b) => asked[String(a)]?.[String(b)] ?? asked[String(b)]?.[String(a)] ?? nominal(a, b)
  const odd = needsNumbers.includes(asked)
    ? categories.find(category => typeof category !== 'number' || !Number.isFinite(category))
    : undefined
  if (odd !== undefined) return undefinedBecause('not-numbers', String(odd))
  return asked === 'ordinal' ? ordinal(categories, totals) : plain[asked]
}
