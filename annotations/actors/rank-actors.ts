import { fold } from '../arabic/fold.ts'
import { isProclitic, lams, longestProclitic } from '../arabic/proclitics.ts'
import type { Actor } from '../model/actor.ts'
import { type ActorIndex, joinedOf, type Met, type WordMatch } from './actor-index.ts'
import { type ActorName, withoutArticle, wordsOf } from './actor-names.ts'
import { isPronoun } from './pronouns.ts'

/** Why an actor is offered, from surest to least sure. */
export const evidenceKinds = [
  'exact',
  'alias',
  'folded',
  'article',
  'order',
  'title',
  'begins',
  'part',
  'within',
  'initials',
  'spelling',
  'nearby',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

export type Evidence = { readonly kind: EvidenceKind; readonly name: string }
export type Candidate = {
  readonly actor: Actor
  readonly score: number
  readonly evidence: readonly Evidence[]
}

export type RankContext = {
  /** The kind the mention has been given. */
  readonly kind?: string
  /** Actors of mentions nearby, the nearest before first. */
  readonly nearby?: readonly string[]
  readonly limit?: number
}

const base: Record<EvidenceKind, number> = {
  exact: 100,
  alias: 98,
  folded: 96,
  article: 93,
  order: 91,
  title: 88,
  begins: 80,
  part: 76,
  within: 70,
  initials: 74,
  spelling: 58,
  nearby: 40,
}

/** What was typed, taken apart: the words as they are, and with what may be written before the first left out. */
function readings(query: string): string[][] {
  const words = wordsOf(fold(query).folded)
  const [first, ...rest] = words
  if (first === undefined) return []
  const found = [words]
  for (let length = 1; length <= longestProclitic && length < first.length - 2; length++) {
    const before = first.slice(0, length)
    if (before.endsWith('ال') || !isProclitic(before)) continue
    found.push([first.slice(length), ...rest])
    // للسوداني: ل has taken the alef of the article.
    if (lams.includes(before)) found.push([`ا${first.slice(length)}`, ...rest])
  }
  return found
}

type Hits = {
  readonly sure: Float32Array
  readonly how: (WordMatch | undefined)[]
  readonly words: Set<number>
}

function gather(index: ActorIndex, words: readonly string[], open: boolean): Map<number, Hits> {
  const hits = new Map<number, Hits>()
  for (const [at, word] of words.entries()) {
    const isLast = open && at === words.length - 1
    const met: readonly Met[] = index.meet(word, isLast)
    for (const { word: number, how, sure } of met)
      for (const name of index.namesWith(number)) {
        let hit = hits.get(name)
        if (!hit) {
          hit = {
            sure: new Float32Array(words.length),
            how: new Array(words.length),
            words: new Set(),
          }
          hits.set(name, hit)
        }
        if (sure > (hit.sure[at] as number)) {
          hit.sure[at] = sure
          hit.how[at] = how
        }
        hit.words.add(number)
      }
  }
  return hits
}

const asWritten = (text: string) => text.normalize('NFC').trim()

/** What a name has in common with what was typed, or nothing worth saying. */
function judge(
  name: ActorName,
  { sure, how, words }: Hits,
  typed: readonly string[],
  query: string,
): { kind: EvidenceKind; score: number } | undefined {
  let [matched, sum] = [0, 0]
  for (const one of sure) {
    if (one > 0) matched++
    sum += one
  }
  const [asked, own] = [typed.length, name.words.length]
  const has = (match: WordMatch) => how.includes(match)
  const covered = Math.min(words.size, own)
  // A first letter alone says nothing of a longer name.
  if (asked !== own && how.every(one => one === undefined || one === 'initial')) return undefined
  let kind: EvidenceKind
  if (matched === asked && asked >= own && covered >= Math.min(own, asked)) {
    if (has('initial')) kind = 'initials'
    else if (has('spelling')) kind = 'spelling'
    else if (has('begins')) kind = name.as === 'title' ? 'title' : 'begins'
    else if (name.as === 'title') kind = 'title'
    else if (asWritten(query) === asWritten(name.text))
      kind = name.as === 'alias' ? 'alias' : 'exact'
    else if (typed.join(' ') === name.folded) kind = name.as === 'alias' ? 'alias' : 'folded'
    else if (typed.map(withoutArticle).join(' ') === name.words.join(' ')) kind = 'article'
    else kind = 'order'
  } else if (matched === asked) {
    if (has('initial')) kind = 'initials'
    else if (has('spelling')) kind = 'spelling'
    else if (name.as === 'title') kind = 'title'
    else kind = how[0] === 'begins' || has('begins') ? 'begins' : 'part'
  } else if (
    covered === own &&
    matched === own &&
    (own > 1 || (name.words[0] as string).length > 3)
  ) {
    if (has('initial') || has('begins') || name.as === 'title') return undefined
    // "الوزير" alone is not said by "مساعدة وزير الدفاع".
    if (own === 1 && !typed.includes(name.full[0] as string)) return undefined
    kind = has('spelling') ? 'spelling' : 'within'
  } else return undefined
  const unasked = Math.max(0, own - matched)
  const unmet = asked - matched
  const doubt = (matched - sum) * 8
  const rank = base[kind] - doubt - Math.min(6, unasked * 1.5) - Math.min(20, unmet * 3)
  const first = name.words[0] as string
  const starts = withoutArticle(typed[0] as string)
  return { kind, score: rank + (first.startsWith(starts) ? 2 : 0) - (name.as === 'title' ? 3 : 0) }
}

/** Actors for what is typed or what a mention says, the likeliest first, each with why. */
export function rankActors(
  index: ActorIndex,
  query: string,
  { kind, nearby = [], limit = 20 }: RankContext = {},
): Candidate[] {
  const best = new Map<Actor, { score: number; evidence: Evidence[] }>()
  const put = (actor: Actor, score: number, evidence: Evidence) => {
    const known = best.get(actor)
    if (!known) best.set(actor, { score, evidence: [evidence] })
    else {
      const isNew = known.evidence.every(one => one.kind !== evidence.kind)
      if (score > known.score) {
        known.score = score
        known.evidence = [
          evidence,
          ...(isNew ? known.evidence : known.evidence.filter(one => one.kind !== evidence.kind)),
        ]
      } else if (isNew) known.evidence.push(evidence)
    }
  }
  const open = !/\s$/u.test(query)
  for (const [at, words] of readings(query).entries()) {
    for (const [number, hits] of gather(index, words, open)) {
      const name = index.names[number] as ActorName
      const judged = judge(name, hits, words, query)
      if (judged) put(name.actor, judged.score - at * 4, { kind: judged.kind, name: name.text })
    }
    for (const number of index.joined.get(joinedOf(words.map(withoutArticle))) ?? []) {
      const name = index.names[number] as ActorName
      if (name.as !== 'title' && name.folded !== words.join(' '))
        put(name.actor, base.folded - 1 - at * 4, { kind: 'folded', name: name.text })
    }
  }
  const near = new Map(nearby.map((id, at) => [id, at]))
  const nobodyNamed = query.trim() === '' || isPronoun(query)
  if (nobodyNamed)
    for (const actor of index.actors)
      if (near.has(actor.id)) put(actor, base.nearby, { kind: 'nearby', name: actor.name.ar })
  const ranked: Candidate[] = [...best].map(([actor, { score, evidence }]) => {
    const place = near.get(actor.id)
    const isNear = place !== undefined
    const more =
      (isNear ? Math.max(2, 9 - place) : 0) + (kind !== undefined && actor.kind === kind ? 5 : 0)
    const nearness: Evidence[] =
      isNear && evidence[0]?.kind !== 'nearby' ? [{ kind: 'nearby', name: actor.name.ar }] : []
    return { actor, score: score + more, evidence: [...evidence, ...nearness] }
  })
  ranked.sort(
    (a, b) =>
      b.score - a.score ||
      a.actor.name.ar.length - b.actor.name.ar.length ||
      (a.actor.id < b.actor.id ? -1 : 1),
  )
  return ranked.slice(0, limit)
}
