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

/** Stems by number, those that weigh most first, so that a sum is always taken in one order. */
type Numbered = { weights: Float64Array; of: ReadonlyMap<string, Uint32Array> }

/** The stems of every wording there is: agencies' words are many articles' words, and are taken apart once. */
function numbered(claims: readonly Worded[]): Numbered {
  const counts = new Map<string, number>()
  const wordings = new Map<string, readonly string[]>()
  for (const claim of claims) {
    const stems = wordings.get(claim.quote) ?? stemsOf(claim)
    wordings.set(claim.quote, stems)
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  }
  const total = claims.length + 1
  // Rarer ones weigh more.
  const order = [...counts].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1))
  const numbers = new Map(order.map(([stem], number) => [stem, number]))
  const of = new Map<string, Uint32Array>()
  for (const [quote, stems] of wordings)
    of.set(quote, Uint32Array.from(stems, stem => numbers.get(stem) as number).sort())
  return { weights: Float64Array.from(order, ([, n]) => Math.log(1 + total / n)), of }
}

type Leader = { key: string; size: number; stems: Uint32Array; lookedAtFor: number }

/** A wording as it was looked for last: what it is most like, and how far the clusters at its rarest words were gone through. */
type Sought = { size: number; stems: Uint32Array; best: number; most: number; gone: number[] }

/**
 * Claims of similar words put together: each joins the first-made cluster it is most like, or begins one. The first claim
 * of a cluster speaks for it, so the order given decides and nothing else does. Linear but for sorting each claim's words.
 * By claim, the key of the one that speaks for it.
 */
export function clusterClaims(claims: readonly Worded[]): Map<string, string> {
  const { weights, of } = numbered(claims)
  const leaders: Leader[] = []
  const at = new Map<number, number[]>()
  /** The claim, from 1 on, that was looked at last and has the stem. */
  const has = new Uint32Array(weights.length)
  const found = new Map<string, string>()
  const sought = new Map<string, Sought>()

  function begun(quote: string): Sought {
    const stems = of.get(quote) as Uint32Array
    let size = 0
    for (let n = 0; n < stems.length; n++) size += weights[stems[n] as number] as number
    const gone = Array.from({ length: Math.min(rarest, stems.length) }, () => 0)
    return { size, stems, best: -1, most: 0, gone }
  }

  function look(own: Sought, { size, stems }: Leader, number: number, turn: number): void {
    const both = own.size + size
    // Even if the smaller were wholly in the larger, it would not be enough.
    if ((2 * Math.min(own.size, size)) / both < enough) return
    let shared = 0
    for (let n = 0; n < stems.length; n++) {
      const stem = stems[n] as number
      if (has[stem] === turn) shared += weights[stem] as number
    }
    const score = (2 * shared) / both
    // Of two that are as like, the first-made.
    if (score < enough || score < own.most || (score === own.most && number > own.best)) return
    own.best = number
    own.most = score
  }

  for (const [n, { key, quote }] of claims.entries()) {
    // The same words are as like a cluster as they were: only those that were begun since are compared.
    const own = sought.get(quote) ?? begun(quote)
    sought.set(quote, own)
    const { stems, gone } = own
    for (let one = 0; one < stems.length; one++) has[stems[one] as number] = n + 1
    for (let rank = 0; rank < gone.length; rank++) {
      const there = at.get(stems[rank] as number)
      if (!there) continue
      for (let next = gone[rank] as number; next < there.length; next++) {
        const number = there[next] as number
        const leader = leaders[number] as Leader
        if (leader.lookedAtFor === n) continue
        leader.lookedAtFor = n
        look(own, leader, number, n + 1)
      }
      gone[rank] = there.length
    }
    const like = leaders[own.best]
    found.set(key, like?.key ?? key)
    if (like) continue
    const leader = leaders.push({ key, size: own.size, stems, lookedAtFor: n }) - 1
    for (let rank = 0; rank < gone.length; rank++) {
      const stem = stems[rank] as number
      const known = at.get(stem)
      if (!known) at.set(stem, [leader])
      else if (known.length < mostAtWord) known.push(leader)
    }
  }
  return found
}
