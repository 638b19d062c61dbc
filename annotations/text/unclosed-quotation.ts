import { trimStretch } from './boundaries.ts'
import type { Stretch } from './paragraphs.ts'
import { quotationsOf } from './quotations.ts'
import { lineAt, nextSentenceEnd } from './sentences.ts'

/** Words that a mark opens and none closes: from the mark to the end of its sentence is a guess, and is said to be one. */
export type UnclosedQuotation = Stretch & { readonly mark: string }

const opening = /[«“„‹"]/
const fullStop = /[.…]+$/

/** What a lone mark opens before a place, in its paragraph; undefined where every mark has its other half. */
export function unclosedQuotation(text: string, offset: number): UnclosedQuotation | undefined {
  const line = lineAt(text, offset)
  const lone = quotationsOf(text).lone.findLast(
    ({ at, mark }) => line.start <= at && at <= offset && opening.test(mark),
  )
  if (!lone) return undefined
  const end = Math.min(line.end, nextSentenceEnd(text, lone.at))
  const { length } = text
    .slice(lone.at + 1, end)
    .trimEnd()
    .replace(fullStop, '')
  const words = trimStretch(text, { start: lone.at + 1, end: lone.at + 1 + length })
  return words.start < words.end ? { ...words, mark: lone.mark } : undefined
}
