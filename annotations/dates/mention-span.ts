import { nextGrapheme, previousGrapheme } from '../text/boundaries.ts'
import type { Parsed } from './expression.ts'
import { isWord, type Scan, tokenAt } from './scan.ts'

/** An era mark that stands apart (١٤٤٥ هـ) is no part of the words; one that is joined is. */
function lastToken(scan: Scan, { next }: Parsed): number {
  const token = tokenAt(scan, next - 1)
  const apart = !token.glued && isWord(scan, next - 1, 'ه', 'م') && !isWord(scan, next - 2, 'ق')
  return apart ? next - 2 : next - 1
}

/** بنهاية stays whole: its ب is part of the adverb. Other clitics are left out. */
function startOffset(scan: Scan, { start, expression }: Parsed): number {
  const token = tokenAt(scan, start)
  if (token.prefix === 'ب' && token.key === 'نهايه' && expression.is === 'modified')
    return token.start
  return token.from
}

/** Beside plain letters, digits and spaces every offset is a grapheme edge; elsewhere the segmenter is asked. */
const isPlain = (code: number) =>
  code < 0x300 ||
  (code >= 0x620 && code <= 0x64a) ||
  (code >= 0x660 && code <= 0x66d) ||
  (code >= 0x6f0 && code <= 0x6f9) ||
  code === 0x60c ||
  code === 0x61b ||
  code === 0x61f ||
  (code >= 0x2010 && code <= 0x2027)

function isEdge(text: string, at: number): boolean {
  if (at === 0 || at === text.length) return true
  if (isPlain(text.charCodeAt(at - 1)) && isPlain(text.charCodeAt(at))) return true
  return previousGrapheme(text, nextGrapheme(text, at)) === at
}

/** The letters of a date, UTF-16, half-open; undefined where its ends would cut a grapheme. */
export function mentionSpan(
  scan: Scan,
  parsed: Parsed,
): { readonly start: number; readonly end: number } | undefined {
  const start = startOffset(scan, parsed)
  const { end } = tokenAt(scan, lastToken(scan, parsed))
  return isEdge(scan.text, start) && isEdge(scan.text, end) ? { start, end } : undefined
}
