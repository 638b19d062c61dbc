import { paragraphsOf, type Stretch } from './paragraphs.ts'
import { plainLine, wordCount } from './plain-line.ts'
import { printedDate } from './printed-date.ts'

/** Another article that a page carries below its own, in its furniture. */
export type AppendedArticle = Stretch & {
  /** The date printed in it, ISO; what "yesterday" in it is counted from. Absent: it prints none. */
  readonly published?: string
}

/** Words of the shortest line that can be a headline standing there twice. */
const shortest = 4

/**
 * The article appended in a stretch of furniture: from the last headline that stands there twice. Nothing in it is
 * dated by the article above it.
 */
export function appendedArticle(text: string, furniture: Stretch): AppendedArticle | undefined {
  const quote = text.slice(furniture.start, furniture.end)
  const seen = new Map<string, { at: number; start: number }>()
  let start: number | undefined
  const lines = paragraphsOf(quote)
  for (const [at, line] of lines.entries()) {
    const words = quote.slice(line.start, line.end).trim()
    if (wordCount(plainLine(words)) < shortest) continue
    const before = seen.get(words)
    // Right under itself it is a caption.
    if (before && at - before.at > 1) start = before.start
    seen.set(words, { at, start: line.start })
  }
  if (start === undefined) return undefined
  const from = start
  const date = lines
    .filter(line => line.start >= from)
    .map(line => printedDate(quote.slice(line.start, line.end)))
    .find(said => said !== undefined)
  const article = { start: furniture.start + from, end: furniture.end }
  return date === undefined ? article : { ...article, published: date }
}
