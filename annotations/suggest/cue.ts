import type { Stretch } from '../text/paragraphs.ts'
import { type At, isPreposition, isQuote } from './grammar.ts'
import type { Mention } from './mention.ts'
import type { Token } from './token.ts'
import { foldedSet, once } from './words/folded-set.ts'
import { isUnsureForm, reportingForms, type VerbForm } from './words/reporting.ts'

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
}

const complementisers = once(() =>
  foldedSet('أن إن أنه أنها إنه إنها أنهم إنهم أنهما إنهما أنهن أنني إنني أننا إننا أنك بأن بأنه بأنها بأنهم بأننا بأنني أنّ إنّ'),
)
const relatives = once(() => foldedSet('الذي التي الذين اللذان اللذين اللتان اللتين'))
/** Letters that are a noun or a preposition as often as a verb: they open a clause, or follow what does. */
const nounLike = once(() =>
  foldedSet('ذكر كشف رفض نقل طلب أمر رد وصف وعد حث حض تابع كتب علق شك تحدث حذر نبه عد قدر سأل بين عبر متحدثا كاتبا مقترحا طالبا'),
)
const openersOfClauses = once(() =>
  foldedSet('قد فقد لقد وقد كما فيما بينما حين عندما حيث إذ ثم جانبه جانبها جهته جهتها بدوره بدورها كان كانت وكان وكانت الذي التي الذين ما ومن لكنه لكنها لكن السياق الأثناء المقابل سبق أن'),
)
/** What is not said: عدم ذكر اسمه. */
const beforeNouns = once(() => foldedSet('عدم دون حد سبيل على في من إلى عن بعد قبل عند إثر عقب أي كل لم لن لا'))

export const isComplementiser = (token: Token | undefined) =>
  token !== undefined && !token.isMark && complementisers().has(token.key)
/** فإن and وإن open a clause of their own. */
const isCommaKey = (key: string | undefined) => key === '،' || key === ','

export const isRelative = (token: Token | undefined) =>
  token !== undefined && relatives().has(token.key)

function formAt({ tokens, mentionAt }: Scene, at: number, sentence: Stretch): VerbForm | undefined {
  const token = tokens[at]
  if (!token || token.isMark || token.isDefinite || /[بكلس]/.test(token.before)) return undefined
  const form = reportingForms().get(token.word)
  if (!form || mentionAt.has(at)) return undefined
  if (isUnsureForm(token.word) && !isComplementiser(tokens[at + 1])) return undefined
  const before = tokens[at - 1]
  const opens = at === sentence.start || before?.isMark || token.before !== ''
  if (form.form === 'participle') {
    if (opens || token.word === 'قاءلا' || token.word === 'قاءله') return form
    return isComplementiser(tokens[at + 1]) ? form : undefined
  }
  if (!opens && before && beforeNouns().has(before.key)) return undefined
  if (nounLike().has(token.word)) {
    const after = mentionAt.has(at - 1) || (before !== undefined && openersOfClauses().has(before.key))
    if (!opens && !after) return undefined
  }
  return form
}

/** Where a quotation opens that says something, and is not a name. */
function speechAt(scene: Scene, at: number): number | undefined {
  const { tokens, closings, mentionAt } = scene
  if (!isQuote(tokens[at]?.key)) return undefined
  const close = closings.get(at)
  if (close === undefined || mentionAt.has(at) || mentionAt.has(at + 1)) {
    const inner = mentionAt.get(at + 1)
    if (close === undefined || mentionAt.has(at) || (inner && inner.last >= close)) return undefined
  }
  return close - at > 3 ? close : undefined
}

const isConditional = (tokens: readonly Token[], at: number) =>
  tokens[at]?.key === 'ان' && /^(?:لم|كان|كانت|لا)$/.test(tokens[at + 1]?.key ?? '')

/** The longest way between a verb and its content, in words and marks. */
const reach = 48

type Start = Pick<Cue, 'head' | 'from' | 'fromOffset' | 'by'>

const startAt = (tokens: readonly Token[], head: number, from: number, by: Cue['by'], skip = 0): Start | undefined => {
  const token = tokens[from]
  return token && { head, from, by, fromOffset: (by === 'noun' || by === 'preposition' ? token.from : token.start) + skip }
}

/** Past subject, dates and what stands between commas, for verbs whose object is a noun. */
function objectAfter(scene: Scene, at: number, end: number): Start | undefined {
  const { tokens, mentionAt } = scene
  let next = at + 1
  let hasSubject = false
  for (let steps = 0; steps < 12 && next < end; steps++) {
    const token = tokens[next] as Token
    const mention = mentionAt.get(next)
    if (mention && !hasSubject && token.before === '') {
      next = mention.last
      hasSubject = true
    } else if (/^(?:ما|تسمي|يسمي|ب)$/.test(token.key) && !hasSubject) next++
    else if (isQuote(token.key) && (mentionAt.has(next + 1) || scene.endingAt.has(next))) next++
    else if (token.key === '(') {
      while (next < end && tokens[next]?.key !== ')') next++
      next++
    } else if (isCommaKey(token.key)) {
      // A parenthesis between commas is passed over; without a second one it ends what is looked at.
      let close = next + 1
      while (close < end && !isCommaKey(tokens[close]?.key)) close++
      const inner = tokens[next + 1]
      const isAside = inner && (scene.mentionAt.get(next + 1)?.rule === undefined) && (isTimeWord(inner) || isPreposition(inner) || /^(?:هو|هي|وهو|وهي|الذي|التي|في)$/.test(inner.key))
      if (isAside && close < end) next = close + 1
      else next++
    } else if (isTimeWord(token) || /^(?:ايضا|رسميا|كذلك|مجددا|مرارا|مءخرا|سابقا)$/.test(token.key)) next++
    else break
  }
  const token = tokens[next]
  if (!token || next >= end || token.isMark || isPreposition(token)) return undefined
  if (reportingForms().has(token.word) && !token.isDefinite) return undefined
  if (/^(?:و|ف)/.test(token.before)) return undefined
  return { ...startAt(tokens, next, next, 'noun') } as Start
}

const times = once(() =>
  foldedSet('اليوم أمس غدا الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الماضي الماضية المقبل صباح مساء فجر ظهر عصر ليل الجاري أول'),
)
export const isTimeWord = (token: Token) => times().has(token.word)

/** A masdar with a pronoun that says what the verb says again: جدد دعوته لـ، كرر رفضه. */
const again = once(() =>
  foldedSet('دعوته دعوتها دعوتهم تأكيده تأكيدها رفضه رفضها مطالبته مطالبتها تحذيره تحذيرها التزامه التزامها تمسكه تمسكها اتهامه اتهامها إدانته إدانتها استعداده استعدادها'),
)

/** Where the content of a reporting word begins, if what follows is a content at all. */
function contentStart(scene: Scene, at: number, form: VerbForm, end: number): Start | undefined {
  const { tokens } = scene
  const { verb } = form
  const prepositions = verb.preposition?.split(' ') ?? []
  for (let next = at + 1; next < Math.min(end, at + reach); next++) {
    const token = tokens[next] as Token
    if (isComplementiser(token) && !isConditional(tokens, next)) {
      const after = token.key.startsWith('ب') && verb.preposition === 'من' ? undefined : next + 1
      return after && startAt(tokens, next, after, 'clause')
    }
    if (token.key === ':' && !/\p{Nd}/u.test(tokens[next + 1]?.key[0] ?? '') && next - at < 30)
      return startAt(tokens, next, next + 1, 'colon')
    if (speechAt(scene, next) !== undefined && (next === at + 1 || verb.needs === 'clause' || scene.mentionAt.has(next - 1) || isCommaKey(tokens[next - 1]?.key))) {
      const close = scene.closings.get(next) as number
      // «حزب الله» إن: what a clause follows is no speech.
      if (close - next > 5 || tokens[close + 1]?.isMark) return startAt(tokens, next, next, 'quotation')
    }
    const joined = prepositions.find(one => one.length === 1 && token.before.endsWith(one))
    const loose = prepositions.find(one => one.length > 1 && token.key === fold(one))
    // بيان، تصريح after في: where it was said.
    if (verb.needs === 'preposition' && !isTimeWord(tokens[next + 1] ?? token)) {
      if (joined && token.word === '') return startAt(tokens, next, next + 1, 'preposition')
      if (joined && !scene.mentionAt.has(next)) return startAt(tokens, next, next, 'preposition')
      if (joined && next === at + 1) return startAt(tokens, next, next, 'preposition')
      const plain = prepositions.includes('ب') && next <= at + 10 && /^ب..../.test(token.key) && token.before === '' && !scene.mentionAt.has(next) && !scene.mentionAt.has(next - 1 === at ? -1 : next) && !/^(?:بيان|بلاد|بيت|بعض|بين|بينما|بعد|برلمان|بدوره)/.test(token.key)
      if (plain && next > at) return startAt(tokens, next, next, 'preposition', 1)
      if (loose && !isComplementiser(tokens[next + 1])) return startAt(tokens, next, next + 1, 'preposition')
    }
    const other = next > at + 1 && !isRelative(tokens[next - 1]) ? reportingForms().get(token.word) : undefined
    if (other && other.form !== 'participle' && !token.isDefinite && !scene.mentionAt.has(next) && !nounLike().has(token.word) && (token.before !== '' || isCommaKey(tokens[next - 1]?.key)) && !/[بل]/.test(token.before))
      break
    if (other?.form === 'participle' && isCommaKey(tokens[next - 1]?.key)) break
  }
  if (verb.needs !== 'noun') return undefined
  return objectAfter(scene, at, end)
}

const fold = (preposition: string) => preposition.replace('ى', 'ي').replace('إ', 'ا')

function cueAt(scene: Scene, at: number, sentence: Stretch): Cue | undefined {
  const form = formAt(scene, at, sentence)
  if (!form) return undefined
  const { tokens } = scene
  const token = tokens[at] as Token
  const start = contentStart(scene, at, form, sentence.end)
  if (!start) return undefined
  const next = tokens[at + 1]
  const withPreposition =
    next && form.verb.preposition?.split(' ').some(one => one.length > 1 && fold(one) === next.key)
  const span = { start: token.from, end: withPreposition ? next.end : token.end }
  const first = tokens[start.from] as Token
  if (start.by === 'noun' && again().has(first.word)) {
    const after = tokens[start.from + 1]
    if (!after || after.isMark) return undefined
    const skip = after.before === '' && /^[لب]/.test(after.key) ? 1 : 0
    const isWord = /^(?:الي|علي|عن|ب|ل)$/.test(after.key)
    const from = isWord ? start.from + 2 : start.from + 1
    const place = tokens[from]
    if (!place) return undefined
    return { at, form, span, second: { start: first.from, end: first.end }, head: start.head, from, fromOffset: isWord ? place.from : skip ? after.start + 1 : after.from, by: 'noun' }
  }
  return { at, form, span, ...start }
}

/** The reporting words of a sentence with their contents, in text order; a clause belongs to the nearest verb. */
export function cuesOf(scene: Scene, sentence: Stretch): Cue[] {
  const cues: Cue[] = []
  for (let at = sentence.start; at < sentence.end; at++) {
    const cue = cueAt(scene, at, sentence)
    if (!cue) continue
    // الذي تحدث إلى الصحيفة: in a clause about the subject, what follows is the first verb's.
    const taken = cues.at(-1)
    if (taken && taken.from === cue.from && (isRelative(scene.tokens[at - 1]) || taken.by === 'clause')) {
      const nearer = !isRelative(scene.tokens[at - 1]) && cue.form.form !== 'participle' && scene.tokens[at]?.before !== ''
      if (!nearer) continue
      cues.pop()
    } else if (taken && taken.from === cue.from) cues.pop()
    cues.push(cue)
  }
  return cues
}


