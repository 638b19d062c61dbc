import type { Category, ReliabilityData } from './measure.ts'

export type CoderPair = readonly (readonly [Category, Category, times: number])[]

/** The coders' columns two by two: of each pair the units that both gave a value to; pairs that share none left out. */
export function coderPairs(data: ReliabilityData, times?: readonly number[]): CoderPair[] {
  let coders = 0
  for (const row of data) coders = Math.max(coders, row.length)
  const pairs: CoderPair[] = []
  for (let one = 0; one < coders; one++)
    for (let two = one + 1; two < coders; two++) {
      const both: [Category, Category, number][] = []
      for (const [at, row] of data.entries()) {
        const repeated = times?.[at] ?? 1
        const [a, b] = [row[one], row[two]]
        if (a !== null && a !== undefined && b !== null && b !== undefined && repeated > 0)
          both.push([a, b, repeated])
      }
      if (both.length > 0) pairs.push(both)
    }
  return pairs
}
