import { type Condition, type Phrase, phrasesOf } from '../../annotations/analysis/query.ts'
import { compilePhrase } from './compiled-query.ts'
import type { Hit, HitList } from './hit-list.ts'
import { type HitsHere, hitsHere } from './hits-here.ts'
import { inDocument, type PhraseHits, phraseHits } from './phrase-hits.ts'
import type { WordIndex } from './word-index.ts'

/** Which kinds of region are looked in, by number. */
export type Regions = readonly boolean[]

const near = (a: readonly Hit[], b: readonly Hit[], words: number): Hit[] => {
  const hits: Hit[] = []
  for (const one of a)
    for (const other of b) {
      const [first, second] = one.at <= other.at ? [one, other] : [other, one]
      const gap = second.at - (first.at + first.words)
      if (gap < 0 || gap > words) continue
      const end = Math.max(first.at + first.words, second.at + second.words)
      hits.push({ at: first.at, words: end - first.at, before: first.before })
      break
    }
  return hits
}

/** The hits of one phrase, of all documents. */
type Of = (phrase: Phrase) => PhraseHits | undefined

/** Does the nth document hold what is asked; and where, of what is not denied. */
function holds(condition: Condition, n: number, of: Of, here: HitsHere): boolean {
  const before = here.length
  switch (condition.kind) {
    case 'phrase': {
      const hits = of(condition)
      if (!hits) return false
      const words = condition.words.length
      for (let hit = hits.starts[n] as number; hit < (hits.starts[n + 1] as number); hit++)
        here.push(hits.at[hit] as number, words, hits.before[hit] as number)
      return here.length > before
    }
    case 'near': {
      const [a, b] = [inDocument(of(condition.a), n), inDocument(of(condition.b), n)]
      for (const hit of near(a, b, condition.words)) here.push(hit.at, hit.words, hit.before)
      return here.length > before
    }
    case 'not': {
      const held = holds(condition.part, n, of, here)
      here.cut(before)
      return !held
    }
    case 'and':
      return condition.parts.every(part => holds(part, n, of, here))
    case 'or': {
      let any = false
      for (const part of condition.parts) {
        const own = here.length
        if (holds(part, n, of, here)) any = true
        else here.cut(own)
      }
      return any
    }
  }
}

/** Whether a document can hold what is asked, by which phrases it has at all. */
function mayHold(condition: Condition, has: (phrase: Phrase) => boolean): boolean {
  switch (condition.kind) {
    case 'phrase':
      return has(condition)
    case 'near':
      return has(condition.a) && has(condition.b)
    case 'not':
      return true
    case 'and':
      return condition.parts.every(part => mayHold(part, has))
    case 'or':
      return condition.parts.some(part => mayHold(part, has))
  }
}

/** Every hit in the documents at `places`, in their order. */
export function runCondition(
  index: WordIndex,
  condition: Condition,
  regions: Regions,
  places: Uint32Array,
  into: HitList,
): void {
  /** By place: its rank among those looked in, from 1. */
  const ranks = new Uint32Array(index.rows.length)
  for (let n = 0; n < places.length; n++) ranks[places[n] as number] = n + 1
  const phrases = phrasesOf(condition)
  const found = phrases.map(phrase =>
    phraseHits(index, compilePhrase(index, phrase), regions, ranks, places.length),
  )
  const only = condition.kind === 'phrase' ? found[0] : undefined
  if (only) {
    const words = only.phrase.words.length
    for (let n = 0; n < places.length; n++)
      for (let hit = only.starts[n] as number; hit < (only.starts[n + 1] as number); hit++)
        into.push(places[n] as number, only.at[hit] as number, words, only.before[hit] as number)
    return
  }
  const hitsOf = new Map(phrases.map((phrase, at) => [phrase, found[at] as PhraseHits]))
  const of: Of = phrase => hitsOf.get(phrase)
  const here = hitsHere()
  for (let n = 0; n < places.length; n++) {
    const has = (phrase: Phrase) => {
      const own = hitsOf.get(phrase)
      return own !== undefined && (own.starts[n + 1] as number) > (own.starts[n] as number)
    }
    if (!mayHold(condition, has)) continue
    here.cut(0)
    if (!holds(condition, n, of, here)) continue
    const place = places[n] as number
    here.each((at, words, before) => into.push(place, at, words, before))
  }
}
