import { isPreposition, isQuote } from './grammar.ts'
import { type Cue, isCommaKey, isTimeWord, medium, nounLike, pairs, type Scene } from './scene.ts'
import type { Token } from './token.ts'
import { reportingForms } from './words/reporting.ts'

/** Where a content begins, and what it comes after. */
export type Start = Pick<Cue, 'head' | 'from' | 'fromOffset' | 'by'>

export const startAt = (
  tokens: readonly Token[],
  head: number,
  from: number,
  by: Cue['by'],
  skip = 0,
): Start | undefined => {
  const token = tokens[from]
  return (
    token && {
      head,
      from,
      by,
      fromOffset: (by === 'noun' || by === 'preposition' ? token.from : token.start) + skip,
    }
  )
}

/** Past subject, dates and what stands between commas, for verbs whose object is a noun. */
export function objectAfter(scene: Scene, at: number, end: number): Start | undefined {
  const { tokens, mentionAt } = scene
  const isAsked = /^[يت]?طلب/.test(tokens[at]?.word ?? '')
  let next = at + 1
  let hasSubject = false
  for (let steps = 0; steps < 12 && next < end; steps++) {
    const token = tokens[next] as Token
    const mention = mentionAt.get(next)
    if (mention && !hasSubject && token.before === '') {
      next = mention.last
      hasSubject = true
    } else if (mention && hasSubject && token.before === 'و') next = mention.last
    // أكدت مصادر لـ«السنابل» وقوع الغارة: to whom it was said.
    else if (
      mention &&
      token.before === 'ل' &&
      // وكان مصدر أكد لوكالة «السنابل» وقوع الغارة: who says it stands before.
      (mention.kind === 'media' || (hasSubject && isCommaKey(tokens[next - 1]?.key)))
    )
      next = mention.last
    else if (
      hasSubject &&
      token.word === '' &&
      token.before === 'ل' &&
      isQuote(tokens[next + 1]?.key)
    )
      next = (scene.closings.get(next + 1) ?? next) + 1
    else if (!hasSubject && pairs.test(token.word) && tokens[next + 1]) {
      next++
      hasSubject = true
    } else if (
      /^(?:عدد|مجموعه|احد|احدي|بعض|كل)$/.test(token.word) &&
      tokens[next + 1]?.key === 'من' &&
      !hasSubject
    )
      next += 2
    // طلب الوزير من الأمم المتحدة إرسال مراقبين: of whom it is asked.
    else if (isAsked && token.key === 'من' && mentionAt.has(next + 1)) {
      next = mentionAt.get(next + 1)?.last ?? next + 1
      hasSubject = true
    } else if (/^(?:ما|تسمي|يسمي|ب)$/.test(token.key) && !hasSubject) next++
    else if (/^[تي]طلق$/.test(token.key) && tokens[next + 1]?.key === 'علي') {
      // تطلق على نفسها اسم «...»
      next += tokens[next + 3]?.key === 'اسم' ? 4 : 3
      hasSubject = false
    }
    // دان في بيان ما وصفه
    else if (hasSubject && token.key === 'في' && medium.test(tokens[next + 1]?.word ?? ''))
      next += 2
    else if (isQuote(token.key) && (mentionAt.has(next + 1) || scene.endingAt.has(next))) next++
    else if (token.key === '(') {
      while (next < end && tokens[next]?.key !== ')') next++
      next++
    } else if (isCommaKey(token.key)) {
      // A parenthesis between commas is passed over; without a second one it ends what is looked at.
      let close = next + 1
      while (close < end && !isCommaKey(tokens[close]?.key)) close++
      const inner = tokens[next + 1]
      const isAside =
        inner &&
        scene.mentionAt.get(next + 1)?.rule === undefined &&
        (isTimeWord(scene, inner) ||
          isPreposition(inner) ||
          /^(?:هو|هي|وهو|وهي|الذي|التي|في|اشترط|اشترطت|اشترطوا|طلب|طلبت|طلبوا|فضل|فضلت|فضلوا|مشترطا|مشترطه|طالبا|شريطه|وقد)$/.test(
            inner.key,
          ))
      if (isAside && close < end) next = close + 1
      else next++
    } else if (
      isTimeWord(scene, token) ||
      /^(?:ايضا|رسميا|كذلك|مجددا|مرارا|مءخرا|سابقا)$/.test(token.key)
    )
      next++
    else break
  }
  const token = tokens[next]
  if (!token || next >= end || token.isMark) return undefined
  const isThis = /^(?:هذا|هذه|ذلك|تلك)$/.test(token.key) && tokens[next + 1]?.isDefinite
  // نفى ما نشرته الصحف
  const isWhat = token.key === 'ما' && !isPreposition(tokens[next + 1])
  if (isPreposition(token) && !isThis && !isWhat && token.key !== 'اي') return undefined
  if (reportingForms().has(token.word) && !token.isDefinite && !nounLike().has(token.word))
    return undefined
  if (/^(?:و|ف)/.test(token.before)) return undefined
  return { ...startAt(tokens, next, next, 'noun') } as Start
}
