import type { Category, ReliabilityData } from './measure.ts'

export type CoderPair = readonly (readonly [Category, Category])[]

/** The coders' columns two by two: of each pair the units that both gave a value to; pairs that share none left out. */
export function coderPairs(data: ReliabilityData): CoderPair[] {
  let coders = 0
  for (const row of data) coders = Math.max(coders, row.length)
  const pairs: CoderPair[] = []
  for (let one = 0; one < coders; one++)
    for (let two = one + 1; two < coders; two++) {
      const both: [Category, Category][] = []
      for (const row of data) {
        const [a, b] = [row[one], row[two]]
        if (a !== null && a !== undefined && b !== null && b !== undefined) both.push([a, b])
      }
      if (both.length > 0) pairs.push(both)
    }
  return pairs
}
