import type { Stretch } from '../text/paragraphs.ts'
import type { At } from './grammar.ts'
import type { Mention } from './mention.ts'
import type { Token } from './token.ts'
import { foldedSet, once } from './words/folded-set.ts'
import type { VerbForm } from './words/verb-form.ts'

/** A reporting word that has found its content. */
export type Cue = {
  readonly at: number
  readonly form: VerbForm
  /** What is written of it: the verb, and its preposition where that stands right after (مشيرا إلى). */
  readonly span: Stretch
  /** A second part: جدد ... دعوته. */
  readonly second?: Stretch
  /** Past the last word before the content: between the verb and this stand subject, date and medium. */
  readonly head: number
  /** The token the content begins with, and where in it. */
  readonly from: number
  readonly fromOffset: number
  /** What the content comes after. */
  readonly by: 'clause' | 'colon' | 'quotation' | 'noun' | 'preposition'
}

/** An article read: its actors by the token they begin with, and by the one after their last. */
export type Scene = At & {
  readonly text: string
  readonly mentionAt: ReadonlyMap<number, Mention>
  readonly endingAt: ReadonlyMap<number, Mention>
  /** The tokens of its dates. */
  readonly dated: ReadonlySet<Token>
}

const complementisers = once(() =>
  foldedSet(
    'أن إن أنه أنها إنه إنها أنهم إنهم أنهما إنهما أنهن أنني إنني أننا إننا أنك بأن بأنه بأنها بأنهم بأننا بأنني أنّ إنّ',
  ),
)
const relatives = once(() => foldedSet('الذي التي الذين اللذان اللذين اللتان اللتين'))
/** Letters that are a noun or a preposition as often as a verb: they open a clause, or follow what does. */
export const nounLike = once(() =>
  foldedSet(
    'ذكر كشف رفض نقل طلب أمر رد وصف وعد حث حض تابع كتب علق شك تحدث حذر نبه عد قدر سأل بين عبر متحدثا كاتبا مقترحا طالبا حمل دان شرح فسر برر',
  ),
)
export const isComplementiser = (token: Token | undefined) =>
  token !== undefined && !token.isMark && complementisers().has(token.key)
export const isCommaKey = (key: string | undefined) => key === '،' || key === ','

export const isRelative = (token: Token | undefined) =>
  token !== undefined && relatives().has(token.key)

/** الوزيران، الجانبان: two who were named before. */
export const pairs = /^ال(?:وزير|رءيس|جانب|طرف|بلد|زعيم|دول|مسءول)ت?ان$/

/** What somebody says a thing in. */
export const medium =
  /^(?:بيان|بيانات|تصريح|تصريحات|كلمه|خطاب|تغريده|منشور|مقابله|رساله|تقرير|مءتمر|تدوينه|حديث|لقاء|حوار|وثيقه|نص|مذكره|اعلان|مسوده|برقيه|استطلاع|دراسه)$/

/** جاء في بيان، ورد في تقرير. */
export const isWrittenIn = (tokens: readonly Token[], at: number) =>
  /^(?:جاء|جاءت|ورد|وردت)$/.test(tokens[at]?.word ?? '') &&
  tokens[at + 1]?.key === 'في' &&
  medium.test(tokens[at + 2]?.bare ?? '')

const times = once(() =>
  foldedSet(
    'اليوم أمس غدا الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الماضي الماضية المقبل صباح مساء فجر ظهر عصر ليل الجاري أول',
  ),
)
export const isTimeWord = ({ dated }: Scene, token: Token) =>
  times().has(token.word) || dated.has(token)
