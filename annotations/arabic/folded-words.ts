import type { Stretch } from '../text/paragraphs.ts'
import type { Folded } from './fold.ts'
import { insideWord, wordUnits } from './word-units.ts'

/** Where the words of a folded text begin and end, one after the other: letters and digits, numbers with their points. */
export function wordEdges(folded: string): Uint32Array {
  const units = wordUnits()
  let edges = new Uint32Array(Math.max(16, folded.length >>> 1))
  let count = 0
  for (let at = 0; at < folded.length; at++) {
    if (units[folded.charCodeAt(at)] !== 1) continue
    const start = at
    do at++
    while (at < folded.length && (units[folded.charCodeAt(at)] === 1 || insideWord(folded, at)))
    if (count + 2 > edges.length) {
      const grown = new Uint32Array(edges.length * 2)
      grown.set(edges)
      edges = grown
    }
    edges[count++] = start
    edges[count++] = at
  }
  return edges.subarray(0, count)
}

/** The words of a folded text in order. Folded offsets. */
export function foldedWords(folded: string): Stretch[] {
  const edges = wordEdges(folded)
  const words: Stretch[] = []
  for (let at = 0; at < edges.length; at += 2)
    words.push({ start: edges[at] as number, end: edges[at + 1] as number })
  return words
}

export type Word = Stretch & { readonly key: string }

/** Words with their folded letters, at their places in the original. */
export function wordsWithKeys(text: Folded): Word[] {
  return foldedWords(text.folded).map(({ start, end }) => ({
    key: text.folded.slice(start, end),
    start: text.toOriginal(start),
    end: text.toOriginalEnd(end),
  }))
}
