import { wordsIn } from '../propositions/claim-traits.ts'

/** Two claims are taken to say one thing from this likeness on (Dice over word weights). */
const enough = 0.5
/** A claim is looked for by its rarest words, each of which points to at most so many clusters. */
const rarest = 6
const mostAtWord = 48

export type Worded = { readonly key: string; readonly quote: string }

/**
 * Claims of similar words put together: each joins the first-made cluster it is most like, or begins one. The first claim
 * of a cluster speaks for it, so the order given decides and nothing else does. Linear but for sorting each claim's words.
 * By claim, the key of the one that speaks for it.
 */
export function clusterClaims(claims: readonly Worded[]): Map<string, string> {
  const words = claims.map(({ quote }) => [...wordsIn(quote).keys()])
  const counts = new Map<string, number>()
  for (const stems of words) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  const total = claims.length + 1
  const weights = new Map([...counts].map(([stem, n]) => [stem, Math.log(1 + total / n)]))
  const weigh = (stem: string) => weights.get(stem) ?? 0
  const sizes: number[] = []
  const stemsOf: ReadonlySet<string>[] = []
  const leaders: string[] = []
  const at = new Map<string, number[]>()
  const found = new Map<string, string>()
  for (const [n, { key }] of claims.entries()) {
    // The rarest weigh most.
    const weighed = (words[n] as string[])
      .map((stem): [string, number] => [stem, weigh(stem)])
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    const stems = weighed.map(([stem]) => stem)
    const size = weighed.reduce((sum, [, weight]) => sum + weight, 0)
    const looked = new Set(stems.slice(0, rarest).flatMap(stem => at.get(stem) ?? []))
    let best: { leader: number; score: number } | undefined
    for (const leader of looked) {
      const [other, otherSize] = [stemsOf[leader] as ReadonlySet<string>, sizes[leader] as number]
      // Even if the smaller were wholly in the larger, it would not be enough.
      if ((2 * Math.min(size, otherSize)) / (size + otherSize) < enough) continue
      let shared = 0
      for (const [stem, weight] of weighed) if (other.has(stem)) shared += weight
      const score = (2 * shared) / (size + otherSize)
      if (score >= enough && score > (best?.score ?? 0)) best = { leader, score }
    }
    if (best) {
      found.set(key, leaders[best.leader] as string)
      continue
    }
    const leader = leaders.push(key) - 1
    sizes.push(size)
    stemsOf.push(new Set(stems))
    for (const stem of stems.slice(0, rarest)) {
      const known = at.get(stem)
      if (!known) at.set(stem, [leader])
      else if (known.length < mostAtWord) known.push(leader)
    }
    found.set(key, key)
  }
  return found
}
