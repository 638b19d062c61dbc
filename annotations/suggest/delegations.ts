import { bodyMention } from './body-mentions.ts'
import { type At, definiteRun, goesOn, isPreposition } from './grammar.ts'
import { knownBodyEnd } from './known-body.ts'
import type { Mention } from './mention.ts'
import { stateEnd } from './place-name.ts'
import type { Token } from './token.ts'
import { bodyHeads } from './words/bodies.ts'

const heads = /^(?:وفد|وفدا|وفود|وفدي|وفدان|وفدين)$/

/** Past the words without article that say what a delegation is like: قيادي، أمنيا، رفيع المستوى. */
function qualities(tokens: readonly Token[], at: number): number {
  let end = at
  while (
    end < at + 3 &&
    tokens[end] &&
    !tokens[end]?.isMark &&
    tokens[end]?.before === '' &&
    !isPreposition(tokens[end]) &&
    /(?:ي|يا|ين|يين|ون|ا|رفيع)$/.test(tokens[end]?.key ?? '')
  )
    end++
  return tokens[end]?.key === 'المستوي' ? end + 1 : end
}

/** وفد من حركة...، وفدا قياديا من حماس، وفد أمني بالوزارة: with whose it is. */
export function delegations(here: At): Mention[] {
  const { tokens } = here
  return tokens.flatMap((token, at): Mention[] => {
    if (token.isMark || token.isDefinite || !heads.test(token.bare)) return []
    const like = qualities(tokens, at + 1)
    const from = tokens[like]
    // وفد من الوزارة: by whose it is alone.
    const isOf = like > at + 1 && (from?.key === 'من' || from?.before === 'ب')
    const owner = from?.key === 'من' ? like + 1 : like
    const isBody = goesOn(tokens[owner]) && bodyHeads().has(tokens[owner]?.bare ?? '')
    const whose = !isOf
      ? undefined
      : (knownBodyEnd(tokens, owner) ??
        stateEnd(tokens, owner) ??
        (isBody ? definiteRun(tokens, owner) : undefined))
    const last = whose ?? like
    return last > at + 1 ? [bodyMention(here, at, last, 'organisation', 'body')] : []
  })
}
