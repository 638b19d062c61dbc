import type { Stretch } from '../text/paragraphs.ts'
import type { Folded } from './fold.ts'
import { insideWord, wordUnits } from './word-units.ts'

/** The words of a folded text in order: letters and digits, numbers with their points whole. Folded offsets. */
export function foldedWords(folded: string): Stretch[] {
  const units = wordUnits()
  const words: Stretch[] = []
  for (let at = 0; at < folded.length; at++) {
    if (units[folded.charCodeAt(at)] !== 1) continue
    const start = at
    at++
    while (at < folded.length && (units[folded.charCodeAt(at)] === 1 || insideWord(folded, at)))
      at++
    words.push({ start, end: at })
  }
  return words
}

export type Word = Stretch & { readonly key: string }

/** Words with their folded letters, at their places in the original. */
export function wordsWithKeys(text: Folded): Word[] {
  return foldedWords(text.folded).map(({ start, end }) => ({
    key: text.folded.slice(start, end),
    start: text.toOriginal(start),
    end: text.toOriginalEnd(end),
  }))
}
