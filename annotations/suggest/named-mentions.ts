import { alliesEnd } from './allies.ts'
import { bodyMention } from './body-mentions.ts'
import { type At, definiteRun, goesOn, isReportingWord, looksPresent } from './grammar.ts'
import { bodiesByFirst, wordsEnd } from './known-body.ts'
import type { ActorKind, Mention } from './mention.ts'
import { stateEnd } from './place-name.ts'
import type { Token } from './token.ts'
import { states } from './words/states.ts'

const isNational = ({ bare }: Token) => states().adjectives.has(bare)

const placeHead = /^(?:قضاء|ميناء|مدينه|مركز|منطقه|بلده|جزيره|ناحيه|قريه|محافظه)$/
/** Bodies and groups that everybody knows by name; a state's adjective after it is of the name. */
export function namedMentions(here: At): Mention[] {
  const { tokens } = here
  return tokens.flatMap((token, at): Mention[] =>
    token.isMark
      ? []
      : (bodiesByFirst().get(token.word) ?? []).flatMap(({ words, kind }) => {
          const end = wordsEnd(tokens, at, words)
          if (end === undefined) return []
          // قضاء الفاو
          if (words.length === 1 && placeHead.test(tokens[at - 1]?.bare ?? '')) return []
          if (token.bare === 'خارجيه' && words.length === 1 && goesOn(tokens[at - 1])) return []
          const next = tokens[end]
          const run = next && goesOn(next) && isNational(next) ? end + 1 : end
          const rule = kind === 'armed-group' ? 'group' : 'body'
          // حركة حماس المدعومة من إيران
          const last = tokens[run]?.isDefinite ? alliesEnd(tokens, run) : run
          // حركة أنصار الله الأوفياء، «جماعة الحوثي»: its head is of the name; of تنظيم «داعش» it is not.
          const head = tokens[at - 1]
          const isHeaded =
            rule === 'group' &&
            /^(?:حركه|جماعه|كتاءب|ميليشيا)$/.test(head?.bare ?? '') &&
            !head?.isDefinite
          // حزب نداء كذا العلماني، نادي كذا الإنجليزي
          const isOwned =
            kind === 'organisation' &&
            /^(?:حزب|حركه|تيار|تحالف|اءتلاف|نادي|فريق|شركه|منظمه|مجموعه|تجمع)$/.test(
              head?.bare ?? '',
            ) &&
            !head?.isDefinite
          if (isOwned)
            return [bodyMention(here, at - 1, definiteRun(tokens, end), 'organisation', rule)]
          // كتائب حزب الله ـ العراق
          const dash = /^[-–—ـ]$/.test(tokens[last]?.key ?? '')
            ? stateEnd(tokens, last + 1)
            : undefined
          const isBranch = isHeaded && dash !== undefined && last === end
          if (isBranch) return [bodyMention(here, at - 1, dash, kind as ActorKind, rule)]
          return [bodyMention(here, isHeaded ? at - 1 : at, last, kind as ActorKind, rule)]
        }),
  )
}

/** الجانب الأميركي، الطرف العراقي: a state by the side it is of. */
export function sideMentions(here: At): Mention[] {
  const { tokens } = here
  return tokens.flatMap((token, at): Mention[] => {
    const next = tokens[at + 1]
    if (token.isMark || !token.isDefinite || !/^(?:جانب|طرف|مفاوض|شعب)$/.test(token.bare)) return []
    const name = next && goesOn(next) ? states().adjectives.get(next.bare) : undefined
    if (name === undefined) return []
    return [{ ...bodyMention(here, at, at + 2, 'state', 'state'), name }]
  })
}

/** أن الاحتلال دأب على كذا، والاحتلال يستهدف: an occupier by its deed, where it is who does or says something. */
export function occupier(here: At): Mention[] {
  const { tokens } = here
  return tokens.flatMap((token, at): Mention[] => {
    if (token.bare !== 'احتلال' || !token.isDefinite || goesOn(tokens[at + 1])) return []
    const before = tokens[at - 1]
    const next = tokens[at + 1]
    const acts = next !== undefined && (looksPresent(next) || isReportingWord(next))
    const opens = /^(?:ان|لان|لكن|بان)$/.test(before?.key ?? '') || isReportingWord(before)
    if (!opens && !(acts && token.before !== 'ل' && !goesOn(before))) return []
    return [{ ...bodyMention(here, at, at + 1, 'state', 'state'), name: 'إسرائيل' }]
  })
}

const coalition = new Set(['تقوده', 'يقوده', 'تقودها', 'بقياده'])
/** التحالف العسكري الذي تقوده الولايات المتحدة */
export function coalitionMentions(here: At): Mention[] {
  const { tokens } = here
  return tokens.flatMap((token, at): Mention[] => {
    if (token.isMark || token.bare !== 'تحالف') return []
    // تحالف تقوده السعودية
    if (!token.isDefinite) {
      const by = coalition.has(tokens[at + 1]?.key ?? '') ? at + 2 : at + 3
      const isLed = coalition.has(tokens[by - 1]?.key ?? '') && !tokens[at + 1]?.isMark
      const of = isLed ? stateEnd(tokens, by) : undefined
      return of === undefined ? [] : [bodyMention(here, at, of, 'organisation', 'body')]
    }
    const isForces = /^(?:قوات|دول|قياده)$/.test(tokens[at - 1]?.word ?? '')
    const first = isForces ? at - 1 : at
    // مهمة التحالف العسكرية: the adjective is of the mission.
    const isOther = /يه$/.test(tokens[at + 1]?.bare ?? '')
    const run = isOther ? at + 1 : definiteRun(tokens, at + 1)
    const led =
      tokens[run]?.key === 'الذي' && coalition.has(tokens[run + 1]?.key ?? '')
        ? run + 2
        : coalition.has(tokens[run]?.key ?? '')
          ? run + 1
          : undefined
    const state = led === undefined ? undefined : stateEnd(tokens, led)
    return [bodyMention(here, first, state ?? run, 'organisation', 'body', tokens[first])]
  })
}

const holds = /^(?:يد|سيطره|سلطه|سلطات|احتكار|ان|انها)$/
/** حصر السلاح بيد الدولة، أن الدولة هي...: the state one writes in, by what it holds or is said to be. */
export function ownState(here: At): Mention[] {
  const { tokens } = here
  return tokens.flatMap((token, at): Mention[] => {
    if (token.key !== 'الدوله' || !holds.test(tokens[at - 1]?.word ?? '')) return []
    if (goesOn(tokens[at + 1])) return []
    return [bodyMention(here, at, at + 1, 'government-body', 'body')]
  })
}
