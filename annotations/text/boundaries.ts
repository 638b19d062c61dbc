import type { Stretch } from './paragraphs.ts'

/** Grapheme and word edges by Unicode's rules (UAX 29), which keep tashkeel, tatweel and ZWNJ with their letters. */
const graphemes = new Intl.Segmenter('ar', { granularity: 'grapheme' })
const words = new Intl.Segmenter('ar', { granularity: 'word' })

type Segment = Stretch & { readonly isWord: boolean }

/** How far around an offset is looked at the least (UTF-16 units). */
const reach = 256

/** Between a space and a letter or digit nothing is ever joined: no grapheme and no word goes over it. */
const apart = (text: string, at: number) =>
  text[at - 1] === ' ' && /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2))

/** How far a space is looked for (UTF-16 units); what people write has one long before. */
const farthest = 4096

/** Signs and pictures that begin a word and a grapheme of their own, whatever stands before but a joiner (UAX 29). */
const standing = /^[&<>/+=()[\]{}|"!?#%*@~^«»؟\p{Extended_Pictographic}]/u
const stands = (text: string, at: number) =>
  text[at - 1] !== '\u200d' && standing.test(text.slice(at, at + 2))

/** The first place from `from` up to `end` where nothing is joined, or `end`. */
function breakAfter(text: string, from: number, end: number): number {
  const first = Math.max(from, 1)
  for (let at = first; at < end; at++)
    if (apart(text, at) || (at > first + farthest && stands(text, at))) return at
  return end
}

/** The last place from `from` down to `start` where nothing is joined, or `start`. */
function breakBefore(text: string, from: number, start: number): number {
  for (let at = from; at > start; at--) if (apart(text, at)) return at
  return start
}

/**
 * Some words around an offset, of its own paragraph, the line end left out: the segmenter's time grows with the square
 * of what it is given, so no question about one letter is asked of a whole paragraph.
 */
function around(text: string, offset: number): Stretch {
  const lineStart = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
  const found = text.indexOf('\n', offset)
  const lineEnd = found === -1 ? text.length : found
  return {
    start: breakBefore(text, offset - reach, lineStart),
    end: offset + reach >= lineEnd ? lineEnd : breakAfter(text, offset + reach, lineEnd),
  }
}

/** Answers which segment of a stretch holds the letter at an offset of the text; none holds what is outside. */
function segmentsOf(text: string, line: Stretch, segmenter: Intl.Segmenter) {
  const segments = segmenter.segment(text.slice(line.start, line.end))
  return (offset: number): Segment | undefined => {
    const found = segments.containing(offset - line.start)
    if (!found) return undefined
    const start = line.start + found.index
    return { start, end: start + found.segment.length, isWord: found.isWordLike ?? false }
  }
}

/** The first grapheme edge after `offset`, or the end of the text. A line end is one grapheme. */
export function nextGrapheme(text: string, offset: number): number {
  if (offset >= text.length) return text.length
  const line = around(text, offset)
  return segmentsOf(text, line, graphemes)(offset)?.end ?? offset + 1
}

/** The last grapheme edge before `offset`, or 0. */
export function previousGrapheme(text: string, offset: number): number {
  if (offset <= 0) return 0
  const line = around(text, offset - 1)
  return segmentsOf(text, line, graphemes)(offset - 1)?.start ?? offset - 1
}

/**
 * What stands between two spaces and is one word beyond doubt: letters of one script with their marks, or digits of one
 * kind, in quotation marks, brackets or before a stop, if in any. Nine words in ten are; of the rest the segmenter is
 * asked, whose every answer costs a microsecond.
 */
const plainWord =
  /([«“"(]*)([\u0621-\u063a\u0640-\u064a][\u0621-\u063a\u0640-\u065f\u0670]*|[A-Za-z]+|[0-9]+|[\u0660-\u0669]+)[.،؛:!؟»”")]*(?=[ \n]|$)/uy

/** How much the segmenter is given at once (UTF-16 units): each of its answers takes time by the length of that. */
const portion = 2048

/**
 * Words by the segmenter, a portion at a time. Whether a word ends is settled by what stands in the next segment but one
 * at the latest (UAX 29, WB6 and WB12), so that the last two of a portion are asked again with what follows them.
 */
function takeSegmented(text: string, start: number, end: number, found: Stretch[]): void {
  for (let at = start, size = portion; at < end; ) {
    const stop = Math.min(at + size, end)
    const segments = [...words.segment(text.slice(at, stop))]
    const settled = stop === end ? segments : segments.slice(0, -2)
    for (const { index, segment, isWordLike } of settled)
      if (isWordLike) found.push({ start: at + index, end: at + index + segment.length })
    const last = settled.at(-1)
    // One word as long as all that: as much again.
    size = last ? portion : size * 2
    at += last ? last.index + last.segment.length : 0
  }
}

/** Word stretches of a text, in order; punctuation and spaces are not words. Offsets are into `text`. */
export function wordsOf(text: string): Stretch[] {
  const found: Stretch[] = []
  for (let start = 0; start < text.length; ) {
    if (text[start] === ' ' || text[start] === '\n') {
      start++
      continue
    }
    plainWord.lastIndex = start
    const plain = plainWord.exec(text)
    if (plain) {
      const from = start + (plain[1] as string).length
      found.push({ start: from, end: from + (plain[2] as string).length })
      start = plainWord.lastIndex
      continue
    }
    const line = text.indexOf('\n', start)
    const lineEnd = line === -1 ? text.length : line + 1
    const end = breakAfter(text, start + 1, lineEnd)
    takeSegmented(text, start, end, found)
    start = end
  }
  return found
}

/** The word that holds or touches `offset`; where two touch it, the one that begins there. */
export function wordAt(text: string, offset: number): Stretch | undefined {
  const line = around(text, offset)
  const segmentAt = segmentsOf(text, line, words)
  const after = offset < line.end ? segmentAt(offset) : undefined
  const before = offset > line.start ? segmentAt(offset - 1) : undefined
  const word = after?.isWord ? after : before?.isWord ? before : undefined
  return word && { start: word.start, end: word.end }
}

/** The end of the word at or after `offset`, or the end of the text. */
export function nextWordEdge(text: string, offset: number): number {
  for (let at = offset; at < text.length; ) {
    const line = around(text, at)
    const segmentAt = segmentsOf(text, line, words)
    while (at < line.end) {
      const segment = segmentAt(at)
      if (!segment) break
      if (segment.isWord) return segment.end
      at = segment.end
    }
    at = text[line.end] === '\n' ? line.end + 1 : line.end
  }
  return text.length
}

/** The start of the word at or before `offset`, or 0. */
export function previousWordEdge(text: string, offset: number): number {
  for (let at = Math.min(offset, text.length); at > 0; ) {
    const line = around(text, at)
    const segmentAt = segmentsOf(text, line, words)
    while (at > line.start) {
      const segment = segmentAt(at - 1)
      if (!segment) break
      if (segment.isWord) return segment.start
      at = segment.start
    }
    at = text[line.start - 1] === '\n' ? line.start - 1 : line.start
  }
  return 0
}

/** `stretch` without the white space at its ends. */
export function trimStretch(text: string, { start, end }: Stretch): Stretch {
  const quote = text.slice(start, end)
  const from = start + (quote.length - quote.trimStart().length)
  return {
    start: Math.min(from, end),
    end: Math.max(from, end - (quote.length - quote.trimEnd().length)),
  }
}

/**
 * A selection moved out to the edges of the words it cuts, white space trimmed. Ends that cut no word stay, so
 * punctuation that was selected on purpose («», brackets) is kept.
 */
export function snapToWords(text: string, selection: Stretch): Stretch {
  const { start, end } = trimStretch(text, snapToGraphemes(text, selection))
  if (start >= end) return { start, end }
  const cut = (offset: number) => {
    const line = around(text, offset)
    if (offset === line.start || offset === line.end) return undefined
    const segment = segmentsOf(text, line, words)(offset)
    return segment?.isWord && segment.start < offset ? segment : undefined
  }
  return { start: cut(start)?.start ?? start, end: cut(end)?.end ?? end }
}

/** A selection moved out to grapheme edges, so that no mark is torn from its letter. */
export function snapToGraphemes(text: string, { start, end }: Stretch): Stretch {
  if (start >= end) return { start, end }
  const from = previousGrapheme(text, nextGrapheme(text, start))
  return { start: Math.min(from, start), end: nextGrapheme(text, end - 1) }
}
