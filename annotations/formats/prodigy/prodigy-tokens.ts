import type { Stretch } from '../../text/paragraphs.ts'
import { tokensOf } from '../exchange/tokens.ts'

export type ProdigyToken = Stretch & { ws: boolean }

/**
 * Tokens that rebuild the text and whose edges are also those of every span: words are cut where an annotation cuts
 * them, a single space belongs to the token before it, other white space is a token. UTF-16 offsets.
 */
export function prodigyTokens(text: string, spans: readonly Stretch[]): ProdigyToken[] {
  const starts = new Set(spans.map(({ start }) => start))
  const ends = new Set(spans.map(({ end }) => end))
  const edges = new Set([0, text.length, ...starts, ...ends])
  for (const { start, end } of tokensOf(text)) edges.add(start).add(end)
  const sorted = [...edges].sort((a, b) => a - b)
  const tokens: ProdigyToken[] = []
  for (let at = 1; at < sorted.length; at++) {
    const [start, end] = [sorted[at - 1] as number, sorted[at] as number]
    const last = tokens.at(-1)
    const isPlainSpace = text.slice(start, end) === ' ' && !starts.has(start) && !ends.has(end)
    if (last && !last.ws && isPlainSpace) last.ws = true
    else tokens.push({ start, end, ws: false })
  }
  return tokens
}
