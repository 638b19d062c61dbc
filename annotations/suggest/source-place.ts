import { type At, definiteRun, goesOn, isDateWord, quotedAt } from './grammar.ts'
import { knownBodyEnd } from './known-body.ts'
import { nameEnd } from './person-name.ts'
import { stateEnd } from './place-name.ts'
import { adjectives, near, singular } from './source-adjectives.ts'
import { titlePhrase } from './title-phrase.ts'
import type { Token } from './token.ts'
import { bodyHeads, factionHeads, forceHeads, groupHeads } from './words/bodies.ts'
import { foldedSet, once } from './words/folded-set.ts'
import { saySources } from './words/people.ts'
import { towns } from './words/towns.ts'

/** مصدر مقرب من...، مسؤول في... */
const places = once(() => foldedSet('في من داخل ضمن'))

/** مواقع التواصل، منصات التواصل الاجتماعي */
const isSocial = (tokens: readonly Token[], at: number) =>
  /^(?:مواقع|منصات|شبكات|وساءل)$/.test(tokens[at]?.key ?? '') && tokens[at + 1]?.key === 'التواصل'

/** في وزارة الخارجية الأميركية، مقرب من الحكومة، في لجنة...: where the source is, of the words of institutions. */
export function placeEnd(here: At, at: number, from: number): number {
  const { tokens } = here
  const head = tokens[at]
  const next = tokens[at + 1]
  // مسؤول بالمنطقة
  if (
    head?.before === 'ب' &&
    head.isDefinite &&
    saySources().has(tokens[from]?.bare ?? '') &&
    !tokens[from]?.isDefinite &&
    !isDateWord(head) &&
    !/^(?:القول|فعل|الفعل|التالي|الاضافه|التزامن|التاكيد|الاشاره)$/.test(head.word)
  )
    return definiteRun(tokens, at + 1)
  // قيادي بفصيل عراقي
  const isMember = head?.before === 'ب' && !head.isDefinite && !tokens[from]?.isDefinite
  if (isMember && (factionHeads().has(head.bare) || groupHeads().has(head.bare))) {
    const run = definiteRun(tokens, at + 1)
    return run > at + 1 ? run : adjectives(tokens, at + 1, false)
  }
  // سكان في مراكش
  if (
    head?.key === 'في' &&
    /^(?:سكان|اهالي|شهود|شاهد|ناشطون|نشطاء)$/.test(tokens[from]?.bare ?? '') &&
    !tokens[from]?.isDefinite &&
    next?.before === '' &&
    !next.isMark &&
    (towns().has(next.word) || stateEnd(tokens, at + 1) || tokens[at + 2]?.isMark)
  )
    return stateEnd(tokens, at + 1) ?? at + 2
  if (!head || !next || !(places().has(head.key) || /^(?:باسم.*|علي)$/.test(head.key))) return at
  const state = stateEnd(tokens, at + 1)
  const last = tokens[at - 1]
  const wasNear = last !== undefined && (near().has(last.word) || near().has(singular(last)))
  // مطلع على المفاوضات
  if (head.key === 'علي' && /^مطلع/.test(last?.key ?? '') && goesOn(next))
    return definiteRun(tokens, at + 1)
  if (head.key === 'علي' && !isSocial(tokens, at + 1)) return at
  if (state !== undefined) return wasNear ? state : at
  const quoted = quotedAt(here, at + 1, 5)
  if (quoted && head.key !== 'من') return quoted.after
  if (quoted && wasNear) return quoted.after
  // مصدر أمني في محافظة الأنبار
  if (/^(?:محافظه|مدينه|اقليم|قضاء|مطار|قاعده)$/.test(next.key)) return nameLike(tokens, at + 2)
  // مصدر طبي في البصرة
  if (head.key === 'في' && towns().has(next.word) && /^مص/.test(tokens[from]?.bare ?? ''))
    return at + 2
  // ناشطون على مواقع التواصل الاجتماعي
  if (head.key === 'علي' && isSocial(tokens, at + 1)) return definiteRun(tokens, at + 2)
  // مسؤولان سابقان في البنتاغون
  const known = knownBodyEnd(tokens, at + 1)
  if (known !== undefined && (next.before === '' || wasNear)) return definiteRun(tokens, known)
  const isBody = bodyHeads().has(next.bare) || forceHeads().has(next.bare)
  if (isBody && next.before === '') {
    const past = next.isDefinite ? at + 1 : pastHeads(tokens, at + 2)
    // في مكتب رئيس الوزراء
    const title = next.isDefinite ? undefined : titlePhrase(here, past)
    const owner = next.isDefinite || title ? undefined : nameEnd(tokens, past, false)
    return title ? title.end : (owner ?? definiteRun(tokens, past))
  }
  if (wasNear || head.key !== 'من') {
    const title = titlePhrase(here, at + 1)
    if (title) return title.end
    if (wasNear) return nameEnd(tokens, at + 1, false) ?? definiteRun(tokens, at + 1) ?? at
  }
  return at
}

/** Past the one or two words of a place's name. */
const nameLike = (tokens: readonly Token[], at: number) =>
  goesOn(tokens[at]) ? definiteRun(tokens, at) : tokens[at] && !tokens[at]?.isMark ? at + 1 : at

export const pastHeads = (tokens: readonly Token[], at: number) => {
  let end = at
  while (
    tokens[end] &&
    !tokens[end]?.isMark &&
    bodyHeads().has(tokens[end]?.bare ?? '') &&
    tokens[end]?.before === ''
  )
    end++
  return end
}
