import { trimStretch } from './boundaries.ts'
import type { Stretch } from './paragraphs.ts'

/** What ends a sentence, and what may close after it. */
const stops = '.!?؟…۔'
const closers = '»”’"\')]}'
/** What parts clauses within a sentence, besides what ends and what quotes it. */
const parts = `${stops}،؛,;:«»“”„"()[]{}–—`

const isDigit = (letter: string | undefined) => letter !== undefined && /\p{Nd}/u.test(letter)

/** A mark between two digits belongs to the number: 3.5, ١٠:٣٠. */
const inNumber = (text: string, at: number) => isDigit(text[at - 1]) && isDigit(text[at + 1])

/** The line an offset is on, its line end left out. */
export function lineAt(text: string, offset: number): Stretch {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
  const found = text.indexOf('\n', offset)
  return { start, end: found === -1 ? text.length : found }
}

/** Where the sentence ends whose stop is at `at`: its closing marks are its own. Undefined where no sentence ends. */
function endOfStop(text: string, at: number, line: Stretch): number | undefined {
  if (!stops.includes(text[at] as string) || inNumber(text, at)) return undefined
  let end = at + 1
  while (end < line.end && (stops + closers).includes(text[end] as string)) end++
  return end === line.end || /\s/u.test(text[end] as string) ? end : undefined
}

/** The end of the sentence at or after `offset` (beyond it, its marks included), or the end of the text. */
export function nextSentenceEnd(text: string, offset: number): number {
  for (let at = offset; at < text.length; ) {
    const line = lineAt(text, at)
    for (let stop = at; stop < line.end; stop++) {
      const end = endOfStop(text, stop, line)
      if (end !== undefined && end > offset) return end
    }
    if (line.end > offset && text.slice(at, line.end).trim() !== '') return line.end
    at = line.end + 1
  }
  return text.length
}

/** The start of the sentence at or before `offset` (before it), or 0. */
export function previousSentenceStart(text: string, offset: number): number {
  for (let before = offset; before > 0; ) {
    const line = lineAt(text, before)
    let found: number | undefined
    for (let start = line.start; start < before; ) {
      while (start < before && /\s/u.test(text[start] as string)) start++
      if (start >= before) break
      found = start
      start = sentenceEndFrom(text, start, line)
    }
    if (found !== undefined) return found
    before = line.start - 1
  }
  return 0
}

function sentenceEndFrom(text: string, start: number, line: Stretch): number {
  for (let at = start; at < line.end; at++) {
    const end = endOfStop(text, at, line)
    if (end !== undefined) return end
  }
  return line.end
}

/** The sentence around an offset, without white space at its ends. */
export function sentenceAt(text: string, offset: number): Stretch {
  const line = lineAt(text, offset)
  let start = line.start
  for (;;) {
    const end = sentenceEndFrom(text, start, line)
    if (end > offset || end >= line.end) return trimStretch(text, { start, end })
    start = end
  }
}

/** The words around an offset up to the next mark on either side. */
export function clauseAt(text: string, offset: number): Stretch {
  const line = lineAt(text, offset)
  const parted = (at: number) => parts.includes(text[at] as string) && !inNumber(text, at)
  let start = offset
  while (start > line.start && !parted(start - 1)) start--
  let end = offset
  while (end < line.end && !parted(end)) end++
  return trimStretch(text, { start, end })
}

const quotes: Record<string, string> = { '«': '»', '“': '”', '(': ')', '[': ']' }

/** What is quoted or bracketed around a stretch, innermost first: the words alone, then with their marks. */
export function quotationsAround(text: string, { start, end }: Stretch): Stretch[] {
  const line = lineAt(text, start)
  const found: Stretch[] = []
  for (const [open, close] of Object.entries(quotes)) {
    const opened = unmatched(text, start - 1, line.start - 1, -1, close, open)
    const closed = unmatched(text, end, line.end, 1, open, close)
    opened.slice(0, closed.length).forEach((from, n) => {
      const to = closed[n] as number
      found.push({ start: from + 1, end: to }, { start: from, end: to + 1 })
    })
  }
  return found.sort((a, b) => a.end - a.start - (b.end - b.start))
}

/** Where `wanted` stands without a `partner` before it, walking from `from` to `to` (left out). */
function unmatched(
  text: string,
  from: number,
  to: number,
  by: 1 | -1,
  partner: string,
  wanted: string,
): number[] {
  const found: number[] = []
  let depth = 0
  for (let at = from; (to - at) * by > 0; at += by) {
    if (text[at] === partner) depth++
    else if (text[at] === wanted && depth > 0) depth--
    else if (text[at] === wanted) found.push(at)
  }
  return found
}
