import { wordEdges } from './folded-words.ts'

/**
 * MinHash by one permutation (Li, Owen and Zhang, 2012): every shingle of words is hashed once, its low bits choose one
 * of the slots, and each slot keeps its least hash. Two texts agree in a slot about as often as they share shingles.
 */
export type Fingerprint = Uint32Array

const slots = 128
/** Words a shingle has: fewer would find articles on one subject, more would lose lightly edited copies. */
const shingle = 4
const empty = 0xffffffff

/** The hash of a folded word: FNV-1a over UTF-16 units. */
export function hashOfWord(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at++) {
    hash ^= text.charCodeAt(at)
    hash = Math.imul(hash, 0x01000193)
  }
  return hash
}

/** The finisher of MurmurHash3: every bit depends on every other. */
function mixed(value: number): number {
  let hash = value
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** The fingerprint of a folded text; undefined where it has too few words to say anything. */
export function fingerprint(folded: string): Fingerprint | undefined {
  const edges = wordEdges(folded)
  const hashes = new Int32Array(edges.length / 2)
  for (let at = 0; at < hashes.length; at++)
    hashes[at] = hashOfWord(folded, edges[at * 2] as number, edges[at * 2 + 1] as number)
  return fingerprintOf(hashes)
}

/** The fingerprint of a text whose words have these hashes. */
export function fingerprintOf(hashes: Int32Array): Fingerprint | undefined {
  if (hashes.length < shingle * 4) return undefined
  const print = new Uint32Array(slots).fill(empty)
  for (let at = 0; at + shingle <= hashes.length; at++) {
    let sum = 0
    for (let n = 0; n < shingle; n++) sum = Math.imul(sum, 31) + (hashes[at + n] as number)
    const hash = mixed(sum)
    const slot = hash & (slots - 1)
    if (hash < (print[slot] as number)) print[slot] = hash
  }
  // A slot nothing fell into takes what the next filled one has (rotation; Shrivastava and Li, 2014).
  for (let at = 0; at < slots; at++) {
    if (print[at] !== empty) continue
    let next = at
    let steps = 0
    while (print[next] === empty && steps++ < slots) next = (next + 1) % slots
    print[at] = mixed((print[next] as number) + steps)
  }
  return print
}

/** The share of shingles two texts have in common, as their fingerprints estimate it: 0 to 1. */
export function likeness(a: Fingerprint, b: Fingerprint): number {
  let same = 0
  for (let at = 0; at < slots; at++) if (a[at] === b[at]) same++
  return same / slots
}

/** Slots a band has: texts that agree in one whole band are looked at. 42 bands of 3 find nearly all from 0.4 up. */
const band = 3

/** Of the members of one bucket, how many of the earlier are compared with a new one. */
const compared = 8

/**
 * Groups of texts that are copies of each other, by index: each at least `least` like another of its group. Grows with
 * the number of texts.
 */
export function copiesAmong(prints: readonly (Fingerprint | undefined)[], least = 0.4): number[][] {
  const parent = prints.map((_, at) => at)
  const rootOf = (at: number): number => {
    let root = at
    while (parent[root] !== root) {
      parent[root] = parent[parent[root] as number] as number
      root = parent[root] as number
    }
    return root
  }
  for (let first = 0; first + band <= slots; first += band) {
    const buckets = new Map<number, number[]>()
    for (const [at, print] of prints.entries()) {
      if (!print) continue
      let key = first
      for (let n = 0; n < band; n++) key = mixed(Math.imul(key, 31) + (print[first + n] as number))
      const bucket = buckets.get(key)
      if (!bucket) {
        buckets.set(key, [at])
        continue
      }
      for (const other of bucket) {
        const [a, b] = [rootOf(at), rootOf(other)]
        if (a !== b && likeness(print, prints[other] as Fingerprint) >= least)
          parent[Math.max(a, b)] = Math.min(a, b)
      }
      if (bucket.length < compared) bucket.push(at)
    }
  }
  const groups = new Map<number, number[]>()
  for (const at of prints.keys()) {
    const root = rootOf(at)
    const group = groups.get(root)
    if (group) group.push(at)
    else groups.set(root, [at])
  }
  return [...groups.values()].filter(({ length }) => length > 1)
}
