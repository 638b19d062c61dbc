import { fold } from '../arabic/fold.ts'
import { isProclitic, longestProclitic } from '../arabic/proclitics.ts'
import { countWhile } from '../text/count-while.ts'
import type { Stretch } from '../text/paragraphs.ts'

/** What may stand before or after a span without changing what it says: quotation marks, brackets, stops, white space. */
const around =
  /[\s"'«»“”‘’„()[\]{}<>.,،؛;:!؟?…ـ\-–—/\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069]/u

/** The last word that begins at or before an offset, if it reaches beyond it. */
function wordOver(words: readonly Stretch[], offset: number): Stretch | undefined {
  const word = words[countWhile(words.length, at => (words[at] as Stretch).start <= offset) - 1]
  return word && offset < word.end ? word : undefined
}

/** Where the word goes on after the longest proclitic it could begin with, two letters left at the least. */
function afterProclitic(text: string, { start, end }: Stretch): number {
  const { folded, toOriginal } = fold(text.slice(start, end))
  for (let length = Math.min(longestProclitic, folded.length - 2); length > 0; length--)
    if (isProclitic(folded.slice(0, length))) return start + toOriginal(length)
  return start
}

/**
 * A stretch as it counts where "the same but for the proclitic, the article, the quotation marks" is the same: marks at
 * its ends left out, its begin moved behind whatever its first word may begin with. Only for comparison: both
 * annotators' spans are moved by the same rule, so that a first letter that is no proclitic does no harm.
 */
export function coreOf(text: string, { start, end }: Stretch, words: readonly Stretch[]): Stretch {
  let [from, to] = [start, end]
  while (from < to && around.test(text[from] ?? '')) from++
  while (to > from && around.test(text[to - 1] ?? '')) to--
  if (from >= to) return { start, end }
  const word = wordOver(words, from)
  if (!word) return { start: from, end: to }
  const after = afterProclitic(text, word)
  if (from < after && after < to) from = after
  return { start: from, end: to }
}
