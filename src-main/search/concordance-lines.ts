import type { ConcordanceLine } from '../../annotations/api/searching.ts'
import { fold } from '../../annotations/arabic/fold.ts'
import { wordEdges } from '../../annotations/arabic/folded-words.ts'
import { regionKinds } from '../../annotations/model/document.ts'
import { nextGrapheme, previousGrapheme } from '../../annotations/text/boundaries.ts'
import { countWhile } from '../../annotations/text/count-while.ts'
import type { Hit } from './hit-list.ts'
import type { IndexedDocument } from './indexed-document.ts'
import { regionOf } from './word-index.ts'

/** How much of its paragraph is shown on each side of a hit (UTF-16 units). */
const context = 90

/** How far from where a line would be cut a space is looked for: there no letter is torn, and nobody need be asked. */
const nearby = 16
const letter = /\p{L}/u

function cutAfter(text: string, at: number): number {
  const space = text.indexOf(' ', at)
  if (space !== -1 && space < at + nearby && letter.test(text[space + 1] ?? '')) return space + 1
  return previousGrapheme(text, at + 1)
}

function cutBefore(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at)
  if (space > at - nearby && letter.test(text[space + 1] ?? '')) return space
  return nextGrapheme(text, at - 1)
}

/** A text made ready for cutting lines from it. */
export function lineCutter(document: IndexedDocument, text: string, row: Uint32Array) {
  const folded = fold(text)
  const edges = wordEdges(folded.folded)
  const count = edges.length / 2

  /** The original stretch of a hit. */
  function stretchOf({ at, words, before }: Hit) {
    const start = edges[at * 2]
    const end = edges[(at + words - 1) * 2 + 1]
    if (start === undefined || end === undefined) return undefined
    return { start: folded.toOriginal(start + before), end: folded.toOriginalEnd(end) }
  }

  /** The first word that ends after an offset of the original. */
  const wordAfter = (offset: number) =>
    countWhile(count, at => folded.toOriginalEnd(edges[at * 2 + 1] ?? 0) <= offset)

  function line({ start, end }: { start: number; end: number }, at: number): ConcordanceLine {
    const lineStart = text.lastIndexOf('\n', Math.max(start - 1, 0)) + 1
    const found = text.indexOf('\n', end)
    const lineEnd = found === -1 ? text.length : found
    const from =
      start - context <= lineStart ? Math.min(lineStart, start) : cutAfter(text, start - context)
    const to = end + context >= lineEnd ? lineEnd : cutBefore(text, end + context)
    const { id, title, outlet, published } = document
    return {
      document: id,
      title,
      outlet,
      published,
      start,
      end,
      before: text.slice(from, start),
      hit: text.slice(start, end),
      after: text.slice(end, to),
      region: regionKinds[regionOf(row[at] ?? 0)] ?? 'body',
    }
  }

  return { stretchOf, wordAfter, line }
}
