import type { DocumentMetadata } from '../../annotations/model/document.ts'
import { paragraphsOf } from '../../annotations/text/paragraphs.ts'
import { plainLine } from '../../annotations/text/plain-line.ts'
import { authorIn, outletIn } from '../../annotations/text/press-lines.ts'
import { printedDate } from '../../annotations/text/printed-date.ts'

const longestTitle = 300
/** Lines, of those with something in them, that may speak about the article instead of being it. */
const atTop = 8
const atEnd = 3

const urlIn = (line: string) => /^https?:\/\/[^\s<>"]+$/i.exec(line.trim())?.[0]

/** What the first of some lines says that says it at all. */
function firstSaid(lines: readonly string[], said: (line: string) => string | undefined) {
  for (const line of lines) {
    const value = said(line)
    if (value !== undefined) return value
  }
  return undefined
}

/** The first `most` units of a text, never half a character. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const last = text.charCodeAt(most - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? most - 1 : most)
}

/**
 * What a plain text says of itself: its first line is its title; a date, a name or an address counts only on a line of
 * its own. The text must have a visible character.
 */
export function textMetadata(text: string): DocumentMetadata {
  const lines = paragraphsOf(text)
    .map(({ start, end }) => text.slice(start, end))
    .filter(line => plainLine(line) !== '')
  const first = lines.slice(0, atTop)
  const ends = [...first, ...lines.slice(-atEnd)]
  return {
    title: cut((lines[0] ?? text).trim(), longestTitle).trim(),
    outlet: firstSaid(ends, outletIn),
    author: firstSaid(ends, authorIn),
    url: firstSaid(ends, urlIn),
    published: firstSaid(first, printedDate),
  }
}
