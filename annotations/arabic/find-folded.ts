import { countWhile } from '../text/count-while.ts'
import type { Stretch } from '../text/paragraphs.ts'
import { type Folded, fold } from './fold.ts'

/** The first folded offset whose letter stands at or after an offset of the text. */
const foldedFrom = ({ folded, toOriginal }: Folded, offset: number) =>
  countWhile(folded.length, at => toOriginal(at) < offset)

/**
 * The next place (`by` 1) or the one before (-1) where a text says `query`, spelling variants and marks aside; beyond
 * the last it begins again. Undefined where the text never says it. `from` and the answer are UTF-16 offsets.
 */
export function findFolded(
  text: Folded,
  query: string,
  from: number,
  by: 1 | -1 = 1,
): Stretch | undefined {
  const wanted = fold(query).folded
  if (wanted.trim() === '') return undefined
  const { folded, toOriginal } = text
  const start = foldedFrom(text, from)
  const found =
    by === 1
      ? folded.indexOf(wanted, start)
      : start === 0
        ? -1
        : folded.lastIndexOf(wanted, start - 1)
  const at = found !== -1 ? found : by === 1 ? folded.indexOf(wanted) : folded.lastIndexOf(wanted)
  if (at === -1) return undefined
  return { start: toOriginal(at), end: toOriginal(at + wanted.length) }
}
