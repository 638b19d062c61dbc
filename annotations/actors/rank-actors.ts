import { fold } from '../arabic/fold.ts'
import { isProclitic, lams, longestProclitic } from '../arabic/proclitics.ts'
import type { Actor } from '../model/actor.ts'
import { type ActorIndex, joinedOf, type Met, type WordMatch } from './actor-index.ts'
import { type ActorName, withoutArticle, wordsOf } from './actor-names.ts'
import { type Hits, hitsOf, matchNumber, mostWords } from './hits.ts'
import { isPronoun } from './pronouns.ts'

/** Why an actor is offered, from surest to least sure. */
const evidenceKinds = [
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
function readings(index: ActorIndex, query: string, open: boolean): string[][] {
  const words = wordsOf(fold(query).folded).slice(0, mostWords)
  const [first, ...rest] = words
  if (first === undefined) return []
  const found = [words]
  const tryFirst = (word: string) => {
    if (index.has(word, open && rest.length === 0)) found.push([word, ...rest])
  }
  for (let length = 1; length <= longestProclitic && length < first.length - 2; length++) {
    const before = first.slice(0, length)
    if (before.endsWith('ال') || !isProclitic(before)) continue
    tryFirst(first.slice(length))
    // للسوداني: ل has taken the alef of the article.
    if (lams.includes(before)) tryFirst(`ا${first.slice(length)}`)
  }
  return found
}

/** A word that more names than this have makes nobody a candidate where others do. */
const common = 2000
/** So many names one typed word makes candidates, and everybody mentioned nearby: more than anybody reads. */
const mostOfOne = 1000

const asWritten = (text: string) => text.normalize('NFC').trim()

/** What was typed, in the forms that names are held against. */
type Typed = {
  readonly words: readonly string[]
  readonly all: string
  readonly bare: string
  readonly written: string
}

/** What a name has in common with what was typed, or nothing worth saying. */
function judge(name: ActorName, hits: Hits, at: number, typed: Typed): Judged | undefined {
  const { words } = typed
  const [asked, own] = [words.length, name.words.length]
  let [matched, sum, covered, ways] = [0, 0, 0, 0]
  for (let n = 0; n < asked; n++) {
    const sure = hits.sure[at + n] as number
    if (sure === 0) continue
    matched++
    sum += sure
    ways |= 1 << (hits.how[at + n] as number)
    let isNew = true
    for (let other = 0; other < n && isNew; other++)
      isNew = hits.sure[at + other] === 0 || hits.word[at + other] !== hits.word[at + n]
    if (isNew) covered++
  }
  const has = (way: WordMatch) => (ways & (1 << matchNumber[way])) !== 0
  // A first letter alone says nothing of a longer name.
  if (asked !== own && ways === 1 << matchNumber.initial) return undefined
  let kind: EvidenceKind
  if (matched === asked && asked >= own && covered >= Math.min(own, asked)) {
    if (has('initial')) kind = 'initials'
    else if (has('spelling')) kind = 'spelling'
    else if (has('begins')) kind = name.as === 'title' ? 'title' : 'begins'
    else if (name.as === 'title') kind = 'title'
    else if (typed.written === asWritten(name.text)) kind = name.as === 'alias' ? 'alias' : 'exact'
    else if (typed.all === name.folded) kind = name.as === 'alias' ? 'alias' : 'folded'
    else if (typed.bare === name.words.join(' ')) kind = 'article'
    else kind = 'order'
  } else if (matched === asked) {
    if (has('initial')) kind = 'initials'
    else if (has('spelling')) kind = 'spelling'
    else if (name.as === 'title') kind = 'title'
    else kind = has('begins') ? 'begins' : 'part'
  } else if (covered === own && matched === own) {
    if (ways !== 1 << matchNumber.same && !has('spelling')) return undefined
    if (has('initial') || has('begins') || name.as === 'title') return undefined
    // "الوزير" alone is not said by "مساعدة وزير الدفاع".
    const alone = name.full[0] as string
    if (own === 1 && (alone.length < 4 || !words.includes(alone))) return undefined
    kind = has('spelling') ? 'spelling' : 'within'
  } else return undefined
  const doubt = (matched - sum) * 8
  const rest = Math.min(6, Math.max(0, own - matched) * 1.5) + Math.min(20, (asked - matched) * 3)
  const starts = (name.words[0] as string).startsWith(withoutArticle(words[0] as string)) ? 2 : 0
  return { kind, score: base[kind] - doubt - rest + starts - (name.as === 'title' ? 3 : 0) }
}

type Judged = { readonly kind: EvidenceKind; readonly score: number }
type Found = Judged & { readonly name: ActorName }

/** Every name that has something in common with one reading of what was typed. */
function search(
  index: ActorIndex,
  words: readonly string[],
  { query, open, near }: { query: string; open: boolean; near: ReadonlyMap<string, number> },
): Found[] {
  const found: Found[] = []
  const hits = hitsOf(index)
  const met = words.map((word, at) => {
    const all: readonly Met[] = index.meet(word, open && at === words.length - 1)
    return { at, all, names: all.reduce((sum, { word }) => sum + index.namesWith(word).length, 0) }
  })
  // The rarest first: what follows mostly only says more of those that are there.
  met.sort((a, b) => a.names - b.names)
  hits.clear()
  for (const { at, all, names } of met) {
    const mayBegin = names <= common || hits.touched.length === 0
    for (const { word, how, sure } of all)
      for (const name of index.namesWith(word)) {
        const isFull = words.length === 1 && hits.touched.length >= mostOfOne
        const begins = !isFull || near.has((index.names[name] as ActorName).actor.id)
        hits.put(name, at, word, how, sure, mayBegin && begins)
      }
  }
  const bare = words.map(withoutArticle)
  const typed: Typed = {
    words,
    all: words.join(' '),
    bare: bare.join(' '),
    written: asWritten(query),
  }
  for (const number of hits.touched) {
    const name = index.names[number] as ActorName
    const judged = judge(name, hits, number * mostWords, typed)
    if (judged) found.push({ ...judged, name })
  }
  const withWords = (some: readonly string[], kind: EvidenceKind, score: number) => {
    for (const number of index.joined.get(joinedOf(some)) ?? []) {
      const name = index.names[number] as ActorName
      // As many words are met as words already; an article more or less is no other spelling.
      const isOther = kind === 'within' || name.words.length !== some.length
      if (name.as !== 'title' && isOther) found.push({ kind, score, name })
    }
  }
  // أبو ظبي is أبوظبي; names of common words alone are found within a longer phrase.
  withWords(bare, 'folded', base.folded - 1)
  for (let from = 0; from < bare.length - 1; from++)
    for (let to = from + 2; to <= bare.length; to++)
      if (to - from < bare.length)
        withWords(
          bare.slice(from, to),
          'within',
          base.within - Math.min(20, (bare.length - to + from) * 3),
        )
  return found
}

/** Actors for what is typed or what a mention says, the likeliest first, each with why. */
export function rankActors(
  index: ActorIndex,
  query: string,
  { kind, nearby = [], limit = 20 }: RankContext = {},
): Candidate[] {
  const open = !/\s$/u.test(query)
  const near = new Map(nearby.map((id, at) => [id, at]))
  const found = readings(index, query, open).flatMap((words, at) =>
    search(index, words, { query, open, near }).map(one =>
      at === 0 ? one : { ...one, score: one.score - 4 },
    ),
  )
  const best = new Map<Actor, number>()
  for (const { name, score } of found)
    if (score > (best.get(name.actor) ?? Number.NEGATIVE_INFINITY)) best.set(name.actor, score)
  if (query.trim() === '' || isPronoun(query))
    for (const actor of index.actors)
      if (near.has(actor.id) && !best.has(actor)) best.set(actor, base.nearby)
  const more = (actor: Actor) => {
    const place = near.get(actor.id)
    const nearness = place === undefined ? 0 : Math.max(2, 9 - place)
    return nearness + (kind !== undefined && actor.kind === kind ? 5 : 0)
  }
  const ranked = [...best].map(([actor, score]) => ({ actor, score: score + more(actor) }))
  ranked.sort(
    (a, b) =>
      b.score - a.score ||
      a.actor.name.ar.length - b.actor.name.ar.length ||
      (a.actor.id < b.actor.id ? -1 : 1),
  )
  const offered = ranked.slice(0, limit)
  const reasons = new Map<Actor, Found[]>(offered.map(({ actor }) => [actor, []]))
  for (const one of found) reasons.get(one.name.actor)?.push(one)
  return offered.map(({ actor, score }) => {
    const evidence: Evidence[] = []
    for (const { kind, name } of (reasons.get(actor) ?? []).sort((a, b) => b.score - a.score))
      if (evidence.every(known => known.kind !== kind)) evidence.push({ kind, name: name.text })
    if (near.has(actor.id)) evidence.push({ kind: 'nearby', name: actor.name.ar })
    return { actor, score, evidence }
  })
}
