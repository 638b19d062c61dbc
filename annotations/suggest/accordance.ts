import type { Stretch } from '../text/paragraphs.ts'
import { genderOf } from './gender.ts'
import { definiteRun, isDateWord, isPreposition, isQuote } from './grammar.ts'
import type { Mention } from './mention.ts'
import { isRelative, type Scene } from './scene.ts'
import type { Token } from './token.ts'
import { foldedSet, once } from './words/folded-set.ts'

/** بحسب X: whom a stretch is according to. Token indices; `after` is past the source. */
export type Accordance = {
  readonly at: number
  readonly span: Stretch
  readonly source: Mention
  readonly outer?: Mention
  readonly after: number
}

const single = once(() => foldedSet('بحسب حسب وفق وبحسب وحسب ووفق بحسبما حسبما وفقما'))
const first = once(() => foldedSet('وفقا ووفقا طبقا نقلا ونقلا استنادا'))
const says = once(() =>
  foldedSet(
    'قال قالت ذكر ذكرت أكد أكدت أكده أكدته ذكره ذكرته أعلن أعلنت أعلنه أعلنته نقل نقلت نقله نقلته أورد أوردت أورده أوردته أفاد أفادت أوضح أوضحت كشف كشفت قاله قالته نشرت نشرته نشره صرح أوضحه أوضحته كشفه كشفته جاء ورد نقلا يقول تقول',
  ),
)
/** What of somebody it is according to: أرقام، بيان، تصريحات. */
const words = once(() =>
  foldedSet(
    'أرقام بيان بيانات تصريحات تصريح تقديرات تقرير تقارير إحصاءات إحصائيات معلومات مصادر قول تعبير وصف رواية كلام ما وسائل نص مسودة',
  ),
)

/** What is kept to, and says nothing: وفق القرار، بحسب الاتفاق. */
const rulings = once(() =>
  foldedSet(
    'قرار اتفاق اتفاقية قانون دستور خطة جدول برنامج شرط شروط معايير نظام موعد مواعيد أصول إجراءات حاجة ظروف',
  ),
)

const phraseEnd = (tokens: readonly Token[], at: number): number | undefined => {
  const token = tokens[at] as Token
  const next = tokens[at + 1]
  if (token.isMark || !next) return undefined
  const { key } = token
  if (single().has(key)) return at + 1
  if (first().has(key)) {
    if (next.key === 'عن' || next.key === 'الي') return at + 2
    return next.before.endsWith('ل') || next.key.startsWith('ل') ? at + 1 : undefined
  }
  if (
    key === 'علي' &&
    next.key === 'حد' &&
    /^(?:قول|تعبير|وصف|زعم)/.test(tokens[at + 2]?.key ?? '')
  )
    return at + 3
  if (key === 'كما' && says().has(next.key)) return at + 2
  if (key === 'في' && /^(?:راي|نظر)$/.test(next.key)) return at + 2
  return undefined
}

/** A noun phrase that no rule knows, as the one who says something. */
export function unknownSubject(
  tokens: readonly Token[],
  at: number,
  longest = 6,
): Mention | undefined {
  let last = at
  for (; last < at + longest; last++) {
    const token = tokens[last]
    if (!token || token.isMark || isPreposition(token)) break
    // قال نبيل الكرخي أمس
    if (last > at && isDateWord(token)) break
    // To whom it was said: للصحفيين.
    if (last > at && (token.before !== '' || /^لل/.test(token.written))) break
  }
  const head = tokens[at]
  if (last === at || !head || head.word.length < 2) return undefined
  const end = (tokens[last - 1] as Token).end
  return {
    start: head.from,
    end,
    first: at,
    last,
    kind: 'other',
    rule: 'subject',
    ...genderOf(head),
  }
}

/** The phrase of accordance at a token, with its source; nothing without one. */
export function accordanceAt(scene: Scene, at: number): Accordance | undefined {
  const { tokens, mentionAt } = scene
  let next = phraseEnd(tokens, at)
  if (next === undefined) return undefined
  const token = tokens[at] as Token
  let cueEnd = (tokens[next - 1] as Token).end
  for (let steps = 0; steps < 4; steps++) {
    if (mentionAt.has(next) && !words().has(tokens[next]?.word ?? '')) break
    if (isQuote(tokens[next]?.key) && mentionAt.has(next + 1)) {
      next++
      break
    }
    const word = tokens[next]
    if (!word || word.isMark) break
    if (says().has(word.key)) cueEnd = word.end
    const isFiller =
      words().has(word.word) ||
      says().has(word.key) ||
      /^(?:به|عن|في|ل|صادر|صادره|رسمي|رسميه)$/.test(word.key)
    const isSource = mentionAt.has(next)
    if (isSource || !isFiller) break
    next++
  }
  // وفق بيان لمكتبه
  const isOf = /^ل[^ل]/.test(tokens[next]?.key ?? '') && words().has(tokens[next - 1]?.word ?? '')
  const source = mentionAt.get(next) ?? unknownSubject(tokens, isOf ? next - 1 : next, 4)
  if (
    !source ||
    (source.rule === 'subject' &&
      !tokens[next]?.isDefinite &&
      !words().has(tokens[next - 1]?.word ?? '')) ||
    (source.rule === 'subject' && tokens[next - 1]?.key === 'ما') ||
    // كما أفادت تقارير ببدء كذا: what they say, and nobody.
    (source.rule === 'subject' && /^ب.../.test(tokens[next]?.key ?? '')) ||
    (source.rule === 'subject' && rulings().has(tokens[next]?.bare ?? ''))
  )
    return undefined
  let after = Math.max(source.last, definiteRun(tokens, source.last))
  if (isQuote(tokens[after]?.key)) after++
  const span = { start: token.before === 'و' ? token.from : token.start, end: cueEnd }
  // وفق ما نقلت رويترز عن مصدر: the one after عن is who said it.
  const inner = tokens[after]?.key === 'عن' ? mentionAt.get(after + 1) : undefined
  if (inner && source.kind === 'media')
    return { at, span, source: inner, outer: source, after: inner.last }
  if (isRelative(tokens[after])) return { at, span, source, after }
  return { at, span, source, after }
}
