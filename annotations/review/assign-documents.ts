import { dice } from '../agreement/dice.ts'
import type { Assignment } from '../model/assignment.ts'
import { byCodePoint } from '../text/code-point-order.ts'

export type Sharing = {
  documents: readonly string[]
  annotators: readonly string[]
  /** How many annotate each document. */
  overlap: number
  seed: number
}

/** The same throws, the same order, on every machine. */
function shuffled(items: readonly string[], below: (n: number) => number): string[] {
  const mixed = [...items].sort(byCodePoint)
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = below(at + 1)
    const [one, two] = [mixed[at], mixed[other]]
    if (one !== undefined && two !== undefined) [mixed[at], mixed[other]] = [two, one]
  }
  return mixed
}

/**
 * Who annotates what: each document by `overlap` of them, everybody as many as the others (give or take one), and every two
 * of them as often together as any other two, so that agreement can be told of all. Chance decides the rest.
 */
export function shareDocuments({
  documents,
  annotators,
  overlap,
  seed,
}: Sharing): Assignment['documents'] {
  const { below } = dice(seed)
  const people = shuffled(annotators, below)
  const load = new Map(people.map(name => [name, 0]))
  const together = new Map<string, number>()
  const pair = (a: string, b: string) => [a, b].sort(byCodePoint).join('/')
  const shared: Assignment['documents'] = {}
  for (const document of shuffled(documents, below)) {
    const chosen: string[] = []
    while (chosen.length < Math.min(overlap, people.length)) {
      const cost = (name: string) =>
        (load.get(name) ?? 0) * 1000 +
        chosen.reduce((sum, other) => sum + (together.get(pair(name, other)) ?? 0), 0)
      const free = people.filter(name => !chosen.includes(name))
      const least = Math.min(...free.map(cost))
      const equal = free.filter(name => cost(name) === least)
      const next = equal[below(equal.length)]
      if (next === undefined) break
      chosen.push(next)
    }
    for (const name of chosen) load.set(name, (load.get(name) ?? 0) + 1)
    for (const [at, one] of chosen.entries())
      for (const two of chosen.slice(at + 1))
        together.set(pair(one, two), (together.get(pair(one, two)) ?? 0) + 1)
    shared[document] = chosen.sort(byCodePoint)
  }
  return Object.fromEntries(Object.entries(shared).sort(([a], [b]) => byCodePoint(a, b)))
}

/** The documents for a calibration round: the same few for all, by chance. */
export function calibrationDocuments(
  documents: readonly string[],
  count: number,
  seed: number,
): string[] {
  return shuffled(documents, dice(seed).below).slice(0, count).sort(byCodePoint)
}
