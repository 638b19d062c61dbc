import { wordsOf } from '../../annotations/text/boundaries.ts'
import { paragraphAt, paragraphsOf, type Stretch } from '../../annotations/text/paragraphs.ts'

const shortest = 3

/** The `nth` word of three letters or more at or after `offset`, in the paragraph that holds it. */
export function wordNear(text: string, offset: number, nth: number): Stretch {
  const paragraphs = paragraphsOf(text)
  const { start, end } = paragraphs[paragraphAt(paragraphs, offset)] as Stretch
  const words = wordsOf(text.slice(start, end))
    .map(word => ({ start: word.start + start, end: word.end + start }))
    .filter(word => word.start >= offset && word.end - word.start >= shortest)
  const word = words[nth % words.length]
  if (!word) throw new Error(`no word near ${offset}`)
  return word
}
