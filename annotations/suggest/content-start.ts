import { isPreposition, isQuote, isReportingWord } from './grammar.ts'
import { objectAfter, type Start, startAt } from './object-after.ts'
import {
  isCommaKey,
  isComplementiser,
  isRelative,
  isTimeWord,
  nounLike,
  pairs,
  type Scene,
} from './scene.ts'
import type { Token } from './token.ts'
import { reportingForms } from './words/reporting.ts'
import type { VerbForm } from './words/verb-form.ts'

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
  tokens[at]?.key === 'ان' &&
  /^إ/.test(tokens[at]?.written ?? '') &&
  /^(?:لم|كان|كانت)$/.test(tokens[at + 1]?.key ?? '')

/** After these a verb has a clause of its own. */
export const turning = /^(?:لكن|لكنه|لكنها|لكنهم|ولكنه|ولكنها|فيما|بينما|حين|كما|ثم)$/

/** The longest way between a verb and its content, in words and marks. */
const reach = 48

/** A preposition of the table, folded. */
export const foldedPreposition = (preposition: string) =>
  preposition.replace('ى', 'ي').replace('إ', 'ا')

/** Where the content of a reporting word begins, if what follows is a content at all. */
export function contentStart(
  scene: Scene,
  at: number,
  form: VerbForm,
  end: number,
): Start | undefined {
  const { tokens } = scene
  const { verb } = form
  // المسودة تتحدث عن مرحلتين: what it is about; تحدثت مصادر عن خشيتها: what they say.
  const isAbout = verb.perfect === 'تحدث' && form.form !== 'perfect'
  const prepositions = isAbout ? [] : (verb.preposition?.split(' ') ?? [])
  for (let next = at + 1; next < Math.min(end, at + reach); next++) {
    const token = tokens[next] as Token
    if (isComplementiser(token) && !isConditional(tokens, next)) {
      // رفضت الإدارة تقديم تفاصيل ... أو أن تقر: what it is about stands before.
      const object =
        verb.needs === 'noun' && next - at > 5 ? objectAfter(scene, at, end) : undefined
      if (
        object &&
        object.from > at + 1 &&
        next - object.from >= 4 &&
        !tokens[object.from]?.isDefinite
      )
        return object
      const after = token.key.startsWith('ب') && verb.preposition === 'من' ? undefined : next + 1
      return after === undefined ? undefined : startAt(tokens, next, after, 'clause')
    }
    // تساءل عما إذا كان
    if (verb.mood === 'question' && token.key === 'عما' && tokens[next + 1]?.key === 'اذا')
      return startAt(tokens, next, next + 2, 'clause')
    if (token.key === ':' && !/\p{Nd}/u.test(tokens[next + 1]?.key[0] ?? '') && next - at < 30)
      return startAt(
        tokens,
        next,
        isComplementiser(tokens[next + 1]) ? next + 2 : next + 1,
        'colon',
      )
    if (
      speechAt(scene, next) !== undefined &&
      (next === at + 1 ||
        verb.needs === 'clause' ||
        scene.mentionAt.has(next - 1) ||
        pairs.test(tokens[next - 1]?.word ?? '') ||
        isCommaKey(tokens[next - 1]?.key))
    ) {
      const close = scene.closings.get(next) as number
      // «حزب الله» إن: what a clause follows is no speech.
      if (close - next > 5 || tokens[close + 1]?.isMark)
        return startAt(tokens, next, next, 'quotation')
    }
    // عدم الكشف عن هويته: what a source asks for.
    if (token.key === 'عن' && /^(?:هويت|هويا|اسم)/.test(tokens[next + 1]?.key ?? '')) continue
    // المستشار للشؤون العربية: of his office.
    const isOffice = token.bare === 'شءون'
    const joined = prepositions.find(
      one => one.length === 1 && token.before.endsWith(one) && !isOffice,
    )
    const loose = prepositions.find(one => one.length > 1 && token.key === foldedPreposition(one))
    // بيان، تصريح after في: where it was said.
    const isBeforeTime = isTimeWord(scene, tokens[next + 1] ?? token)
    if (verb.needs !== 'clause' && (!isBeforeTime || (joined && token.word !== ''))) {
      // وصف الرئيس الهجوم بـ«الجبان»: with what it is that he describes.
      const described = verb.perfect === 'وصف' ? objectAfter(scene, at, end) : undefined
      if (joined && described && described.from < next) return { ...described, by: 'preposition' }
      if (joined && token.word === '') return startAt(tokens, next, next + 1, 'preposition')
      if (joined && !scene.mentionAt.has(next)) return startAt(tokens, next, next, 'preposition')
      if (joined && next === at + 1) return startAt(tokens, next, next, 'preposition')
      // ندد الوزير، ونظيره فلان، بقصف الميناء
      const isAfter =
        scene.endingAt.has(next) ||
        (isCommaKey(tokens[next - 1]?.key) && scene.endingAt.has(next - 1))
      const plain =
        prepositions.includes('ب') &&
        next <= at + (isAfter ? 16 : 10) &&
        // في بغداد
        !isPreposition(tokens[next - 1]) &&
        // بأن comes yet.
        !tokens.slice(next + 1, Math.min(end, at + 24)).some(({ key }) => /^بان/.test(key)) &&
        // هددت الجماعة بقصف: of four letters right after whoever says it.
        (/^ب..../.test(token.key) || (/^ب...$/.test(token.key) && (next === at + 1 || isAfter))) &&
        token.before === '' &&
        !scene.mentionAt.has(next) &&
        !scene.mentionAt.has(next - 1 === at ? -1 : next) &&
        !/^(?:بيان|بلاد|بيت|بعض|بين|بينما|بعد|برلمان|بدور|بسبب|بشا?ن|بدون|بهدف|بشكل|بحسب|بقيه|بطل|بنك)/.test(
          token.key,
        )
      if (plain && next > at) return startAt(tokens, next, next, 'preposition', 1)
      if (
        loose &&
        !isComplementiser(tokens[next + 1]) &&
        tokens[next - 1]?.key !== 'نقلا' &&
        // ، لم تكشف عن هوياتهم،
        !(next > at + 1 && isReportingWord(tokens[next - 1]))
      ) {
        // أعلنت الفصائل نهاية الهدنة بالإنابة عن ...: the verb has its object already.
        const object = token.key === 'عن' ? objectAfter(scene, at, end) : undefined
        const first = object && (tokens[object.from] as Token)
        if (object && /^مسءوليت/.test(tokens[next - 1]?.word ?? '')) return object
        if (object && object.from < next - 1 && !first?.isDefinite && first?.before === '')
          return object
        return startAt(tokens, next, next + 1, 'preposition')
      }
    }
    const other =
      next > at + 1 && token.word !== 'نقلا' && !isRelative(tokens[next - 1])
        ? reportingForms().get(token.word)
        : undefined
    if (
      other &&
      other.form !== 'participle' &&
      !token.isDefinite &&
      !scene.mentionAt.has(next) &&
      (!nounLike().has(token.word) || turning.test(tokens[next - 1]?.key ?? '')) &&
      (token.before !== '' ||
        isCommaKey(tokens[next - 1]?.key) ||
        turning.test(tokens[next - 1]?.key ?? '')) &&
      !/[بل]/.test(token.before)
    )
      break
    if (other?.form === 'participle' && isCommaKey(tokens[next - 1]?.key)) break
  }
  if (verb.needs !== 'noun') return undefined
  return objectAfter(scene, at, end)
}
