import { fold } from '../arabic/fold.ts'
import { findRegions } from '../text/find-regions.ts'
import { speaksOfPage } from '../text/furniture-lines.ts'
import { isClosed, isProse, linesOf, type PageLine } from '../text/page-line.ts'
import type { Stretch } from '../text/paragraphs.ts'
import { plainLine, wordCount } from '../text/plain-line.ts'
import { isByline, isPlaceLine } from '../text/press-lines.ts'
import { printedDate } from '../text/printed-date.ts'
import { quotationsOf } from '../text/quotations.ts'

/** A line that is furniture of its outlet's pages if it recurs there. */
export type LineCandidate = Stretch & {
  /** Folded, without punctuation and with every number alike: what recurs is compared by it. */
  readonly key: string
  /** Above the first sentence of the article, or below the last. */
  readonly edge: boolean
}

type Found = Stretch & { readonly kind: string }

/** What names a section or a page has fewer words; more are a sentence, unless they speak of the page. */
const mostWords = 8
const longest = 300
/** A quotation of more words is somebody's speech, and no name. */
const ofNames = 4
/** Of the long lines of a text so many end as sentences do, or its lines tell nothing by not ending so. */
const closedShare = 2 / 3
const long = 12

/** "بغداد - وكالات", "واشنطن: هبة القدسي": where an article comes from and from whom, which is no furniture. */
const origin = /^[^\-–—:/]{2,40}[-–—:/][^\-–—:/]{2,40}$/
/** A day, a year or a time of day. */
const time = /[0-9]{1,2}[/.:-][0-9]{1,2}|(?:19|20)[0-9]{2}/

export const lineKey = (line: string) =>
  fold(line)
    .folded.replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/[0-9]+/g, '0')
    .trim()

/** Which of `lines` reach into one of `stretches`; both in order, stretches apart or nested. */
function touching(lines: readonly Stretch[], stretches: readonly Stretch[]): boolean[] {
  let next = 0
  let reach = 0
  return lines.map(({ start, end }) => {
    while (next < stretches.length && (stretches[next] as Stretch).start < end)
      reach = Math.max(reach, (stretches[next++] as Stretch).end)
    return reach > start
  })
}

/** Sentences of the article itself: not marked as anything, and not about the page. */
function ownSentences(lines: readonly PageLine[], isFound: readonly boolean[]): boolean[] {
  return lines.map(
    (line, at) =>
      !isFound[at] &&
      (isProse(line) || (line.words >= 4 && isClosed(line))) &&
      !speaksOfPage(line.plain),
  )
}

/** The running text of an article, without what pages of one outlet share. */
export function ownProse(text: string, found: readonly Found[] = findRegions(text)): string {
  const lines = linesOf(text)
  const isOwn = ownSentences(lines, touching(lines, found))
  return lines
    .filter((_, at) => isOwn[at])
    .map(({ start, end }) => text.slice(start, end))
    .join('\n')
}

/**
 * Lines which no rule has marked and which may be furniture: names of sections and invitations, short and no sentences,
 * or sentences that speak of the page. Speech, dates, bylines and whatever may be a sentence of the article are not.
 */
export function lineCandidates(
  text: string,
  found: readonly Found[] = findRegions(text),
): LineCandidate[] {
  const lines = linesOf(text)
  const isFound = touching(lines, found)
  // What opens a page is called its title, unless it opens others, too.
  const titles = found.filter(({ kind }) => kind === 'title')
  const isTitle = touching(lines, titles)
  const speech = quotationsOf(text).pairs.filter(
    ({ inner }) => wordCount(plainLine(text.slice(inner.start, inner.end))) > ofNames,
  )
  const isSpeech = touching(lines, speech)
  const isOwn = ownSentences(lines, isFound)
  const [first, last] = [isOwn.indexOf(true), isOwn.lastIndexOf(true)]
  const longOnes = lines.filter(({ words }, at) => words >= long && !isFound[at])
  const isPunctuated =
    longOnes.length > 0 && longOnes.filter(isClosed).length >= longOnes.length * closedShare

  function isCandidate(line: PageLine, at: number): boolean {
    if ((isFound[at] && !isTitle[at]) || isSpeech[at] || line.plain.length > longest) return false
    const quote = text.slice(line.start, line.end)
    if (printedDate(quote) !== undefined || isByline(quote) || isPlaceLine(quote)) return false
    if (speaksOfPage(line.plain)) return true
    // "الحلقة 12": a series has as many titles as parts.
    if (isTitle[at] && /[0-9]/.test(line.plain)) return false
    if (origin.test(line.plain) || time.test(line.plain)) return false
    return isPunctuated && line.words <= mostWords && !isClosed(line) && !/[:،؛]$/.test(line.plain)
  }

  return lines.flatMap((line, at) => {
    if (!isCandidate(line, at)) return []
    const { start, end } = line
    const key = lineKey(text.slice(start, end))
    const edge = first !== -1 && (at < first || at > last)
    return /\p{L}/u.test(key) ? [{ start, end, key, edge }] : []
  })
}
