import type { Actor } from '../model/actor.ts'
import { countWhile } from '../text/count-while.ts'
import { type ActorName, namesOf, withoutArticle } from './actor-names.ts'
import { lettersApart, skeletonOf, spellingSlack } from './spelling.ts'

/** How a word that was typed meets a word of the register, from surest to least sure. */
export type WordMatch = 'same' | 'article' | 'begins' | 'initial' | 'spelling'

export type Met = { readonly word: number; readonly how: WordMatch; readonly sure: number }

/** The register's words, each with the names it stands in; made once for a register, asked at every keystroke. */
export type ActorIndex = {
  readonly actors: readonly Actor[]
  readonly names: readonly ActorName[]
  /** By folded name with its spaces left out: أبو ظبي is أبوظبي. */
  readonly joined: ReadonlyMap<string, readonly number[]>
  /** Names a word (its number) stands in. */
  namesWith(word: number): readonly number[]
  /** Words of the register that a folded word may mean; of the word being typed only the beginning is known. */
  meet(typed: string, isLast: boolean): Met[]
  /** Is it a word of the register, or where it is still being typed the beginning of one? */
  has(typed: string, isLast: boolean): boolean
}

/** So many names with a word that begins so are looked at; typing on makes them fewer. */
const mostBeginnings = 2000

export const joinedOf = (words: readonly string[]) => words.join('')

function add<K>(map: Map<K, number[]>, key: K, value: number) {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** The first place in a sorted list that is not before `word`. */
const placeOf = (sorted: readonly string[], word: string) =>
  countWhile(sorted.length, at => (sorted[at] as string) < word)

export function actorIndex(actors: readonly Actor[]): ActorIndex {
  const names = namesOf(actors)
  const vocabulary = new Map<string, number>()
  const byWord: number[][] = []
  const joined = new Map<string, number[]>()
  for (const [at, { words }] of names.entries()) {
    for (const word of new Set(words)) {
      let number = vocabulary.get(word)
      if (number === undefined) {
        number = byWord.length
        vocabulary.set(word, number)
        byWord.push([])
      }
      byWord[number]?.push(at)
    }
    add(joined, joinedOf(words), at)
  }
  const sorted = [...vocabulary.keys()].sort()
  let skeletons: Map<string, string[]> | undefined

  function spelt(typed: string): Met[] {
    const slack = spellingSlack(typed)
    if (slack === 0) return []
    if (!skeletons) {
      skeletons = new Map()
      for (const word of sorted) {
        const key = skeletonOf(word)
        const list = skeletons.get(key)
        if (list) list.push(word)
        else skeletons.set(key, [word])
      }
    }
    return (skeletons.get(skeletonOf(typed)) ?? []).flatMap((word): Met[] => {
      if (word === typed) return []
      const apart = lettersApart(typed, word, slack)
      if (apart > slack) return []
      return [{ word: vocabulary.get(word) as number, how: 'spelling', sure: 0.85 - apart * 0.12 }]
    })
  }

  function beginning(typed: string, how: WordMatch, sure: number): Met[] {
    const met: Met[] = []
    let names = 0
    for (let at = placeOf(sorted, typed); at < sorted.length && names < mostBeginnings; at++) {
      const word = sorted[at] as string
      if (!word.startsWith(typed)) break
      if (word === typed) continue
      const number = vocabulary.get(word) as number
      names += byWord[number]?.length ?? 0
      met.push({ word: number, how, sure })
    }
    return met
  }

  function meet(typed: string, isLast: boolean): Met[] {
    const bare = withoutArticle(typed)
    const met: Met[] = []
    const same = vocabulary.get(bare)
    if (same !== undefined) met.push({ word: same, how: 'same', sure: 1 })
    if (typed.length === 1) {
      if (same === undefined || !isLast) met.push(...beginning(typed, 'initial', 0.5))
      if (isLast) met.push(...beginning(typed, 'begins', 0.7))
      return met
    }
    if (isLast) met.push(...beginning(bare, 'begins', 0.9))
    // The article is being typed: ال alone, or what may be a word's own first letters.
    if (isLast && typed.startsWith('ال') && bare === typed)
      met.push(...beginning(typed.slice(2), 'begins', 0.8).slice(0, 100))
    const initial = vocabulary.get(bare.slice(0, 1))
    if (initial !== undefined) met.push({ word: initial, how: 'initial', sure: 0.5 })
    met.push(...spelt(bare))
    return met
  }

  function has(typed: string, isLast: boolean): boolean {
    const bare = withoutArticle(typed)
    if (vocabulary.has(bare)) return true
    return isLast && bare.length > 2 && sorted[placeOf(sorted, bare)]?.startsWith(bare) === true
  }

  return { actors, names, joined, namesWith: word => byWord[word] ?? [], meet, has }
}
