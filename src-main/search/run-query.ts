import { type Condition, type Phrase, phrasesOf } from '../../annotations/analysis/query.ts'
import { type CompiledPhrase, compilePhrase, goesOn } from './compiled-query.ts'
import type { Hit, HitList } from './hit-list.ts'
import { regionOf, termOf, type WordIndex } from './word-index.ts'

/** Which kinds of region are looked in, by number. */
export type Regions = readonly boolean[]

type Found = (readonly Hit[] | undefined)[]

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

/** Does a document hold what is asked; and where, of what is not denied. */
function holds(
  condition: Condition,
  found: Found,
  phrases: readonly Phrase[],
  hits: Hit[],
): boolean {
  const of = (phrase: Phrase) => found[phrases.indexOf(phrase)] ?? []
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
      return !holds(condition.part, found, phrases, [])
    case 'and':
      return condition.parts.every(part => holds(part, found, phrases, hits))
    case 'or': {
      let any = false
      for (const part of condition.parts) {
        const own: Hit[] = []
        if (!holds(part, found, phrases, own)) continue
        any = true
        for (const hit of own) hits.push(hit)
      }
      return any
    }
  }
}

/** Phrases one of which every document must have; the fewest documents any way of choosing them leaves. */
function rarest(condition: Condition, cost: (phrase: Phrase) => number): Phrase[] | undefined {
  switch (condition.kind) {
    case 'phrase':
      return [condition]
    case 'near':
      return [cost(condition.a) <= cost(condition.b) ? condition.a : condition.b]
    case 'not':
      return undefined
    case 'or': {
      const parts = condition.parts.map(part => rarest(part, cost))
      return parts.includes(undefined) ? undefined : parts.flatMap(part => part ?? [])
    }
    case 'and': {
      const total = (phrases: Phrase[]) => phrases.reduce((sum, phrase) => sum + cost(phrase), 0)
      return condition.parts
        .map(part => rarest(part, cost))
        .filter(part => part !== undefined)
        .sort((a, b) => total(a) - total(b))[0]
    }
  }
}

/** Where hits are looked up by their letters: two at one place are one. */
function merged(hits: Hit[]): Hit[] {
  if (hits.length < 2) return hits
  hits.sort((a, b) => a.at - b.at || b.words - a.words)
  return hits.filter(({ at }, n) => n === 0 || at !== hits[n - 1]?.at)
}

/** Documents that have, for each way of holding the condition, one of the words it cannot do without. */
function candidatesFor(
  index: WordIndex,
  condition: Condition,
  compiledOf: (phrase: Phrase) => CompiledPhrase,
): Uint8Array {
  const cost = (phrase: Phrase) => {
    let sum = 0
    for (const term of compiledOf(phrase).firsts.keys())
      index.eachDocument(term, () => {
        sum++
      })
    return sum
  }
  const candidates = new Uint8Array(index.rows.length)
  for (const phrase of rarest(condition, cost) ?? [])
    for (const term of compiledOf(phrase).firsts.keys())
      index.eachDocument(term, place => {
        candidates[place] = 1
      })
  return candidates
}

/** Every hit in the documents at `places`, in their order. */
export function runCondition(
  index: WordIndex,
  condition: Condition,
  regions: Regions,
  places: Uint32Array,
  into: HitList,
): void {
  const phrases = phrasesOf(condition)
  const compiled = phrases.map(phrase => compilePhrase(index, phrase))
  const compiledOf = (phrase: Phrase) => compiled[phrases.indexOf(phrase)] as CompiledPhrase
  const candidates = candidatesFor(index, condition, compiledOf)
  /** By term: a bit for every phrase it may begin. */
  const begins = new (compiled.length > 8 ? Uint32Array : Uint8Array)(index.terms.length)
  for (const [bit, { firsts }] of compiled.entries())
    for (const term of firsts.keys()) begins[term] = (begins[term] as number) | (1 << bit)
  const [only] = condition.kind === 'phrase' ? compiled : []

  for (let n = 0; n < places.length; n++) {
    const place = places[n] as number
    const row = index.rows[place]
    if (candidates[place] === 0 || row === undefined) continue
    const found: Hit[][] = []
    for (let at = 0; at < row.length; at++) {
      const token = row[at] as number
      const bits = begins[termOf(token)] as number
      if (bits === 0 || !regions[regionOf(token)]) continue
      // One phrase is what is asked nearly always: its hits need no weighing.
      if (only) {
        if (goesOn(only, row, at))
          into.push(place, at, only.phrase.words.length, only.firsts.get(termOf(token)) ?? 0)
        continue
      }
      for (const [bit, phrase] of compiled.entries()) {
        if ((bits & (1 << bit)) === 0 || !goesOn(phrase, row, at)) continue
        const before = phrase.firsts.get(termOf(token)) ?? 0
        found[bit] ??= []
        found[bit].push({ at, words: phrase.phrase.words.length, before })
      }
    }
    if (only) continue
    const hits: Hit[] = []
    if (!holds(condition, found, phrases, hits)) continue
    for (const { at, words, before } of merged(hits)) into.push(place, at, words, before)
  }
}
