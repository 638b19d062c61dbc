import type { Dissimilarity, GammaUnit } from './dissimilarity.ts'

/** Units taken for one another, at most one of each annotator; who has none is left out. Units by number. */
export type Unitary = {
  members: readonly number[]
  /** Sum over all pairs of annotators, δ where one of a pair has no unit; not yet divided by their number. */
  cost: number
}

export type Numbered = { unit: GammaUnit; annotator: number }

const pairsOf = (n: number) => (n * (n - 1)) / 2

/** δ for each pair of annotators of which not both have a unit here; so pygamma-agreement, too, counts two without one. */
const emptyCost = (members: number, annotators: number, delta: number) =>
  delta * (pairsOf(annotators) - pairsOf(members))

/**
 * The groups worth considering: those that cost no more than the same units with one of them apart, for a best alignment never needs
 * another. `limit` bounds how many are looked at; more is undefined rather than endless.
 */
export function unitaryAlignments(
  units: readonly Numbered[],
  annotators: number,
  d: Dissimilarity,
  limit: number,
): Unitary[] | undefined {
  const n = annotators
  // What a unit's dissimilarities to the others may sum to, before it had better be left alone.
  const bearable = (members: number) => d.delta * (pairsOf(n) + members - 1)
  const most = bearable(n)
  // From place alone: (|Δs| + |Δe|)² / (l + l')² · α · δ < most.
  const reach = d.alpha > 0 ? Math.sqrt(most / (d.alpha * d.delta)) : Number.POSITIVE_INFINITY
  const order = units
    .map((_, at) => at)
    .sort((a, b) => (units[a]?.unit.start ?? 0) - (units[b]?.unit.start ?? 0))
  let longest = 0
  for (const { unit } of units) longest = Math.max(longest, unit.end - unit.start)
  const near = new Map<number, Map<number, number>>(order.map(at => [at, new Map()]))
  for (const [place, at] of order.entries()) {
    const one = units[at] as Numbered
    const length = one.unit.end - one.unit.start
    for (const other of order.slice(place + 1)) {
      const two = units[other] as Numbered
      if (two.unit.start - one.unit.start > reach * (length + longest)) break
      if (two.annotator === one.annotator) continue
      const apart = d.of(one.unit, two.unit)
      if (apart > most) continue
      near.get(at)?.set(other, apart)
      near.get(other)?.set(at, apart)
    }
  }
  const found: Unitary[] = []
  let looked = 0
  const group: number[] = []
  const sums: number[] = []
  /** Adds units of later annotators to the group; false once the limit is passed. */
  const extend = (pairs: number): boolean => {
    if (++looked > limit) return false
    const m = group.length
    if (m === 1 || sums.every(sum => sum <= bearable(m) + 1e-9))
      found.push({ members: [...group], cost: pairs + emptyCost(m, n, d.delta) })
    const first = group[0] as number
    const last = (units[group[m - 1] as number] as Numbered).annotator
    for (const [candidate] of near.get(first) ?? []) {
      if ((units[candidate] as Numbered).annotator <= last) continue
      const own = near.get(candidate)
      let total = 0
      let fits = true
      const added: number[] = []
      for (const member of group) {
        const apart = own?.get(member)
        if (apart === undefined) fits = false
        if (!fits) break
        added.push(apart ?? 0)
        total += apart ?? 0
      }
      if (!fits || total > most || sums.some((sum, at) => sum + (added[at] ?? 0) > most)) continue
      for (const [at, apart] of added.entries()) sums[at] = (sums[at] ?? 0) + apart
      group.push(candidate)
      sums.push(total)
      const within = extend(pairs + total)
      group.pop()
      sums.pop()
      for (const [at, apart] of added.entries()) sums[at] = (sums[at] ?? 0) - apart
      if (!within) return false
    }
    return true
  }
  for (const at of order) {
    group.push(at)
    sums.push(0)
    const within = extend(0)
    group.pop()
    sums.pop()
    if (!within) return undefined
  }
  return found
}
