import type { Phrase } from '../../annotations/analysis/query.ts'
import { type CompiledPhrase, goesOn } from './compiled-query.ts'
import type { Hit } from './hit-list.ts'
import { sortKeys } from './sort-keys.ts'
import { regionOf, type WordIndex } from './word-index.ts'

/** The hits of a phrase as columns, document by document in the order asked for: those of the nth from `starts[n]` on. */
export type PhraseHits = {
  readonly phrase: Phrase
  readonly starts: Uint32Array
  readonly at: Uint32Array
  readonly before: Uint8Array
}

/** Where a phrase stands; `ranks` has the rank of every place looked in, from 1. */
export function phraseHits(
  index: WordIndex,
  compiled: CompiledPhrase,
  regions: readonly boolean[],
  ranks: Uint32Array,
  documents: number,
): PhraseHits {
  let found = new Uint32Array(3 * 256)
  let length = 0
  const starts = new Uint32Array(documents + 1)
  for (const [term, before] of compiled.firsts)
    index.eachPlace(term, (place, at) => {
      const rank = ranks[place] as number
      const row = index.rows[place]
      if (rank === 0 || row === undefined) return
      if (!regions[regionOf(row[at] as number)] || !goesOn(compiled, row, at)) return
      if (length + 3 > found.length) {
        const more = new Uint32Array(found.length * 2)
        more.set(found)
        found = more
      }
      found[length++] = rank - 1
      found[length++] = at
      found[length++] = before
      starts[rank] = (starts[rank] as number) + 1
    })
  for (let n = 0; n < documents; n++)
    starts[n + 1] = (starts[n + 1] as number) + (starts[n] as number)
  const at = new Uint32Array(length / 3)
  const before = new Uint8Array(length / 3)
  const next = starts.slice()
  for (let n = 0; n < length; n += 3) {
    const rank = found[n] as number
    const hit = next[rank] as number
    next[rank] = hit + 1
    at[hit] = found[n + 1] as number
    before[hit] = found[n + 2] as number
  }
  // Spellings came one after the other; in a document their places are put in the order of its words.
  if (compiled.firsts.size > 1) {
    const keys = new Float64Array(at.length)
    for (let n = 0; n < documents; n++)
      settle(at, before, starts[n] as number, starts[n + 1] as number, keys)
  }
  return { phrase: compiled.phrase, starts, at, before }
}

/** Places from `start` to `end` in order, each with what stands before it; `keys` has room for them. */
function settle(
  at: Uint32Array,
  before: Uint8Array,
  start: number,
  end: number,
  keys: Float64Array,
): void {
  for (let hit = start; hit < end; hit++)
    keys[hit - start] = (at[hit] as number) * 256 + (before[hit] as number)
  sortKeys(keys, end - start)
  for (let hit = start; hit < end; hit++) {
    const key = keys[hit - start] as number
    at[hit] = Math.floor(key / 256)
    before[hit] = key % 256
  }
}

export function inDocument(hits: PhraseHits | undefined, n: number): Hit[] {
  const list: Hit[] = []
  if (!hits) return list
  const words = hits.phrase.words.length
  for (let hit = hits.starts[n] as number; hit < (hits.starts[n + 1] as number); hit++)
    list.push({ at: hits.at[hit] as number, words, before: hits.before[hit] as number })
  return list
}
