import { type Condition, type Phrase, phrasesOf } from '../../annotations/analysis/query.ts'
import { compilePhrase } from './compiled-query.ts'
import type { Hit, HitList } from './hit-list.ts'
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

/** The hits of one phrase in one document, made when they are asked for. */
type InDocument = (phrase: Phrase) => readonly Hit[]

/** Does a document hold what is asked; and where, of what is not denied. */
function holds(condition: Condition, of: InDocument, hits: Hit[]): boolean {
  switch (condition.kind) {
    case 'phrase': {
      const here = of(condition)
      for (const hit of here) hits.push(hit)
      return here.length > 0
    }
    case 'near': {
      const here = near(of(condition.a), of(condition.b), condition.words)
      for (const hit of here) hits.push(hit)
      return here.length > 0
    }
    case 'not':
      return !holds(condition.part, of, [])
    case 'and':
      return condition.parts.every(part => holds(part, of, hits))
    case 'or': {
      let any = false
      for (const part of condition.parts) {
        const own: Hit[] = []
        if (!holds(part, of, own)) continue
        any = true
        for (const hit of own) hits.push(hit)
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

/** Where hits are looked up by their letters: two at one place are one. */
function merged(hits: Hit[]): Hit[] {
  if (hits.length < 2) return hits
  hits.sort((a, b) => a.at - b.at || b.words - a.words)
  return hits.filter(({ at }, n) => n === 0 || at !== hits[n - 1]?.at)
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
  for (let n = 0; n < places.length; n++) {
    const has = (phrase: Phrase) => {
      const own = hitsOf.get(phrase)
      return own !== undefined && (own.starts[n + 1] as number) > (own.starts[n] as number)
    }
    if (!mayHold(condition, has)) continue
    const hits: Hit[] = []
    const of = (phrase: Phrase) => inDocument(hitsOf.get(phrase), n)
    if (!holds(condition, of, hits)) continue
    for (const { at, words, before } of merged(hits))
      into.push(places[n] as number, at, words, before)
  }
}
