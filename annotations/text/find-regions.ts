import { alone, button, closing, isCredited, isTeaser, related, share } from './furniture-lines.ts'
import { isProse, linesOf, type PageLine } from './page-line.ts'
import type { Stretch } from './paragraphs.ts'
import { plainLine } from './plain-line.ts'
import { isByline, isPlaceLine } from './press-lines.ts'
import { printedDate } from './printed-date.ts'

/** As `Region` of the model has it; body is what no region covers. */
export type FoundRegion = Stretch & {
  readonly kind: 'title' | 'byline' | 'dateline' | 'caption' | 'boilerplate'
}

/** A headline seldom has more characters. */
const longestTitle = 300
const longestCaption = 250
/** Where datelines and bylines are looked for: lines with something in them. */
const top = 8

const isHeadline = (line: PageLine) => line.plain.length <= longestTitle && !isProse(line)

/** Picture captions that sites print twice in a row: lines that stand twice, one right after the other. */
function doubled(text: string, lines: readonly PageLine[]): Set<string> {
  const found = new Set<string>()
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1]
    const isCaption =
      line.words >= 4 && line.plain.length <= longestCaption && !/[.؟!:؛،]["»”]*$/.test(line.plain)
    if (next && isCaption && quoteOf(text, line) === quoteOf(text, next))
      found.add(quoteOf(text, line))
  }
  return found
}

const quoteOf = (text: string, { start, end }: Stretch) => text.slice(start, end)

/** How many lines from `at` belong to a list that its heading opens. */
function listLength(
  lines: readonly PageLine[],
  at: number,
  isItem: (line: PageLine) => boolean,
): number {
  let length = 1
  while (at + length < lines.length && isItem(lines[at + length] as PageLine)) length++
  return length
}

/**
 * Does a page of another article follow the heading at `at`, to the end? Where a site prints one under the other, its
 * headline stands there again, with pictures or "TT" in between; a list of links in the middle of an article has none.
 */
function hasPageAfter(text: string, lines: readonly PageLine[], at: number): boolean {
  const seen = new Map<string, number>()
  for (let next = at + 1; next < lines.length; next++) {
    const line = lines[next] as PageLine
    if (line.plain === 'TT') return true
    const quote = quoteOf(text, line)
    const before = seen.get(quote)
    // Right under itself it is a caption; a headline comes again further down.
    if (before !== undefined && next - before > 1 && line.words >= 4 && !isProse(line)) return true
    seen.set(quote, next)
  }
  return false
}

/** Furniture lines that follow each other are one region. */
function joined(text: string, regions: readonly FoundRegion[]): FoundRegion[] {
  const result: FoundRegion[] = []
  for (const region of regions) {
    const last = result.at(-1)
    const together =
      last?.kind === 'boilerplate' &&
      region.kind === 'boilerplate' &&
      plainLine(text.slice(last.end, region.start)) === ''
    if (together) result[result.length - 1] = { ...last, end: region.end }
    else result.push(region)
  }
  return result
}

/**
 * Title, dateline, byline, captions and boilerplate of an article, in order and disjoint. Only what repeats itself
 * letter by letter or has a fixed wording counts: no running text is called furniture on a guess.
 */
export function findRegions(text: string): FoundRegion[] {
  const lines = linesOf(text)
  const first = lines[0]
  const title = first && lines.length > 1 && isHeadline(first) ? first : undefined
  const headline = title && quoteOf(text, title)
  const captions = doubled(text, lines)
  const seen = new Set<string>()
  const found: FoundRegion[] = []
  const body = lines.findIndex(isProse)
  // What the first such heading does not have after it, no later one has: asked once.
  const heading = lines.findIndex(({ plain }, at) => at > body && closing.test(plain))
  const pageFrom =
    body !== -1 && heading !== -1 && hasPageAfter(text, lines, heading) ? heading : -1

  function kindOf(line: PageLine, at: number): FoundRegion['kind'] | undefined {
    const quote = quoteOf(text, line)
    if (line === title) return 'title'
    if (quote === headline || alone.has(line.plain)) return 'boilerplate'
    if (captions.has(quote)) return seen.has(quote) ? 'boilerplate' : 'caption'
    if (isTeaser(line.plain) && !isProse(line)) return 'boilerplate'
    if (at < body && !isProse(line) && isCredited(quote)) return 'caption'
    if (at >= top) return undefined
    if (printedDate(quote) !== undefined || isPlaceLine(quote)) return 'dateline'
    return isByline(quote) ? 'byline' : undefined
  }

  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as PageLine
    const opened =
      at === pageFrom
        ? lines.length - at
        : at > 0 && related.test(line.plain)
          ? listLength(lines, at, item => !isProse(item))
          : at > 0 && share.test(line.plain)
            ? listLength(lines, at, item => button.test(item.plain))
            : 0
    for (const item of lines.slice(at, at + Math.max(opened, 1))) {
      const kind = opened > 0 ? 'boilerplate' : kindOf(item, at)
      if (kind) found.push({ kind, start: item.start, end: item.end })
      seen.add(quoteOf(text, item))
    }
    at += Math.max(opened, 1)
  }
  return joined(text, found)
}
