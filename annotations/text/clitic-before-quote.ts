import { wordAt } from './boundaries.ts'
import type { Stretch } from './paragraphs.ts'
import { plainLine, wordCount } from './plain-line.ts'
import { quotationsOf } from './quotations.ts'
import { lineAt } from './sentences.ts'

/** A clitic written before a quotation mark with a tatweel: "لـ«الشرق الأوسط»". */
export type CliticBeforeQuote = {
  /** Where the clitic begins. */
  readonly start: number
  /** The name that is quoted; of longer quotations the first word. */
  readonly name: Stretch
}

const clitic = /(?<!\p{L})[وف]?[بكل]ـ+$/u
const opening = /[«“‹"]/
/** More words are somebody's speech. */
const ofNames = 5

/** The clitic and the name it is written to, at a place in the clitic or in the first word after the mark. */
export function cliticBeforeQuote(text: string, offset: number): CliticBeforeQuote | undefined {
  const word = wordAt(text, offset)
  if (!word) return undefined
  const inClitic = opening.test(text[word.end] ?? '')
  const mark = inClitic ? word.end : word.start - 1
  if (!opening.test(text[mark] ?? '')) return undefined
  const line = lineAt(text, mark)
  const before = clitic.exec(text.slice(Math.max(line.start, mark - 12), mark))
  const first = wordAt(text, mark + 1)
  if (!before || first?.start !== mark + 1) return undefined
  const start = mark - before[0].length
  if (!inClitic) return { start, name: first }
  const quotation = quotationsOf(text.slice(line.start, line.end)).pairs.find(
    pair => line.start + pair.start === mark,
  )
  const quoted = quotation && {
    start: line.start + quotation.inner.start,
    end: line.start + quotation.inner.end,
  }
  const isName =
    quoted !== undefined && wordCount(plainLine(text.slice(quoted.start, quoted.end))) <= ofNames
  return { start, name: isName ? quoted : first }
}
