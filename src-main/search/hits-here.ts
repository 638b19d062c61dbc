import { sortKeys } from './sort-keys.ts'

/** As one number: first its place, then the longer before the shorter, then what stands before it. */
const lengths = 2 ** 18
const befores = 2 ** 8

/** The hits in one document, a number each: they are made anew for every document, and most are thrown away. */
export type HitsHere = ReturnType<typeof hitsHere>

export function hitsHere() {
  let keys = new Float64Array(256)
  let length = 0

  return {
    get length() {
      return length
    },
    /** Forget those from the nth on. */
    cut(n: number) {
      length = n
    },
    push(at: number, words: number, before: number) {
      if (length === keys.length) {
        const more = new Float64Array(length * 2)
        more.set(keys)
        keys = more
      }
      keys[length++] = (at * lengths + (lengths - 1 - words)) * befores + before
    },
    /** In the order of the text; of those at one place the longest. */
    each(take: (at: number, words: number, before: number) => void) {
      sortKeys(keys, length)
      let last = -1
      for (let n = 0; n < length; n++) {
        const key = keys[n] as number
        const at = Math.floor(key / (lengths * befores))
        if (at === last) continue
        last = at
        take(at, lengths - 1 - (Math.floor(key / befores) % lengths), key % befores)
      }
    },
  }
}
