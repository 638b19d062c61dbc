import { wordsOf } from '../../text/boundaries.ts'
import { countWhile } from '../../text/count-while.ts'
import type { Stretch } from '../../text/paragraphs.ts'

// Separators that Python splits at and JavaScript does not: FS, GS, RS, US, NEL.
const separators = String.fromCharCode(0x1c, 0x1d, 0x1e, 0x1f, 0x85)
const white = new RegExp(`[\\s${separators}]`)
const allWhite = new RegExp(`[\\s${separators}]+`, 'g')

/** What any reader of ours or of Python's splits at. */
export const isWhite = (text: string, at: number) => white.test(text.charAt(at))

/** White space that ends a line or a column for somebody; JavaScript takes all of it for white space. */
export const lineEnd = /[\n\t\v\f\u2028\u2029]/

/** A text without its white space: what formats that do not keep white space still agree on. */
export const inkOf = (text: string) => text.replace(allWhite, '')

const graphemes = new Intl.Segmenter('ar', { granularity: 'grapheme' })

/** A stretch between words cut at white space and into characters. */
function gapTokens(text: string, { start, end }: Stretch): Stretch[] {
  const found: Stretch[] = []
  for (let from = start; from < end; ) {
    if (isWhite(text, from)) {
      from++
      continue
    }
    let to = from
    while (to < end && !isWhite(text, to)) to++
    for (const { index, segment } of graphemes.segment(text.slice(from, to)))
      found.push({ start: from + index, end: from + index + segment.length })
    from = to
  }
  return found
}

/**
 * Words, and between them every character that is not white space: together all the ink of a text, in order. UTF-16
 * offsets.
 */
export function tokensOf(text: string): Stretch[] {
  const tokens: Stretch[] = []
  let at = 0
  for (const word of wordsOf(text)) {
    for (const token of gapTokens(text, { start: at, end: word.start })) tokens.push(token)
    tokens.push(word)
    at = word.end
  }
  for (const token of gapTokens(text, { start: at, end: text.length })) tokens.push(token)
  return tokens
}

/** Index of the first token that ends after `offset`. */
const firstAfter = (tokens: readonly Stretch[], offset: number) =>
  countWhile(tokens.length, at => (tokens[at] as Stretch).end <= offset)

/** The first and last token a stretch touches, both inclusive; nothing where it touches white space alone. */
export function tokensUnder(
  tokens: readonly Stretch[],
  { start, end }: Stretch,
): [number, number] | undefined {
  const first = firstAfter(tokens, start)
  const token = tokens[first]
  if (!token || token.start >= end) return undefined
  let last = firstAfter(tokens, end - 1)
  const under = tokens[last]
  if (!under || under.start >= end) last--
  return [first, last]
}
