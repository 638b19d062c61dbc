import { countWhile } from './count-while.ts'
/** A stretch of a text: UTF-16 offsets, half-open. */
export type Stretch = { readonly start: number; readonly end: number }

/** The lines of a text without their line ends; an empty line is an empty stretch. Text is LF only. */
export function paragraphsOf(text: string): Stretch[] {
  const paragraphs: Stretch[] = []
  let start = 0
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
    paragraphs.push({ start, end })
    start = end + 1
  }
  if (start < text.length || paragraphs.length === 0) paragraphs.push({ start, end: text.length })
  return paragraphs
}

/** Index of the paragraph that holds `offset`; its line end belongs to it. Paragraphs in text order. */
export function paragraphAt(paragraphs: readonly Stretch[], offset: number): number {
  const begun = countWhile(paragraphs.length, at => (paragraphs[at] as Stretch).start <= offset)
  return Math.max(0, begun - 1)
}
