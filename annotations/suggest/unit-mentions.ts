import { alliesEnd } from './allies.ts'
import { bodyMention } from './body-mentions.ts'
import { type At, definiteRun, goesOn } from './grammar.ts'
import { knownBodyEnd } from './known-body.ts'
import type { Mention } from './mention.ts'
import { isUnit } from './title-phrase.ts'

/** اللواء 45 في الحشد الشعبي، الفرقة السابعة، الفوج الثاني التابع لـ...: what of an army goes by a number. */
export function unitMentions(here: At): Mention[] {
  const { tokens } = here
  return tokens.flatMap((token, at): Mention[] => {
    const next = tokens[at + 1]
    if (token.isMark || !isUnit(token) || !next || next.isMark) return []
    const isNumbered = /^\p{Nd}+$/u.test(next.key)
    // The general and the brigade are one word: اللواء الركن.
    if (
      !isNumbered &&
      !(
        goesOn(next) && /^ال(?:اول|ثان|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|حادي)/.test(next.key)
      )
    )
      return []
    const bare = isNumbered ? at + 2 : definiteRun(tokens, at + 1)
    // الفرقة السابعة مشاة
    const run = /^(?:مشاه|مدرعه?|مظليه?|اليه)$/.test(tokens[bare]?.key ?? '') ? bare + 1 : bare
    const within = tokens[run]?.key === 'في' ? knownBodyEnd(tokens, run + 1) : undefined
    const of = tokens[run]?.before === 'ب' ? knownBodyEnd(tokens, run) : undefined
    const last = within ?? of ?? alliesEnd(tokens, run)
    const kind = last > run ? 'armed-group' : 'government-body'
    return [bodyMention(here, at, last, kind, 'force')]
  })
}
