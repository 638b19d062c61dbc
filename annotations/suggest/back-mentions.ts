import { bodyMention } from './body-mentions.ts'
import { type At, definiteRun } from './grammar.ts'
import type { Mention } from './mention.ts'

const heads = /^(?:تنظيم|حزب|حركه|جماعه|فصيل|ميليشيا|مليشيا)$/

/** التنظيم، للحزب: after a group was named, the word of its kind stands for it, as الوكالة does for an agency. */
export function backMentions(here: At, named: readonly Mention[]): Mention[] {
  const { tokens } = here
  const groups = named.filter(({ kind, rule }) => rule === 'group' && kind !== 'person')
  return tokens.flatMap((token, at): Mention[] => {
    if (token.isMark || !token.isDefinite || !heads.test(token.bare)) return []
    const says = (one: Mention) =>
      (token.bare === 'تنظيم' && one.kind === 'armed-group') ||
      tokens.slice(one.first, one.last).some(({ word }) => word === token.bare)
    if (!groups.some(one => one.last <= at && says(one))) return []
    return [bodyMention(here, at, definiteRun(tokens, at + 1), 'armed-group', 'faction')]
  })
}
