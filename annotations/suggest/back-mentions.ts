import { bodyMention } from './body-mentions.ts'
import { type At, definiteRun, goesOn } from './grammar.ts'
import type { Mention } from './mention.ts'
import { bodyHeads } from './words/bodies.ts'

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

/** Kingdoms: المملكة after one of them was named. */
const kingdoms = new Set(['السعودية', 'الأردن', 'المغرب', 'البحرين', 'بريطانيا'])

/** المركز، المنظمة، المملكة: the word a body or a state was named by, alone, once it was named in full. */
export function backBodies(here: At, named: readonly Mention[]): Mention[] {
  const { tokens } = here
  return tokens.flatMap((token, at): Mention[] => {
    if (token.isMark || !token.isDefinite) return []
    if (token.bare !== 'مملكه' && !bodyHeads().has(token.bare)) return []
    // تضمن اللجنة الانتقال: what comes next is no adjective.
    if (definiteRun(tokens, at + 1) > at + 1) return []
    if (goesOn(tokens[at - 1]) && token.before === '') return []
    const before = named.filter(one => one.last <= at)
    if (token.bare === 'مملكه') {
      const state = before.find(({ kind, name }) => kind === 'state' && kingdoms.has(name ?? ''))
      return state
        ? [{ ...bodyMention(here, at, at + 1, 'state', 'state'), name: state.name ?? '' }]
        : []
    }
    const same = (one: Mention) =>
      (one.rule === 'body' && one.last - one.first > 1 && tokens[one.first]?.bare === token.bare) ||
      (token.bare === 'منظمه' && one.rule === 'body' && one.kind === 'organisation')
    const full = before.findLast(same)
    return full ? [bodyMention(here, at, at + 1, full.kind, 'body')] : []
  })
}
