import type { ActorIndex, WordMatch } from './actor-index.ts'

/** Words of a query beyond these are not looked at. */
export const mostWords = 12

export const matchNumber: Record<WordMatch, number> = {
  same: 0,
  article: 1,
  begins: 2,
  initial: 3,
  spelling: 4,
}

/**
 * What was met of every name by one query: by name and typed word how surely, how, and which word of the name. The same
 * room is used for every query, for making it anew costs more than the search.
 */
export type Hits = {
  readonly sure: Float32Array
  readonly how: Uint8Array
  readonly word: Int32Array
  /** Names of which something was met. */
  readonly touched: number[]
  clear(): void
  put(name: number, at: number, word: number, how: WordMatch, sure: number, mayBegin: boolean): void
}

const made = new WeakMap<ActorIndex, Hits>()

export function hitsOf(index: ActorIndex): Hits {
  const known = made.get(index)
  if (known) return known
  const room = index.names.length * mostWords
  const [sures, hows, words] = [new Float32Array(room), new Uint8Array(room), new Int32Array(room)]
  const isTouched = new Uint8Array(index.names.length)
  const touched: number[] = []
  const hits: Hits = {
    sure: sures,
    how: hows,
    word: words,
    touched,
    clear() {
      for (const name of touched) {
        sures.fill(0, name * mostWords, (name + 1) * mostWords)
        isTouched[name] = 0
      }
      touched.length = 0
    },
    put(name, at, word, how, sure, mayBegin) {
      if (isTouched[name] === 0) {
        if (!mayBegin) return
        isTouched[name] = 1
        touched.push(name)
      }
      const place = name * mostWords + at
      if (sure <= (sures[place] as number)) return
      sures[place] = sure
      hows[place] = matchNumber[how]
      words[place] = word
    },
  }
  made.set(index, hits)
  return hits
}
