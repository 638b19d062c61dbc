import { fold } from '../arabic/fold.ts'
import { foldedWords } from '../arabic/folded-words.ts'
import type { Actor } from '../model/actor.ts'
import { genderOf } from './gender.ts'
import type { At } from './grammar.ts'
import { wordsEnd } from './known-body.ts'
import type { Mention } from './mention.ts'
import type { Token } from './token.ts'

type Name = { readonly words: readonly string[]; readonly actor: Actor }

/** The names and aliases of a register by their first word, the longest first. Titles alone name nobody. */
export type Gazetteer = ReadonlyMap<string, readonly Name[]>

/** Made once for all the articles that are looked at. `rejected`: folded strings that name nobody here. */
export function gazetteerOf(
  actors: readonly Actor[],
  rejected: ReadonlySet<string> = new Set(),
): Gazetteer {
  const byFirst = new Map<string, Name[]>()
  for (const actor of actors)
    for (const name of [actor.name.ar, ...actor.aliases]) {
      const { folded } = fold(name)
      if (rejected.has(folded)) continue
      const words = foldedWords(folded).map(({ start, end }) => folded.slice(start, end))
      const first = words[0]
      if (first === undefined) continue
      const others = byFirst.get(first)
      if (others) others.push({ words, actor })
      else byFirst.set(first, [{ words, actor }])
    }
  for (const names of byFirst.values())
    names.sort((a, b) => b.words.length - a.words.length || (a.actor.id < b.actor.id ? -1 : 1))
  return byFirst
}

/** Actors of the register by name and alias, folded, with what is written before them left out, longest first. */
export function registerMentions({ tokens }: At, gazetteer: Gazetteer): Mention[] {
  const found: Mention[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token
    if (token.isMark) continue
    const names = gazetteer.get(token.word) ?? gazetteer.get(token.key)
    for (const { words, actor } of names ?? []) {
      const last = wordsEnd(tokens, at, words)
      if (last === undefined) continue
      const start = words[0] === token.key ? token.start : token.from
      const { end } = tokens[last - 1] as Token
      found.push({
        ...{ start, end, first: at, last, kind: actor.kind, rule: 'register' as const },
        ...genderOf(token),
        ...{ actor: actor.id, name: actor.name.ar },
      })
      at = last - 1
      break
    }
  }
  return found
}
