import { fold } from '../arabic/fold.ts'
import { foldedWords } from '../arabic/folded-words.ts'
import type { Actor } from '../model/actor.ts'

/** What an actor is called, and as what. */
export type ActorName = {
  readonly actor: Actor
  readonly as: 'name' | 'alias' | 'title'
  readonly text: string
  readonly folded: string
  /** Folded words, without their article. */
  readonly words: readonly string[]
  /** The same with it. */
  readonly full: readonly string[]
}

/** A folded word without its article, if enough is left. */
export const withoutArticle = (word: string) =>
  word.length > 4 && word.startsWith('ال') ? word.slice(2) : word

export function wordsOf(folded: string): string[] {
  return foldedWords(folded).map(({ start, end }) => folded.slice(start, end))
}

const known = new WeakMap<Actor, readonly ActorName[]>()

function nameOf(actor: Actor, as: ActorName['as'], text: string): ActorName {
  const { folded } = fold(text)
  const full = wordsOf(folded)
  return { actor, as, text, folded: full.join(' '), full, words: full.map(withoutArticle) }
}

/** Every name of an actor, folded once however often it is asked for. */
export function namesOf(actor: Actor): readonly ActorName[] {
  const made = known.get(actor) ?? [
    nameOf(actor, 'name', actor.name.ar),
    ...(actor.name.en === undefined ? [] : [nameOf(actor, 'name', actor.name.en)]),
    ...actor.aliases.map(alias => nameOf(actor, 'alias', alias)),
    ...actor.titles.map(title => nameOf(actor, 'title', title)),
  ]
  known.set(actor, made)
  return made
}
