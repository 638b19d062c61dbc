import { fold } from '../arabic/fold.ts'
import { isProclitic } from '../arabic/proclitics.ts'
import type { Annotation } from '../model/annotation.ts'
import type { Span } from '../model/span.ts'

/** What two boundaries differ by where it is no more than this. */
export const likenesses = [
  'proclitic',
  'article',
  'quotation',
  'punctuation',
  'diacritics',
] as const
export type Likeness = (typeof likenesses)[number]

const quotation = /["'«»“”‘’„‹›]/u
const punctuation = /[\s()[\]{}<>.,،؛;:!؟?…\-–—/\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069]/u
const mark = /[\p{M}\u0640]/u

/** Marks taken off a stretch, and what they are. */
function without(stretch: string): { rest: string; found: Set<Likeness> } {
  const found = new Set<Likeness>()
  let rest = ''
  for (const letter of stretch)
    if (quotation.test(letter)) found.add('quotation')
    else if (punctuation.test(letter)) found.add('punctuation')
    else rest += letter
  // A mark alone is a difference in marks; over a letter it belongs to that.
  if (rest !== '' && [...rest].every(letter => mark.test(letter))) {
    found.add('diacritics')
    rest = ''
  }
  return { rest, found }
}

const letter = /[\p{L}\p{M}\u0640]/u

/** What the one that begins earlier has more at its begin; nothing where that is more than clitics and marks. */
function atBegin(text: string, a: number, b: number): Set<Likeness> | undefined {
  const { rest, found } = without(text.slice(Math.min(a, b), Math.max(a, b)))
  if (rest === '') return found
  // Whole words more are no clitic.
  if (!letter.test(text[Math.max(a, b)] ?? '') || !letter.test(text[Math.max(a, b) - 1] ?? ''))
    return undefined
  const { folded } = fold(rest)
  if (!isProclitic(folded)) return undefined
  const article = /(?:ال|لل)$/u.test(folded)
  if (article) found.add('article')
  if (folded !== 'ال') found.add('proclitic')
  return found
}

function atEnd(text: string, a: number, b: number): Set<Likeness> | undefined {
  const { rest, found } = without(text.slice(Math.min(a, b), Math.max(a, b)))
  return rest === '' ? found : undefined
}

/**
 * What the boundaries of two annotations on one text differ by, if it is no more than clitics and marks; nothing where
 * they differ by more. Spaces and stops that come along with quotation marks are not said beside them.
 */
export function butFor(
  text: string,
  a: Pick<Annotation, 'spans'>,
  b: Pick<Annotation, 'spans'>,
): Likeness[] | undefined {
  if (a.spans.length !== b.spans.length) return undefined
  const found = new Set<Likeness>()
  for (const [at, one] of a.spans.entries()) {
    const two = b.spans[at] as Span
    if (one.end <= two.start || two.end <= one.start) return undefined
    for (const more of [atBegin(text, one.start, two.start), atEnd(text, one.end, two.end)]) {
      if (!more) return undefined
      for (const kind of more) found.add(kind)
    }
  }
  if (found.size > 1) found.delete('punctuation')
  return likenesses.filter(kind => found.has(kind))
}
