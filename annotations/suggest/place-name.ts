import type { Token } from './token.ts'
import { states } from './words/states.ts'

/** A state or a capital by one word. */
export const isPlaceName = ({ word }: Token) =>
  states().names.has(word) || states().capitals.has(word)

/** Past the name of a state of up to three words. */
export function stateEnd(tokens: readonly Token[], at: number): number | undefined {
  const words: string[] = []
  let end: number | undefined
  for (let next = at; next < at + 4; next++) {
    const token = tokens[next]
    if (!token || token.isMark || (next > at && token.before !== '')) break
    words.push(token.word)
    const name = words.join(' ')
    if (states().names.has(name) || states().capitals.has(name)) end = next + 1
  }
  return end
}
