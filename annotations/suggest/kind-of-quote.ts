import { findActors } from './find-actors.ts'
import { type At, closingsOf } from './grammar.ts'
import { knownWords } from './known-words.ts'
import type { ActorKind } from './mention.ts'
import { gazetteerOf } from './register-mentions.ts'
import { readingOf } from './token.ts'

/** The kind of actor that the words of a mention speak for, by the rules that suggest mentions; nothing where none does. */
export function kindOfQuote(quote: string): ActorKind | undefined {
  const reading = readingOf(quote, knownWords([]))
  const here: At = { tokens: reading.tokens, closings: closingsOf(reading) }
  const [longest] = findActors(here, gazetteerOf([])).sort(
    (a, b) => b.last - b.first - (a.last - a.first),
  )
  return longest?.kind
}
