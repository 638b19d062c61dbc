import { type Category, type Undefined, undefinedBecause } from './measure.ts'

export const weightNames = [
  'identity',
  'linear',
  'quadratic',
  'ordinal',
  'radical',
  'ratio',
  'circular',
  'bipolar',
] as const
export type WeightName = (typeof weightNames)[number]

const pairsUpTo = (n: number) => (n * (n - 1)) / 2

/** Gwet (2014), 3.5; the names of irrCAC. Categories are numbers, or are given in their order. */
export function gwetWeights(
  name: WeightName,
  categories: readonly Category[],
  ordered: boolean,
): ((a: number, b: number) => number) | Undefined {
  if (name === 'identity') return (a, b) => Number(a === b)
  const numeric = categories.every(category => typeof category === 'number')
  if (!numeric && !ordered) {
    const odd = categories.find(category => typeof category !== 'number')
    return undefinedBecause('not-numbers', String(odd))
  }
  const values = categories.map((category, at) => (numeric ? Number(category) : at + 1))
  const ranks = values.map(value => values.filter(other => other < value).length + 1)
  const lowest = Math.min(...values)
  const highest = Math.max(...values)
  const range = highest - lowest
  const q = values.length
  const bipolar = (x: number, y: number) =>
    (x - y) ** 2 / ((x + y - 2 * lowest) * (2 * highest - x - y))
  const circular = (x: number, y: number) => Math.sin((Math.PI * (x - y)) / (range + 1)) ** 2
  const greatest = (apart: (x: number, y: number) => number) =>
    Math.max(...values.flatMap(x => values.filter(y => y !== x).map(y => apart(x, y))))
  const apartBy: Record<Exclude<WeightName, 'identity'>, (a: number, b: number) => number> = {
    linear: (a, b) => Math.abs((values[a] ?? 0) - (values[b] ?? 0)) / range,
    quadratic: (a, b) => (((values[a] ?? 0) - (values[b] ?? 0)) / range) ** 2,
    radical: (a, b) => Math.sqrt(Math.abs((values[a] ?? 0) - (values[b] ?? 0)) / range),
    ordinal: (a, b) => pairsUpTo(Math.abs((ranks[a] ?? 0) - (ranks[b] ?? 0)) + 1) / pairsUpTo(q),
    ratio: (a, b) => {
      const [x, y] = [values[a] ?? 0, values[b] ?? 0]
      const widest = ((highest - lowest) / (highest + lowest)) ** 2
      return ((x - y) / (x + y)) ** 2 / widest
    },
    circular: (a, b) => circular(values[a] ?? 0, values[b] ?? 0) / greatest(circular),
    bipolar: (a, b) => bipolar(values[a] ?? 0, values[b] ?? 0) / greatest(bipolar),
  }
  const apart = apartBy[name]
  return (a, b) => (a === b ? 1 : 1 - apart(a, b))
}
