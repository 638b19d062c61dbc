import type { Proposition } from '../model/proposition.ts'
import { type Traits, wordsIn } from './claim-traits.ts'

/** A claim that points to a proposition already. */
export type CodedClaim<Place> = {
  readonly proposition: string
  readonly traits: Traits
  readonly place: Place
}

export type Like<Place> = {
  readonly proposition: string
  readonly score: number
  readonly words: string[]
  readonly actors: string[]
  readonly dates: string[]
  readonly place?: Place
}

/** Below this what two have in common is chance. */
const least = 0.18
/** What a shared actor and a shared date add; an opinion of ours, which the reasons shown make plain. */
const perActor = 0.12
const perDate = 0.1

const common = <T>(a: Iterable<T>, b: { has(one: T): boolean }) => [...a].filter(one => b.has(one))

/** Words weigh by how few claims have them: "التحالف" says little where all speak of it. */
function weightsOf(all: readonly ReadonlyMap<string, string>[]): (stem: string) => number {
  const counts = new Map<string, number>()
  for (const words of all)
    for (const stem of words.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  const total = all.length + 1
  return stem => Math.log(1 + total / (1 + (counts.get(stem) ?? 0)))
}

/**
 * Propositions a claim may point to, the likeliest first, each with what speaks for it: folded words, actors and dates in
 * common with a claim that was coded so, or words in common with its own text. Dice over word weights, actors and dates
 * added. Deterministic.
 */
export function similarClaims<Place>(
  claim: Traits,
  coded: readonly CodedClaim<Place>[],
  codebook: readonly Proposition[],
  limit = 8,
): Like<Place>[] {
  const texts = codebook.map(({ id, text, notes }) => ({
    proposition: id,
    words: wordsIn(`${text.ar} ${text.en ?? ''} ${notes}`),
    core: wordsIn(`${text.ar}`),
  }))
  const known = new Set(codebook.map(({ id }) => id))
  const weigh = weightsOf([
    ...coded.map(({ traits }) => traits.words),
    ...texts.map(({ core }) => core),
  ])
  const sum = (stems: Iterable<string>) => [...stems].reduce((all, stem) => all + weigh(stem), 0)
  const own = sum(claim.words.keys())
  const best = new Map<string, Like<Place>>()
  const put = (like: Like<Place>) => {
    if (like.score < least || (best.get(like.proposition)?.score ?? 0) >= like.score) return
    best.set(like.proposition, like)
  }
  function likeness(words: ReadonlyMap<string, string>, size: number) {
    const shared = common(claim.words.keys(), words)
    const both = own + size
    return { shared, score: both === 0 ? 0 : (2 * sum(shared)) / both }
  }
  for (const { proposition, words, core } of texts) {
    const { shared, score } = likeness(words, sum(core.keys()))
    const written = shared.map(stem => claim.words.get(stem) as string)
    put({ proposition, score: Math.min(1, score), words: written, actors: [], dates: [] })
  }
  for (const { proposition, traits, place } of coded) {
    if (!known.has(proposition)) continue
    const { shared, score } = likeness(traits.words, sum(traits.words.keys()))
    if (shared.length === 0) continue
    const actors = common(claim.actors, traits.actors)
    const dates = common(claim.dates, traits.dates)
    const more = Math.min(3, actors.length) * perActor + Math.min(2, dates.length) * perDate
    put({
      proposition,
      score: Math.min(1, score + more),
      words: shared.map(stem => claim.words.get(stem) as string),
      actors,
      dates,
      place,
    })
  }
  return [...best.values()]
    .sort((a, b) => b.score - a.score || (a.proposition < b.proposition ? -1 : 1))
    .slice(0, limit)
}
