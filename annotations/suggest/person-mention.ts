import { genderOf } from './gender.ts'
import type { At } from './grammar.ts'
import type { Mention } from './mention.ts'
import type { Token } from './token.ts'

/** A mention of the words from `first` to before `last`, its gender by the first of them. */
export const personMention = (
  { tokens }: At,
  first: number,
  last: number,
  rest: Pick<Mention, 'kind' | 'rule'>,
): Mention => ({
  start: (tokens[first] as Token).from,
  end: (tokens[last - 1] as Token).end,
  first,
  last,
  ...rest,
  ...genderOf(tokens[first] as Token),
})
