import { hashOfWord } from '../../annotations/arabic/fingerprint.ts'

/**
 * The words of a project and a number for each, in a few arrays: a string and an entry of a map a word would cost six
 * times as much, and a word cut from a text would keep the text.
 */

type Numbers = Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Int32Array<ArrayBuffer>

function grown<T extends Numbers>(numbers: T, length: number): T {
  const more = new (numbers.constructor as new (length: number) => T)(length)
  more.set(numbers)
  return more
}

export function termTable() {
  /** Letters of all terms, one behind the other. */
  let pool = new Uint16Array(1 << 14)
  /** By term: where its letters begin; one more for the end of the last. */
  let starts = new Uint32Array(1 << 11)
  let hashes = new Int32Array(1 << 11)
  /** By hash: a term and one more, 0 where there is none. A power of two, at most half full. */
  let slots = new Uint32Array(1 << 12)
  let count = 0

  const startOf = (term: number) => starts[term] as number
  const endOf = (term: number) => starts[term + 1] as number

  function isAt(term: number, text: string, start: number, end: number): boolean {
    const from = startOf(term)
    if (endOf(term) - from !== end - start) return false
    for (let at = start; at < end; at++)
      if (pool[from + at - start] !== text.charCodeAt(at)) return false
    return true
  }

  function slotFor(hash: number): number {
    return (Math.imul(hash, 0x9e3779b1) >>> 7) & (slots.length - 1)
  }

  function spread() {
    slots = new Uint32Array(slots.length * 2)
    for (let term = 0; term < count; term++) {
      let slot = slotFor(hashes[term] as number)
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1)
      slots[slot] = term + 1
    }
  }

  /** The number of a stretch of a text, or where it would stand, below zero. */
  function find(text: string, start: number, end: number, hash: number): number {
    let slot = slotFor(hash)
    for (;;) {
      const held = slots[slot] as number
      if (held === 0) return -1 - slot
      if (hashes[held - 1] === hash && isAt(held - 1, text, start, end)) return held - 1
      slot = (slot + 1) & (slots.length - 1)
    }
  }

  function add(text: string, start: number, end: number, hash: number, slot: number): number {
    const term = count++
    if (term + 2 > starts.length) {
      starts = grown(starts, starts.length * 2)
      hashes = grown(hashes, hashes.length * 2)
    }
    const from = startOf(term)
    if (from + end - start > pool.length) pool = grown(pool, Math.ceil((from + end - start) * 1.5))
    for (let at = start; at < end; at++) pool[from + at - start] = text.charCodeAt(at)
    starts[term + 1] = from + end - start
    hashes[term] = hash
    slots[slot] = term + 1
    if (count * 2 > slots.length) spread()
    return term
  }

  function startsWith(term: number, word: string, skipped = 0): boolean {
    const from = startOf(term) + skipped
    if (endOf(term) - from < word.length) return false
    for (let at = 0; at < word.length; at++)
      if (pool[from + at] !== word.charCodeAt(at)) return false
    return true
  }

  return {
    get length() {
      return count
    },
    /** The number of a word, which it gets if it is new. */
    take(text: string, start: number, end: number): number {
      const hash = hashOfWord(text, start, end)
      const found = find(text, start, end, hash)
      return found >= 0 ? found : add(text, start, end, hash, -1 - found)
    },
    numberOf(word: string): number | undefined {
      const found = find(word, 0, word.length, hashOfWord(word, 0, word.length))
      return found >= 0 ? found : undefined
    },
    hashOf: (term: number) => hashes[term] as number,
    startsWith,
    /** Its first UTF-16 unit. */
    firstOf: (term: number) => pool[startOf(term)] as number,
    /** Which of two terms comes first by their letters. */
    compare(a: number, b: number): number {
      const [from, other] = [startOf(a), startOf(b)]
      const [length, otherLength] = [endOf(a) - from, endOf(b) - other]
      for (let at = 0; at < length && at < otherLength; at++) {
        const apart = (pool[from + at] as number) - (pool[other + at] as number)
        if (apart !== 0) return apart
      }
      return length - otherLength
    },
    /** What is written down of it. */
    stored: () => ({
      pool: pool.subarray(0, startOf(count)),
      starts: starts.subarray(0, count + 1),
    }),
    /** As it was written down; false where it cannot have been. */
    restore(letters: Uint16Array, ends: Uint32Array): boolean {
      const text = new TextDecoder('utf-16le', { ignoreBOM: true })
      for (let term = 0; term + 1 < ends.length; term++) {
        const [start, end] = [ends[term] as number, ends[term + 1] as number]
        if (start > end || end > letters.length) return false
        const word = text.decode(letters.subarray(start, end))
        const hash = hashOfWord(word, 0, word.length)
        const found = find(word, 0, word.length, hash)
        if (found >= 0) return false
        add(word, 0, word.length, hash, -1 - found)
      }
      return true
    },
  }
}
