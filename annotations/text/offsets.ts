import { countWhile } from './count-while.ts'

/** A place between UTF-16 code units, as JavaScript counts. */
export type Utf16 = number & { readonly unit?: 'utf-16' }
/** A place between Unicode code points, as Python counts. */
export type CodePoint = number & { readonly unit?: 'code-point' }

export type Offsets = {
  readonly length: Utf16
  readonly codePoints: CodePoint
  /** Code points before `offset`; from inside a surrogate pair, those before the pair. */
  toCodePoint(offset: Utf16): CodePoint
  /** UTF-16 units before `codePoint`. */
  toUtf16(codePoint: CodePoint): Utf16
}

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff

/** Where each character outside the BMP begins: plain Arabic has none, so the table stays tiny. */
function astralStarts(text: string): Utf16[] {
  const starts: Utf16[] = []
  for (let at = 0; at < text.length - 1; at++) {
    if (!isHighSurrogate(text.charCodeAt(at)) || !isLowSurrogate(text.charCodeAt(at + 1))) continue
    starts.push(at)
    at++
  }
  return starts
}

/** How many entries of a sorted list are below `value`. */
const countBelow = (sorted: readonly number[], value: number) =>
  countWhile(sorted.length, at => (sorted[at] as number) < value)

/** Conversion between the two offset units of one text. Out-of-range offsets are clamped to the text. */
export function offsets(text: string): Offsets {
  const astral = astralStarts(text)
  // In code points, the n-th pair (from 0) begins n places earlier than in UTF-16.
  const astralInCodePoints = astral.map((start, n) => start - n)
  const clamp = (value: number, most: number) => Math.min(Math.max(value, 0), most)
  const codePoints = text.length - astral.length
  return {
    length: text.length,
    codePoints,
    toCodePoint(offset) {
      const at = clamp(offset, text.length)
      return at - countBelow(astral, at)
    },
    toUtf16(codePoint) {
      const at = clamp(codePoint, codePoints)
      return at + countBelow(astralInCodePoints, at)
    },
  }
}
