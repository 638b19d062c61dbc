import { trimStretch, wordAt } from './boundaries.ts'
import type { Stretch } from './paragraphs.ts'
import { clauseAt, lineAt, quotationsAround, sentenceAt } from './sentences.ts'

/**
 * The next larger unit around a stretch: its word, its clause, what is quoted around it, its sentence, its paragraph.
 * The same stretch again where nothing is larger.
 */
export function widen(text: string, stretch: Stretch): Stretch {
  const { start, end } = stretch
  const word = wordAt(text, start)
  const quoted = quotationsAround(text, stretch)
  // A sentence that begins or ends inside what is quoted is not taken apart from the rest of it.
  const whole = (unit: Stretch) =>
    quoted.every(
      quote =>
        (quote.start <= unit.start && unit.end <= quote.end) ||
        (unit.start <= quote.start && quote.end <= unit.end),
    )
  const units = [
    ...(word ? [word] : []),
    clauseAt(text, start),
    ...quoted,
    ...[sentenceAt(text, start)].filter(whole),
    trimStretch(text, lineAt(text, start)),
  ]
  const larger = units.filter(
    unit => unit.start <= start && unit.end >= end && unit.end - unit.start > end - start,
  )
  larger.sort((a, b) => a.end - a.start - (b.end - b.start))
  return larger[0] ?? stretch
}

const closers: Record<string, string> = { '»': '«', '”': '“', ')': '(', ']': '[' }

/** A stretch with the mark that closes what was opened inside it, where that mark is the very next letter. */
export function closed(text: string, { start, end }: Stretch): Stretch {
  const next = text[end]
  const opener = next === undefined ? undefined : closers[next]
  if (opener === undefined) return { start, end }
  let depth = 0
  for (let at = start; at < end; at++) depth += text[at] === opener ? 1 : text[at] === next ? -1 : 0
  return depth > 0 ? { start, end: end + 1 } : { start, end }
}
