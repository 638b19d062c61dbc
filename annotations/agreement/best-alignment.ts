import { solve } from 'yalps'
import type { Dissimilarity, GammaUnit } from './dissimilarity.ts'
import { type Numbered, type Unitary, unitaryAlignments } from './unitary-alignments.ts'

export type Alignment = {
  /** Every unit is in exactly one group. */
  groups: readonly { units: readonly GammaUnit[]; cost: number }[]
  /** Sum of the groups' costs / pairs of annotators / mean number of units of an annotator. */
  disorder: number
}

/** Groups of candidates that share units: each is a problem of its own, so that none grows with the text. */
function components(candidates: readonly Unitary[], units: number): Unitary[][] {
  const parent = Array.from({ length: units }, (_, at) => at)
  const rootOf = (at: number): number => {
    let root = at
    while (parent[root] !== root) root = parent[root] as number
    for (let next = at; next !== root; ) {
      const above = parent[next] as number
      parent[next] = root
      next = above
    }
    return root
  }
  for (const { members } of candidates)
    for (const member of members) parent[rootOf(member)] = rootOf(members[0] as number)
  const byRoot = new Map<number, Unitary[]>()
  for (const candidate of candidates) {
    const root = rootOf(candidate.members[0] as number)
    const known = byRoot.get(root)
    if (known) known.push(candidate)
    else byRoot.set(root, [candidate])
  }
  return [...byRoot.values()]
}

/** Of alignments with the same disorder the one with fewer groups. */
const tie = 1e-9

/**
 * The cheapest candidates that hold every unit once: a set partition, solved exactly as an integer linear program by
 * branch and cut. The program is small, for it is one component's.
 */
function cheapest(candidates: readonly Unitary[]): Unitary[] | undefined {
  if (candidates.length === 1) return [...candidates]
  const members = new Set(candidates.flatMap(candidate => candidate.members))
  const solution = solve<number, number>(
    {
      direction: 'minimize',
      objective: -1,
      constraints: new Map([...members].map(member => [member, { equal: 1 }])),
      variables: candidates.map(({ members, cost }, at): [number, [number, number][]] => [
        at,
        [[-1, cost + tie], ...members.map((member): [number, number] => [member, 1])],
      ]),
      binaries: true,
    },
    { maxPivots: 1 << 20, maxIterations: 1 << 20, tolerance: 0 },
  )
  if (solution.status !== 'optimal') return undefined
  return solution.variables
    .filter(([, chosen]) => chosen > 0.5)
    .map(([at]) => candidates[at] as Unitary)
}

/** More candidates than this are not looked at: a text in which everything overlaps everything. */
const limit = 400_000

/** The alignment of least disorder (Mathet et al. 2015, 4.4), exact; undefined where there are too many to compare. */
export function bestAlignment(
  byAnnotator: readonly (readonly GammaUnit[])[],
  d: Dissimilarity,
): Alignment | undefined {
  const units: Numbered[] = byAnnotator.flatMap((own, annotator) =>
    own.map(unit => ({ unit, annotator })),
  )
  const n = byAnnotator.length
  const candidates = unitaryAlignments(units, n, d, limit)
  if (!candidates) return undefined
  const groups: { units: GammaUnit[]; cost: number }[] = []
  let total = 0
  for (const component of components(candidates, units.length)) {
    const chosen = cheapest(component)
    if (!chosen) return undefined
    for (const { members, cost } of chosen) {
      total += cost
      groups.push({ units: members.map(member => (units[member] as Numbered).unit), cost })
    }
  }
  return { groups, disorder: total / ((n * (n - 1)) / 2) / (units.length / n) }
}
