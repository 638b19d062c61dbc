import { fingerprintOf, hashOfWord } from '../../annotations/arabic/fingerprint.ts'
import { fold } from '../../annotations/arabic/fold.ts'
import { wordEdges } from '../../annotations/arabic/folded-words.ts'
import { furniture, type Region, regionKinds } from '../../annotations/model/document.ts'

/**
 * A word of a document, packed: which term it is, in what kind of region it stands, and whether nothing but spaces
 * stands before it.
 */
export type Token = number
export const termOf = (token: Token) => token >>> 4
export const regionOf = (token: Token) => (token >>> 1) & 7
export const isSpaced = (token: Token) => (token & 1) === 1

export const regionNumber = (kind: Region['kind']) => regionKinds.indexOf(kind)
const body = regionNumber('body')
const dimmed = regionKinds.map(kind => furniture.includes(kind))

function grown(numbers: Uint32Array<ArrayBuffer>, length: number) {
  const more = new Uint32Array(length)
  more.set(numbers)
  return more
}

/** The terms of a project and its documents as rows of them. Documents are replaced, never changed. */
export type WordIndex = ReturnType<typeof wordIndex>

export function wordIndex() {
  const numbers = new Map<string, number>()
  const terms: string[] = []
  /** By term, for fingerprints. */
  const hashes: number[] = []
  /** By term: the last entry of its chain of documents, from 1; 0 where it has none. */
  let heads = new Uint32Array(1024)
  /** Entries of all chains: a document's place, and the entry before it. An object a term would cost more than both. */
  let chain = new Uint32Array(4096)
  let entries = 1
  /** By place; a document that is gone leaves an empty place. */
  const rows: (Uint32Array | undefined)[] = []
  /** Which document a term was last seen in, so that it is listed once. */
  let seen = new Int32Array(1024).fill(-1)

  function numberOf(term: string): number {
    const known = numbers.get(term)
    if (known !== undefined) return known
    const number = terms.length
    numbers.set(term, number)
    terms.push(term)
    hashes.push(hashOfWord(term, 0, term.length))
    if (number >= heads.length) heads = grown(heads, heads.length * 2)
    return number
  }

  function list(term: number, place: number) {
    if (term >= seen.length) {
      const grown = new Int32Array(Math.max(term + 1, seen.length * 2)).fill(-1)
      grown.set(seen)
      seen = grown
    }
    if (seen[term] === place) return
    seen[term] = place
    if (entries * 2 + 2 > chain.length) chain = grown(chain, Math.ceil(chain.length * 0.75) * 2)
    chain[entries * 2] = place
    chain[entries * 2 + 1] = heads[term] as number
    heads[term] = entries++
  }

  /** The tokens of a text, and the hashes of those that are not furniture. */
  function read(text: string, regions: readonly Region[]) {
    const { folded, toOriginal } = fold(text)
    const edges = wordEdges(folded)
    const row = new Uint32Array(edges.length / 2)
    const bare = new Int32Array(row.length)
    let kept = 0
    let region = 0
    let before = 0
    for (let at = 0; at < row.length; at++) {
      const start = edges[at * 2] as number
      const end = edges[at * 2 + 1] as number
      let kind = body
      if (regions.length > 0) {
        const place = toOriginal(start)
        while (region < regions.length && (regions[region] as Region).end <= place) region++
        const here = regions[region]
        if (here && here.start <= place) kind = regionNumber(here.kind)
      }
      let spaced = at > 0
      for (let gap = before; spaced && gap < start; gap++) spaced = folded.charCodeAt(gap) === 32
      before = end
      const term = numberOf(folded.slice(start, end))
      row[at] = term * 16 + kind * 2 + (spaced ? 1 : 0)
      if (!dimmed[kind]) bare[kept++] = hashes[term] as number
    }
    return { row, fingerprint: fingerprintOf(bare.subarray(0, kept)) }
  }

  /** Put a document at a place of its own; the place is the answer. */
  function add(row: Uint32Array): number {
    const place = rows.length
    rows.push(row)
    for (const token of row) list(token >>> 4, place)
    return place
  }

  /** Terms and rows as they were written down. */
  function restore(stored: readonly string[]) {
    for (const term of stored) numberOf(term)
  }

  return {
    terms,
    rows,
    numberOf: (term: string) => numbers.get(term),
    /** Of every document a term is in, or was in, its place; the last added first. */
    eachDocument(term: number, take: (place: number) => void) {
      for (let at = heads[term] as number; at !== 0; at = chain[at * 2 + 1] as number)
        take(chain[at * 2] as number)
    },
    read,
    add,
    remove(place: number) {
      rows[place] = undefined
    },
    restore,
  }
}
