import { isQuote } from './grammar.ts'
import type { Token } from './token.ts'
import { namedBodies } from './words/bodies.ts'
import { once } from './words/folded-set.ts'

/** Where the words of a known name stand in an article, quotation marks in between looked over. */
export function wordsEnd(
  tokens: readonly Token[],
  at: number,
  words: readonly string[],
): number | undefined {
  let end = at
  for (const [place, word] of words.entries()) {
    // «المقاومة» في العراق: a name that opens after a mark ends at the other.
    while (place > 0 && !isQuote(tokens[at - 1]?.key) && isQuote(tokens[end]?.key)) end++
    const token = tokens[end]
    if (!token || token.isMark) return undefined
    const same = place === 0 ? token.word === word || token.key === word : token.key === word
    if (!same) return undefined
    end++
  }
  return end
}

/** Bodies that everybody knows, by the first word of their names. */
export const bodiesByFirst = once(() => {
  const map = new Map<string, ReturnType<typeof namedBodies>[number][]>()
  for (const body of namedBodies()) {
    const first = body.words[0] as string
    map.set(first, [...(map.get(first) ?? []), body])
  }
  return map
})

/** Past the name of a body that everybody knows, the longest that stands there. */
export function knownBodyEnd(tokens: readonly Token[], at: number): number | undefined {
  const known = bodiesByFirst().get(tokens[at]?.word ?? '') ?? []
  const ends = known.flatMap(({ words }) => wordsEnd(tokens, at, words) ?? [])
  return ends.length > 0 ? Math.max(...ends) : undefined
}
