import { foldCode, foldWord } from './fold-word.ts'
import './words/calendar-words.ts'
import './words/number-words.ts'
import './words/time-words.ts'
import { type Sense, senses } from './words/sense.ts'

/** A word, a run of digits, a mark of punctuation, or a line end. Offsets are UTF-16, half-open. */
export type Token = {
  readonly kind: 'word' | 'number' | 'mark' | 'line'
  readonly start: number
  readonly end: number
  /** Where the word begins behind its clitics (و ف ب ل ك); `start` where it has none. */
  readonly from: number
  /** The word folded and without clitics, the digits as ASCII, or the mark itself. */
  readonly key: string
  /** The clitics, folded: '', 'و', 'ب', 'ول' … */
  readonly prefix: string
  readonly sense: Sense | undefined
  /** Nothing stands between this and the token before. */
  readonly glued: boolean
}

const Kind = { space: 0, letter: 1, digit: 2, mark: 3, line: 4, joined: 5 } as const
type Kind = (typeof Kind)[keyof typeof Kind]

const wide = /^[\p{L}\p{Mn}\p{Me}]$/u

/** Marks of keycaps, emoji joiners, and the signs that span digits make no date of what they touch. */
const isJoiner = (code: number) =>
  code === 0x200d || (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0x20d0 && code <= 0x20ff)
const isPrepended = (code: number) =>
  (code >= 0x600 && code <= 0x605) || code === 0x6dd || code === 0x8e2

function kindOf(code: number): Kind {
  if (code >= 0x620 && code <= 0x64a) return Kind.letter
  if (code === 0x20) return Kind.space
  if (code >= 0x30 && code <= 0x39) return Kind.digit
  if (code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029) return Kind.line
  if (code < 0x80) {
    const letter = code | 0x20
    return letter >= 0x61 && letter <= 0x7a ? Kind.letter : code <= 0x20 ? Kind.space : Kind.mark
  }
  if ((code >= 0x660 && code <= 0x669) || (code >= 0x6f0 && code <= 0x6f9)) return Kind.digit
  if (isPrepended(code) || isJoiner(code)) return Kind.joined
  if (code < 0x800 && foldCode(code) === 0) return Kind.joined
  // Spaces of all widths, and what only directs the line (bidi marks, soft hyphen, zero width space).
  if (
    code === 0xa0 ||
    code === 0xad ||
    code === 0x61c ||
    (code >= 0x2000 && code <= 0x200b) ||
    (code >= 0x200e && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202f) ||
    (code >= 0x2060 && code <= 0x2069) ||
    code === 0x3000 ||
    code === 0xfeff
  )
    return Kind.space
  if (code === 0x200c) return Kind.joined
  if (code >= 0xd800 && code <= 0xdfff) return Kind.mark
  return wide.test(String.fromCharCode(code)) ? Kind.letter : Kind.mark
}

const kinds = new Uint8Array(0x10000)
for (let code = 0; code < kinds.length; code++) kinds[code] = kindOf(code)

const digitsOf = (text: string, start: number, end: number) => {
  let digits = ''
  // A longer run is no number of a date; its length is all that matters.
  for (let at = start; at < end && digits.length < 9; at++)
    digits += String.fromCharCode(0x30 + (text.charCodeAt(at) & 0xf))
  return digits
}

type Stem = Pick<Token, 'from' | 'key' | 'prefix' | 'sense'>

const conjunctions = 'وف'
const prepositions = 'بلك'

/** Past the letter at an offset and the marks that stand on it. */
function afterLetter(text: string, at: number): number {
  let next = at + 1
  while (kinds[text.charCodeAt(next)] === Kind.joined || text.charCodeAt(next) === 0x640) next++
  return next
}

/** آب is two letters: behind a clitic it is a month only where its madda is written, or باب were one. */
function isTooShort(text: string, key: string, from: number, prefix: string): boolean {
  if (key.length > 2) return false
  if (text[from] === 'آ' || text.charCodeAt(from + 1) === 0x653) return false
  return key === 'اب' || /[بلك]/.test(prefix)
}

/** The word without its clitics, if what is left is in the dictionary; as it is otherwise. */
function stemOf(text: string, start: number, whole: string): Stem {
  const known = senses.get(whole)
  if (known || whole.length < 3) return { from: start, key: whole, prefix: '', sense: known }
  let key = whole
  let from = start
  let prefix = ''
  for (const letters of [conjunctions, prepositions]) {
    const first = key[0] as string
    if (!letters.includes(first)) continue
    // للعام: the preposition has swallowed the article's alef, so the word is taken with it.
    const swallowed = letters === prepositions && key.startsWith('لل')
    key = swallowed ? `ا${key}` : key.slice(1)
    if (swallowed) key = `ال${key.slice(3)}`
    else from = afterLetter(text, from)
    prefix += first
    const sense = senses.get(key)
    if (sense && !isTooShort(text, key, from, prefix)) return { from, key, prefix, sense }
  }
  return { from: start, key: whole, prefix: '', sense: undefined }
}

/** The text as words, numbers, marks and line ends, in one pass over its code units. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let last = 0
  for (let at = 0; at < text.length; ) {
    const kind = kinds[text.charCodeAt(at)]
    const start = at
    at++
    // A mark with no letter under it belongs to what stands before it.
    if (kind === Kind.space || kind === Kind.joined) continue
    const glued = start === last && start > 0
    if (kind === Kind.letter) {
      while (at < text.length) {
        const next = kinds[text.charCodeAt(at)]
        if (next !== Kind.letter && next !== Kind.joined) break
        at++
      }
      const stem = stemOf(text, start, foldWord(text, start, at))
      tokens.push({ kind: 'word', start, end: at, glued, ...stem })
    } else if (kind === Kind.digit) {
      while (kinds[text.charCodeAt(at)] === Kind.digit) at++
      const key = digitsOf(text, start, at)
      // A mark upon digits (a keycap, an accent) makes a sign of them.
      const marked = kinds[text.charCodeAt(at)] === Kind.joined
      while (kinds[text.charCodeAt(at)] === Kind.joined) at++
      const bare = { from: start, prefix: '', sense: undefined, glued }
      tokens.push({ kind: marked ? 'mark' : 'number', start, end: at, key, ...bare })
    } else {
      const key = kind === Kind.line ? '\n' : (text[start] as string)
      while (kinds[text.charCodeAt(at)] === Kind.joined) at++
      const bare = { from: start, prefix: '', sense: undefined, glued }
      tokens.push({ kind: kind === Kind.line ? 'line' : 'mark', start, end: at, key, ...bare })
    }
    last = at
  }
  return tokens
}
