import { paragraphsOf, type Stretch } from './paragraphs.ts'
import { plainLine, wordCount } from './plain-line.ts'

/** A line of a page without the white space around it, and what it says as fixed wordings are compared with it. */
export type PageLine = Stretch & { readonly plain: string; readonly words: number }

/** The lines of a page that say something. */
export function linesOf(text: string): PageLine[] {
  return paragraphsOf(text).flatMap(({ start, end }) => {
    const line = text.slice(start, end)
    const plain = plainLine(line)
    if (plain === '') return []
    const from = start + (line.length - line.trimStart().length)
    const to = end - (line.length - line.trimEnd().length)
    return [{ start: from, end: to, plain, words: wordCount(plain) }]
  })
}

/** Does it end as a sentence does? */
export const isClosed = ({ plain }: Pick<PageLine, 'plain'>) => /[.؟!…]["»”)]*$/.test(plain)

/** Running text: what ends as a sentence does, or is too long for a headline. */
export const isProse = (line: Pick<PageLine, 'plain' | 'words'>) =>
  (line.words >= 12 && /[.؟!]["»”)]*$/.test(line.plain)) || line.words >= 25
