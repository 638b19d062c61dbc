import { fingerprintOf } from '../../annotations/arabic/fingerprint.ts'
import { fold } from '../../annotations/arabic/fold.ts'
import { wordEdges } from '../../annotations/arabic/folded-words.ts'
import { furniture, type Region, regionKinds } from '../../annotations/model/document.ts'
import { postings } from './postings.ts'
import { termTable } from './term-table.ts'

/**
 * A word of a document, packed: which term it is, in what kind of region it stands, and whether nothing but spaces
 * stands before it.
 */
type Token = number
export const termOf = (token: Token) => token >>> 4
export const regionOf = (token: Token) => (token >>> 1) & 7
export const isSpaced = (token: Token) => (token & 1) === 1

const regionNumber = (kind: Region['kind']) => regionKinds.indexOf(kind)
const body = regionNumber('body')
const dimmed = regionKinds.map(kind => furniture.includes(kind))

/** The terms of a project and its documents as rows of them. Documents are replaced, never changed. */
export type WordIndex = ReturnType<typeof wordIndex>

export function wordIndex() {
  const terms = termTable()
  const places = postings()
  /** By place; a document that is gone leaves an empty place. */
  const rows: (Uint32Array | undefined)[] = []

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
      const term = terms.take(folded, start, end)
      row[at] = term * 16 + kind * 2 + (spaced ? 1 : 0)
      if (!dimmed[kind]) bare[kept++] = terms.hashOf(term)
    }
    return { row, fingerprint: fingerprintOf(bare.subarray(0, kept)) }
  }

  /** Put a document at a place of its own; the place is the answer. */
  function add(row: Uint32Array): number {
    const place = rows.length
    rows.push(row)
    for (let at = 0; at < row.length; at++) places.add((row[at] as number) >>> 4, place, at)
    return place
  }

  return {
    terms,
    rows,
    numberOf: terms.numberOf,
    /** Every place a term stands at, or stood at, by document and word. */
    eachPlace: places.each,
    read,
    add,
    remove(place: number) {
      rows[place] = undefined
    },
  }
}
