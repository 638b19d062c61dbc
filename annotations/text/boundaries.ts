import { paragraphAt, paragraphsOf, type Stretch } from './paragraphs.ts'

/** Grapheme and word edges by Unicode's rules (UAX 29), which keep tashkeel, tatweel and ZWNJ with their letters. */
const graphemes = new Intl.Segmenter('ar', { granularity: 'grapheme' })
const words = new Intl.Segmenter('ar', { granularity: 'word' })

/** The paragraph around an offset, so that no question about one letter reads a whole megabyte. */
function lineAround(text: string, offset: number): Stretch {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const found = text.indexOf('\n', offset)
  return { start, end: found === -1 ? text.length : found }
}

/** The first grapheme edge after `offset`, or the end of the text. A line end is one grapheme. */
export function nextGrapheme(text: string, offset: number): number {
  if (offset >= text.length) return text.length
  const line = lineAround(text, offset)
  if (offset >= line.end) return offset + 1
  for (const { index, segment } of graphemes.segment(text.slice(line.start, line.end))) {
    const end = line.start + index + segment.length
    if (end > offset) return end
  }
  return line.end
}

/** The last grapheme edge before `offset`, or 0. */
export function previousGrapheme(text: string, offset: number): number {
  if (offset <= 0) return 0
  const line = lineAround(text, offset)
  if (offset <= line.start) return offset - 1
  let before = line.start
  for (const { index } of graphemes.segment(text.slice(line.start, line.end))) {
    if (line.start + index >= offset) break
    before = line.start + index
  }
  return before
}

/** Word stretches of a text, in order; punctuation and spaces are not words. Offsets are into `text`. */
export function wordsOf(text: string): Stretch[] {
  const found: Stretch[] = []
  for (const { index, segment, isWordLike } of words.segment(text)) {
    if (isWordLike) found.push({ start: index, end: index + segment.length })
  }
  return found
}

/** Words of the paragraph around `offset`, offsets into the whole text. */
function wordsAround(text: string, offset: number): Stretch[] {
  const line = lineAround(text, offset)
  return wordsOf(text.slice(line.start, line.end)).map(word => ({
    start: word.start + line.start,
    end: word.end + line.start,
  }))
}

/** The word that holds or touches `offset`; where two touch it, the one that begins there. */
export function wordAt(text: string, offset: number): Stretch | undefined {
  const near = wordsAround(text, offset).filter(word => word.start <= offset && offset <= word.end)
  return near.find(word => word.start === offset) ?? near[0]
}

/** The end of the word at or after `offset`, or the end of the text. */
export function nextWordEdge(text: string, offset: number): number {
  const paragraphs = paragraphsOf(text)
  for (let at = paragraphAt(paragraphs, offset); at < paragraphs.length; at++) {
    const line = paragraphs[at] as Stretch
    const word = wordsOf(text.slice(line.start, line.end)).find(w => line.start + w.end > offset)
    if (word) return line.start + word.end
  }
  return text.length
}

/** The start of the word at or before `offset`, or 0. */
export function previousWordEdge(text: string, offset: number): number {
  const paragraphs = paragraphsOf(text)
  for (let at = paragraphAt(paragraphs, offset); at >= 0; at--) {
    const line = paragraphs[at] as Stretch
    const word = wordsOf(text.slice(line.start, line.end))
      .filter(w => line.start + w.start < offset)
      .at(-1)
    if (word) return line.start + word.start
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
  const trimmed = trimStretch(text, selection)
  if (trimmed.start >= trimmed.end) return trimmed
  // What is no word has no word edges, but an emoji of four people is one character all the same.
  const { start, end } = snapToGraphemes(text, trimmed)
  const first = wordsAround(text, start).find(word => word.start < start && start < word.end)
  const last = wordsAround(text, end).find(word => word.start < end && end < word.end)
  return { start: first?.start ?? start, end: last?.end ?? end }
}

/** A selection moved out to grapheme edges, so that no mark is torn from its letter. */
export function snapToGraphemes(text: string, { start, end }: Stretch): Stretch {
  const from = previousGrapheme(text, nextGrapheme(text, start))
  return { start: Math.min(from, start), end: end > start ? nextGrapheme(text, end - 1) : end }
}
