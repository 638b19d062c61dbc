import { cliticsOf } from '../arabic/clitics.ts'
import { wordAt } from '../text/boundaries.ts'
import { cliticBeforeQuote } from '../text/clitic-before-quote.ts'
import type { Annotation } from './annotation.ts'
import type { WrittenForm } from './written-form-shape.ts'

const none: ReadonlySet<string> = new Set()

/** Where a word may be taken to begin, from the whole of it to its stem; folded names of a project are never cut. */
export function beginningsOf(
  text: string,
  offset: number,
  names: ReadonlySet<string> = none,
):
  | {
      readonly word: number
      readonly 'with-article': number
      readonly stem: number
      readonly end: number
    }
  | undefined {
  const quoted = cliticBeforeQuote(text, offset)
  const word = quoted?.name ?? wordAt(text, offset)
  if (!word) return undefined
  const { withArticle, stem } = cliticsOf(text.slice(word.start, word.end), names)
  return {
    word: quoted?.start ?? word.start,
    'with-article': word.start + withArticle,
    stem: word.start + stem,
    end: word.end,
  }
}

/** The form of an annotation whose first letters have something written to them; undefined where none has. */
export function writtenFormOf(
  text: string,
  { spans }: Pick<Annotation, 'spans'>,
  names: ReadonlySet<string> = none,
): WrittenForm | undefined {
  const [first, ...others] = spans
  if (!first || others.length > 0) return undefined
  const word = wordAt(text, first.start)
  if (!word || word.start === first.start || first.end < word.end) return undefined
  const { proclitics, withArticle, normalised } = cliticsOf(text.slice(word.start, word.end), names)
  if (proclitics.length === 0 || first.start !== word.start + withArticle) return undefined
  return {
    normalised: normalised + text.slice(word.end, first.end),
    clitics: proclitics.join(''),
  }
}

/** An annotation with the form its place in the text gives it, or with none. */
export function withForm(
  text: string,
  annotation: Annotation,
  names: ReadonlySet<string> = none,
): Annotation {
  const form = writtenFormOf(text, annotation, names)
  const { form: _, ...bare } = annotation
  return form ? { ...bare, form } : bare
}
