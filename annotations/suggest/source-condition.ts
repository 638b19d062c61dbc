import type { Token } from './token.ts'
import { foldedSet, once } from './words/folded-set.ts'

/** What a source asks for: اشترط عدم ذكر اسمه، فضل عدم الكشف عن هويته. */
export const conditions = once(() =>
  foldedSet(
    'اشترط اشترطت اشترطوا طلب طلبت طلبوا طالبا مشترطا مفضلا رافضا فضل فضلت فضلوا رفض رفضت رفضوا',
  ),
)
const conditionEnds = once(() =>
  foldedSet(
    'اسمه اسمها اسمائهم أسمائهم أسمائها اسميهما هويته هويتها هوياتهم هويتهم هويتيهما اسمهم',
  ),
)
const unnamed = /^[تين](?:سم|كشف|حدد|عرف|ذكر)/
/** اشترط عدم ذكر اسمه, without a comma before it; لم تسمها، لم يكشف عن هويته. */
export function conditionEnd(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.key === 'لم' && unnamed.test(tokens[at + 1]?.key ?? '')) {
    if (/(?:ه|ها|هم)$/.test(tokens[at + 1]?.key ?? '')) return at + 2
    const about = tokens[at + 2]?.key === 'عن' ? at + 3 : at + 2
    if (conditionEnds().has(tokens[about]?.word ?? '')) return about + 1
    if (/^عن(?:ه|ها|هم)$/.test(tokens[at + 2]?.key ?? '')) return at + 3
  }
  if (!conditions().has(tokens[at]?.word ?? '')) return at
  for (let end = at + 1; end < at + 7; end++) {
    const token = tokens[end]
    if (!token || token.isMark) return at
    if (conditionEnds().has(token.word)) return end + 1
  }
  return at
}
