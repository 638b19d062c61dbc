import { type At, isReportingWord } from './grammar.ts'
import type { Mention } from './mention.ts'
import { stateEnd } from './place-name.ts'
import type { Token } from './token.ts'
import { towns } from './words/towns.ts'

const complementisers = /^(?:ان|انها|انه|انهم|بان|بانه|بانها|قد)$/

/** Past في العراق، في إقليم كردستان، بالعراق. */
function placeEnd(tokens: readonly Token[], at: number): number | undefined {
  const from = tokens[at]?.key === 'في' ? at + 1 : at
  if (from === at && tokens[at]?.before !== 'ب') return undefined
  if (tokens[from]?.word === 'اقليم' && towns().has(tokens[from + 1]?.word ?? '')) return from + 2
  return stateEnd(tokens, from)
}

/**
 * أعلنت كتائب النهر في العراق أنها: between the verb and what is said a place belongs to the name of who says it;
 * elsewhere it is where something happens.
 */
export function withPlace({ tokens }: At, mention: Mention): Mention {
  if (!/^(?:body|group|force|faction)$/.test(mention.rule)) return mention
  if (!isReportingWord(tokens[mention.first - 1])) return mention
  const last = placeEnd(tokens, mention.last)
  const next = tokens[last ?? 0]
  if (last === undefined || !next) return mention
  if (!/^[،,]$/.test(next.key) && !complementisers.test(next.key)) return mention
  return { ...mention, last, end: (tokens[last - 1] as Token).end }
}
