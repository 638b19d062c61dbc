import type { Party } from './statement.ts'

/** An actor's stand towards concepts: x(a, c, r) of Leifeld, 1 where the actor says it so at least once. */
export type Stand = { for: number; against: number }

/** Actor × concept × agreement. Statements that take no side are left out: they agree with nobody. */
export type Affiliation = {
  actors: Map<string, Party>
  concepts: Map<string, string>
  /** By actor, then concept: how many statements. */
  stands: Map<string, Map<string, Stand>>
}

export type Said = { party: Party; concept: string; side: 'for' | 'against' }

export function affiliationOf(said: readonly Said[]): Affiliation {
  const found: Affiliation = { actors: new Map(), concepts: new Map(), stands: new Map() }
  for (const { party, concept, side } of said) {
    found.actors.set(party.key, party)
    found.concepts.set(concept, concept)
    const own = found.stands.get(party.key) ?? new Map<string, Stand>()
    const stand = own.get(concept) ?? { for: 0, against: 0 }
    stand[side]++
    own.set(concept, stand)
    found.stands.set(party.key, own)
  }
  return found
}

export const projections = ['congruence', 'conflict', 'subtract'] as const
export type Projection = (typeof projections)[number]
export const normalisations = ['none', 'average'] as const
export type Normalisation = (typeof normalisations)[number]

export type Tie = { a: string; b: string; weight: number }

const said = (count: number) => Math.min(1, count)

/**
 * Actors tied by what they say (Leifeld 2017, "Discourse network analysis: policy debates as dynamic networks", Oxford
 * Handbook of Political Networks, ch. 12): congruence Σc Σr x(a,c,r)·x(b,c,r) counts concepts on which two agree, conflict
 * Σc Σr≠s x(a,c,r)·x(b,c,s) those on which they do not, subtract is the first less the second. Repeating oneself counts once.
 * `average` divides by the mean number of concepts the two speak of, so that talking much is not agreeing much. Ties of
 * weight 0 are left out; where two agree and disagree alike, subtract is one of them.
 */
export function projected(
  { stands }: Affiliation,
  projection: Projection,
  normalise: Normalisation = 'none',
): Tie[] {
  const byConcept = new Map<string, { actor: number; for: number; against: number }[]>()
  const actors = [...stands.keys()].sort((a, b) => (a < b ? -1 : 1))
  for (const [at, actor] of actors.entries())
    for (const [concept, stand] of stands.get(actor) ?? []) {
      const list = byConcept.get(concept) ?? []
      list.push({ actor: at, for: said(stand.for), against: said(stand.against) })
      byConcept.set(concept, list)
    }
  const size = actors.length
  const weights = new Map<number, number>()
  for (const list of byConcept.values())
    for (const [n, one] of list.entries())
      for (const other of list.slice(n + 1)) {
        const congruent = one.for * other.for + one.against * other.against
        const conflicting = one.for * other.against + one.against * other.for
        const weight =
          projection === 'congruence'
            ? congruent
            : projection === 'conflict'
              ? conflicting
              : congruent - conflicting
        const pair = Math.min(one.actor, other.actor) * size + Math.max(one.actor, other.actor)
        if (weight !== 0) weights.set(pair, (weights.get(pair) ?? 0) + weight)
      }
  const activity = actors.map(actor => stands.get(actor)?.size ?? 0)
  return [...weights].flatMap(([pair, weight]): Tie[] => {
    const [a, b] = [Math.floor(pair / size), pair % size]
    const mean = ((activity[a] ?? 0) + (activity[b] ?? 0)) / 2
    const scaled = normalise === 'average' ? weight / mean : weight
    return scaled === 0 ? [] : [{ a: actors[a] as string, b: actors[b] as string, weight: scaled }]
  })
}
