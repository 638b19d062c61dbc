import { fold } from '../arabic/fold.ts'
import { foldedWords, wordEdges } from '../arabic/folded-words.ts'
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

type Said = Pick<ActorName, 'actor' | 'as' | 'text'>

const saidOf = (actor: Actor): Said[] => [
  { actor, as: 'name', text: actor.name.ar },
  ...(actor.name.en === undefined ? [] : [{ actor, as: 'name' as const, text: actor.name.en }]),
  ...actor.aliases.map(text => ({ actor, as: 'alias' as const, text })),
  ...actor.titles.map(text => ({ actor, as: 'title' as const, text })),
]

const known = new WeakMap<Actor, ActorName[]>()

/** The words of many texts, folded together: folding them one by one costs most of what an index does. */
function wordsOfAll(texts: readonly string[]): string[][] {
  const { folded } = fold(texts.map(text => text.replaceAll('\n', ' ')).join('\n'))
  const edges = wordEdges(folded)
  const all: string[][] = texts.map(() => [])
  let [at, end] = [0, folded.indexOf('\n')]
  for (let edge = 0; edge < edges.length; edge += 2) {
    const [from, to] = [edges[edge] as number, edges[edge + 1] as number]
    while (end !== -1 && from > end) {
      at++
      end = folded.indexOf('\n', end + 1)
    }
    all[at]?.push(folded.slice(from, to))
  }
  return all
}

/** Every name of some actors, each folded once however often it is asked for. */
export function namesOf(actors: readonly Actor[]): ActorName[] {
  const news = actors.filter(actor => !known.has(actor))
  const said = news.flatMap(saidOf)
  const words = wordsOfAll(said.map(({ text }) => text))
  for (const actor of news) known.set(actor, [])
  for (const [at, one] of said.entries()) {
    const full = words[at] as string[]
    known.get(one.actor)?.push({
      ...one,
      folded: full.join(' '),
      full,
      words: full.map(withoutArticle),
    })
  }
  return actors.flatMap(actor => known.get(actor) ?? [])
}
