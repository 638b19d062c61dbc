import { isPronoun } from '../actors/pronouns.ts'
import { cliticsOf } from '../arabic/clitics.ts'
import { fold } from '../arabic/fold.ts'
import type { Actor } from '../model/actor.ts'
import { type At, closingsOf } from './grammar.ts'
import { knownWords } from './known-words.ts'
import { titlePhrase } from './title-phrase.ts'
import { readingOf } from './token.ts'
import { bodyHeads, factionHeads, forceHeads, groupHeads } from './words/bodies.ts'
import { mediaHeads } from './words/media.ts'
import { sourceNouns, titles } from './words/people.ts'

/** What a mention that was linked to an actor teaches: a name of its own, or a description others may have, too. */
export type Lesson = { readonly as: 'alias' | 'title'; readonly text: string }

const same = (a: string, b: string) => fold(a).folded === fold(b).folded

/** Longer than this it is a description. */
const mostWords = 7

/**
 * Nothing is learned of a pronoun, of somebody without a name, or of what is known. An office without a name (رئيس
 * الوزراء) and a noun alone (الوزارة) are remembered as titles, by which search finds the actor and no suggestion is made.
 */
export function lessonOf(actor: Actor, quote: string): Lesson | undefined {
  const written = quote.replace(/\s+/gu, ' ').trim()
  const { withArticle, normalised } = cliticsOf(written.split(' ')[0] ?? '', knownWords([actor]))
  const [first = '', ...rest] = written.split(' ')
  const text = [withArticle > 0 ? normalised : first, ...rest].join(' ')
  const { folded } = fold(text)
  if (folded.length < 2 || !/\p{L}/u.test(folded) || isPronoun(text)) return undefined
  if (actor.kind === 'anonymous-source') return undefined
  const known = [actor.name.ar, actor.name.en ?? '', ...actor.aliases, ...actor.titles]
  if (known.some(name => same(name, text))) return undefined
  const reading = readingOf(text)
  const here: At = { tokens: reading.tokens, closings: closingsOf(reading) }
  const head = reading.tokens[0]
  const words = reading.tokens.filter(({ isMark }) => !isMark)
  if (!head || head.isMark || words.length > mostWords) return undefined
  if (sourceNouns().has(head.bare) || sourceNouns().has(head.word)) return undefined
  const phrase = titles().has(head.bare) ? titlePhrase(here, 0) : undefined
  const names = known.flatMap(name => fold(name).folded.split(' ')).filter(word => word.length > 2)
  const hasName =
    phrase?.hasName || words.some(({ word, key }) => names.includes(word) || names.includes(key))
  const isNoun = [bodyHeads, groupHeads, factionHeads, forceHeads, mediaHeads].some(list =>
    list().has(head.bare),
  )
  const describes = (titles().has(head.bare) && !hasName) || (words.length === 1 && isNoun)
  return { as: describes ? 'title' : 'alias', text }
}
