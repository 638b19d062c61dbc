import type { ConcordanceLine } from '../../annotations/api/search-views.ts'
import { fold } from '../../annotations/arabic/fold.ts'
import { foldedWords } from '../../annotations/arabic/folded-words.ts'
import { regionKinds } from '../../annotations/model/document.ts'
import { nextGrapheme, previousGrapheme } from '../../annotations/text/boundaries.ts'
import type { Hit } from './hit-list.ts'
import type { IndexedDocument } from './indexed-document.ts'
import { regionOf } from './word-index.ts'

/** How much of its paragraph is shown on each side of a hit (UTF-16 units). */
const context = 90

/** A text made ready for cutting lines from it. */
export function lineCutter(document: IndexedDocument, text: string, row: Uint32Array) {
  const folded = fold(text)
  const words = foldedWords(folded.folded)

  /** The original stretch of a hit. */
  function stretchOf({ at, words: count, before }: Hit) {
    const first = words[at]
    const last = words[at + count - 1]
    if (!first || !last) return undefined
    return { start: folded.toOriginal(first.start + before), end: folded.toOriginalEnd(last.end) }
  }

  /** The first word that ends after an offset of the original. */
  function wordAfter(offset: number): number {
    let low = 0
    let high = words.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (folded.toOriginalEnd(words[middle]?.end ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return low
  }

  function line({ start, end }: { start: number; end: number }, at: number): ConcordanceLine {
    const lineStart = text.lastIndexOf('\n', Math.max(start - 1, 0)) + 1
    const found = text.indexOf('\n', end)
    const lineEnd = found === -1 ? text.length : found
    const from =
      start - context <= lineStart
        ? Math.min(lineStart, start)
        : previousGrapheme(text, start - context + 1)
    const to = end + context >= lineEnd ? lineEnd : nextGrapheme(text, end + context - 1)
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
