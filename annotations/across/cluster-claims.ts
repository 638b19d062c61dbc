import { wordsIn } from '../propositions/claim-traits.ts'

/** Two claims are taken to say one thing from this likeness on (Dice over word weights). */
const enough = 0.5
/** A claim is looked for by its rarest words, each of which points to at most so many clusters. */
const rarest = 6
const mostAtWord = 48

export type Worded = { readonly key: string; readonly quote: string }

/** Stems of a claim, found once for each: a claim is replaced and never changed. */
const stemsFound = new WeakMap<Worded, readonly string[]>()

function stemsOf(claim: Worded): readonly string[] {
  const known = stemsFound.get(claim)
  if (known) return known
  const stems = [...wordsIn(claim.quote).keys()]
  stemsFound.set(claim, stems)
  return stems
}

/** Every stem of some claims by number, those that weigh most first, so that a sum is always taken in one order. */
function numbered(claims: readonly Worded[]): { weights: Float64Array; of: Uint32Array[] } {
  const counts = new Map<string, number>()
  for (const claim of claims)
    for (const stem of stemsOf(claim)) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  const total = claims.length + 1
  // Rarer ones weigh more.
  const order = [...counts].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1))
  const numbers = new Map(order.map(([stem], number) => [stem, number]))
  return {
    weights: Float64Array.from(order, ([, n]) => Math.log(1 + total / n)),
    of: claims.map(claim =>
      Uint32Array.from(stemsOf(claim), stem => numbers.get(stem) as number).sort(),
    ),
  }
}

/**
 * Claims of similar words put together: each joins the first-made cluster it is most like, or begins one. The first claim
 * of a cluster speaks for it, so the order given decides and nothing else does. Linear but for sorting each claim's words.
 * By claim, the key of the one that speaks for it.
 */
export function clusterClaims(claims: readonly Worded[]): Map<string, string> {
  const { weights, of } = numbered(claims)
  const weigh = (stem: number) => weights[stem] as number
  const leaders: { key: string; size: number; stems: Uint32Array; lookedAtFor: number }[] = []
  const at = new Map<number, number[]>()
  /** The claim, from 1 on, that was looked at last and has the stem. */
  const has = new Uint32Array(weights.length)
  const found = new Map<string, string>()
  for (const [n, { key }] of claims.entries()) {
    const stems = of[n] as Uint32Array
    let size = 0
    for (const stem of stems) {
      size += weigh(stem)
      has[stem] = n + 1
    }
    let best = -1
    let most = 0
    for (const stem of stems.subarray(0, rarest))
      for (const number of at.get(stem) ?? []) {
        const leader = leaders[number] as (typeof leaders)[number]
        if (leader.lookedAtFor === n) continue
        leader.lookedAtFor = n
        const both = size + leader.size
        // Even if the smaller were wholly in the larger, it would not be enough.
        if ((2 * Math.min(size, leader.size)) / both < enough) continue
        let shared = 0
        for (const own of leader.stems) if (has[own] === n + 1) shared += weigh(own)
        const score = (2 * shared) / both
        // Of two that are as like, the first-made.
        if (score < enough || score < most || (score === most && number > best)) continue
        best = number
        most = score
      }
    const like = leaders[best]
    found.set(key, like?.key ?? key)
    if (like) continue
    const leader = leaders.push({ key, size, stems, lookedAtFor: n }) - 1
    for (const stem of stems.subarray(0, rarest)) {
      const known = at.get(stem)
      if (!known) at.set(stem, [leader])
      else if (known.length < mostAtWord) known.push(leader)
    }
  }
  return found
}
