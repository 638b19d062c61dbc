import type { Stretch } from '../text/paragraphs.ts'
import { type Folded, fold } from './fold.ts'
import type { FoldLevel } from './fold-table.ts'
import { afterLam, isProclitic, lams, longestProclitic } from './proclitics.ts'
import { insideWord, wordUnits } from './word-units.ts'

/**
 * `substring`: the letters, wherever they stand. `word`: whole words, what is written before the first as part of it
 * (و ف ب ك ل س, the article) allowed and left out of the match. `prefix`: as `word`, but the last may go on.
 */
export type MatchMode = 'word' | 'substring' | 'prefix'

/** A folded query: what stands between spaces. One space matches any number, but no line end. */
type Pieces = { first: string; rest: string[] }

function piecesOf(query: string, level: FoldLevel): Pieces | undefined {
  const [first, ...rest] = fold(query, level)
    .folded.split(/[ \n]+/)
    .filter(Boolean)
  return first === undefined ? undefined : { first, rest }
}

/** The end of the pieces after the first, which ends at `at`; -1 where the text goes on otherwise. */
function endOf(folded: string, at: number, rest: readonly string[]): number {
  let end = at
  for (const piece of rest) {
    let next = end
    while (folded[next] === ' ') next++
    if (next === end || !folded.startsWith(piece, next)) return -1
    end = next + piece.length
  }
  return end
}

/** What is written before `at` in the same word; undefined if that is more than may be. */
function writtenBefore(folded: string, at: number): string | undefined {
  const units = wordUnits()
  if (units[folded.charCodeAt(at)] !== 1) return ''
  let start = at
  while (start > 0 && units[folded.charCodeAt(start - 1)] === 1)
    if (at - --start > longestProclitic) return undefined
  if (insideWord(folded, start)) return undefined
  return folded.slice(start, at)
}

function* occurrences(
  folded: string,
  { first, rest }: Pieces,
  mode: MatchMode,
  mayPrecede: (letters: string) => boolean,
): Generator<Stretch> {
  for (let at = folded.indexOf(first); at !== -1; ) {
    const end = endOf(folded, at + first.length, rest)
    const before = mode === 'substring' ? '' : writtenBefore(folded, at)
    const fits =
      end !== -1 &&
      before !== undefined &&
      (before === '' || mayPrecede(before)) &&
      (mode !== 'word' || !insideWord(folded, end))
    if (fits) yield { start: at, end }
    at = folded.indexOf(first, fits ? end : at + 1)
  }
}

/** Stretches of a folded text that match a query of the same level, in order, none over another. */
function findInFolded(folded: string, pieces: Pieces, mode: MatchMode): Stretch[] {
  const found = [...occurrences(folded, pieces, mode, isProclitic)]
  const shortened = mode === 'substring' ? undefined : afterLam(pieces.first)
  if (shortened === undefined) return found
  const alike = { ...pieces, first: shortened }
  for (const match of occurrences(folded, alike, mode, before => lams.includes(before)))
    found.push(match)
  found.sort((a, b) => a.start - b.start)
  return found.filter(({ start }, at) => at === 0 || start >= (found[at - 1] as Stretch).end)
}

/** A stretch of a folded text as one of the original: its letters with the marks on them. */
function unfolded({ toOriginal, toOriginalEnd }: Folded, { start, end }: Stretch): Stretch {
  return { start: toOriginal(start), end: toOriginalEnd(end) }
}

/** A query made ready to be looked for in many texts; offsets of the answers are into the original. */
export function matcher(query: string, mode: MatchMode, level: FoldLevel = 'search') {
  const pieces = piecesOf(query, level)
  return (text: Folded): Stretch[] =>
    pieces ? findInFolded(text.folded, pieces, mode).map(match => unfolded(text, match)) : []
}

/** Where `text` matches `query`: the rules of the search engine on one text. Time grows with the text. */
export function findMatches(
  text: string,
  query: string,
  mode: MatchMode,
  level: FoldLevel = 'search',
): Stretch[] {
  return matcher(query, mode, level)(fold(text, level))
}
