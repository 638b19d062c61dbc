import type { Stretch } from '../text/paragraphs.ts'
import { contentStart, foldedPreposition, turning } from './content-start.ts'
import { isQuote } from './grammar.ts'
import {
  type Cue,
  isComplementiser,
  isRelative,
  isWrittenIn,
  nounLike,
  type Scene,
} from './scene.ts'
import type { Token } from './token.ts'
import { foldedSet, once } from './words/folded-set.ts'
import { isUnsureForm, reportingForms } from './words/reporting.ts'
import type { VerbForm } from './words/verb-form.ts'

const openersOfClauses = once(() =>
  foldedSet(
    'قد فقد لقد وقد كما فيما بينما حين عندما حيث إذ ثم جانبه جانبها جهته جهتها بدوره بدورها كان كانت وكان وكانت الذي التي الذين ما ومن لكنه لكنها لكن السياق الأثناء المقابل سبق أن',
  ),
)
/** What is not said: عدم ذكر اسمه. */
const beforeNouns = once(() =>
  foldedSet('عدم دون حد سبيل على في من إلى عن بعد قبل عند إثر عقب أي كل لم لن لا'),
)

/** جاء في بيان مشترك أن: as if the paper said it. */
const written = () => reportingForms().get('قال')

const signs = /^(?:مءشر|مءشرات|دلاءل|ادله|علامات)$/
const impersonals = /^(?:يعتقد|يقال|يتوقع|يرجح|يزعم|يظن|يقدر)$/

/** لم يعلن says nothing; لم يستبعد does. */
const isNo = ({ word }: Token, { verb }: VerbForm) =>
  /^(?:لم|لن|لا)$/.test(word) && verb.perfect !== 'استبعد'

/** What a source asks for of whoever writes: عدم ذكر اسمه. */
function asksForSilence(tokens: readonly Token[], at: number): boolean {
  if (tokens[at + 1]?.key === 'عدم') return true
  const near = tokens.slice(at + 1, at + 10)
  const no = near.findIndex(({ key }) => /^(?:عدم|الا)$/.test(key))
  return no !== -1 && near.slice(no).some(({ key }) => /^(?:اسم|هوي)/.test(key))
}

function formAt(scene: Scene, at: number, sentence: Stretch): VerbForm | undefined {
  const { tokens, mentionAt } = scene
  const token = tokens[at]
  if (!token || token.isMark || token.isDefinite || /[بكلس]/.test(token.before)) return undefined
  const form = isWrittenIn(tokens, at) ? written() : reportingForms().get(token.word)
  if (!form || mentionAt.has(at)) return undefined
  const before = tokens[at - 1]
  const opens = at === sentence.start || before?.isMark || token.before !== ''
  // «أعتقد أن»: the speaker's own word.
  if (form.form === 'perfect' && /^ا/.test(form.verb.perfect) && /^أ/.test(token.written))
    return undefined
  if (token.word === 'اعتقد' && isQuote(before?.key)) return undefined
  // واضحة ومعلنة: another adjective.
  if (form.form === 'participle' && token.before === 'و' && /ه$/.test(token.word))
    if (/ه$/.test(before?.key ?? '') && !isComplementiser(tokens[at + 1])) return undefined
  // رفضت أن تقر بأن، يجب أن يعلن
  if (form.form === 'imperfect' && before?.written === 'أن' && token.before === '') return undefined
  // يُكشف، تُذكر: of a verb of three letters it is the passive.
  if (
    form.form === 'imperfect' &&
    form.verb.perfect.length === 3 &&
    /^[وف]?[يت]ُ/.test(token.written)
  )
    if (!impersonals.test(token.word)) return undefined
  // تفيد المؤشرات الأولية: signs say nothing, whoever reads them does.
  if (signs.test(tokens[at + 1]?.bare ?? '')) return undefined
  // ما يُعتقد أنه هجوم: a word of distance, no claim.
  if (before?.key === 'ما' && impersonals.test(token.word)) return undefined
  // يُعتقد أن، ويتوقع أن: nobody is said to.
  if (
    isComplementiser(tokens[at + 1]) &&
    (/^[وف]?يُ/.test(token.written) || (opens && /^(?:يقال|يتوقع|يرجح|يزعم)$/.test(token.word))) &&
    impersonals.test(token.word)
  )
    return undefined
  // بيّن، وبين المستشار أن: by its shadda or by whoever stands after it, it is a verb.
  const isSure =
    /ّ/.test(token.written) ||
    (at === sentence.start &&
      /^(?:person|anonymous-source)$/.test(mentionAt.get(at + 1)?.kind ?? ''))
  if (isUnsureForm(token.word) && !isComplementiser(tokens[at + 1]) && !isSure) return undefined
  if (token.word === 'نقلا' && tokens[at + 1]?.key === 'عن') return undefined
  // حمّل إسرائيل مسؤولية كذا: the same letters carry many other things.
  if (form.verb.mood === 'responsibility' && form.verb.perfect === 'حمل')
    if (!tokens.slice(at + 1, at + 16).some(({ bare }) => /^ب?مسءولي[هت]/.test(bare)))
      return undefined
  // اشترط عدم ذكر اسمه، طلبت المصادر عدم كشف هوياتها
  if (form.verb.mood === 'demand' && asksForSilence(tokens, at)) return undefined
  if (form.form === 'participle') {
    // الحكومة «ملتزمة بالبرنامج»: what a quotation begins with goes on no verb.
    if (scene.closings.has(at - 1)) return undefined
    if (opens || token.word === 'قاءلا' || token.word === 'قاءله') return form
    return isComplementiser(tokens[at + 1]) ? form : undefined
  }
  if (
    !opens &&
    before &&
    ((beforeNouns().has(before.key) && form.verb.perfect !== 'استبعد') || isNo(before, form))
  )
    return undefined
  if (nounLike().has(token.word)) {
    const after =
      mentionAt.has(at - 1) ||
      /^ان(?:ه|ها|هم)$/.test(before?.key ?? '') ||
      (before !== undefined && openersOfClauses().has(before.key))
    if (!opens && !after) return undefined
  }
  return form
}

/** A masdar with a pronoun that says what the verb says again: جدد دعوته لـ، كرر رفضه. */
const again = once(() =>
  foldedSet(
    'دعوته دعوتها دعوتهم تأكيده تأكيدها رفضه رفضها مطالبته مطالبتها تحذيره تحذيرها التزامه التزامها تمسكه تمسكها اتهامه اتهامها إدانته إدانتها استعداده استعدادها',
  ),
)

/** «...»، قال المسؤول: what was said stands before the verb, and may go on after it. */
function speechBefore(
  { tokens, closings, mentionAt }: Scene,
  at: number,
  { form, verb }: VerbForm,
  sentence: Stretch,
): Pick<Cue, 'head' | 'from' | 'fromOffset' | 'by'> | undefined {
  if (form !== 'perfect' || verb.needs !== 'clause' || tokens[at]?.before !== '') return undefined
  if (!/^[،,]$/.test(tokens[at - 1]?.key ?? '')) return undefined
  for (let open = at - 3; open >= sentence.start; open--) {
    if (closings.get(open) !== at - 2) continue
    if (mentionAt.has(open + 1) && at - open < 6) return undefined
    let head = at + 1
    while (head < sentence.end && !tokens[head]?.isMark) head++
    const { start } = tokens[open] as Token
    return {
      head: Math.min(head, sentence.end - 1),
      from: open,
      fromOffset: start,
      by: 'quotation',
    }
  }
  return undefined
}

function cueAt(scene: Scene, at: number, sentence: Stretch): Cue | undefined {
  const form = formAt(scene, at, sentence)
  if (!form) return undefined
  const { tokens } = scene
  const token = tokens[at] as Token
  const start =
    speechBefore(scene, at, form, sentence) ?? contentStart(scene, at, form, sentence.end)
  if (!start) return undefined
  const next = tokens[at + 1]
  const withPreposition =
    next &&
    form.verb.preposition
      ?.split(' ')
      .some(one => one.length > 1 && foldedPreposition(one) === next.key)
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
    return {
      at,
      form,
      span,
      second: { start: first.from, end: first.end },
      head: start.head,
      from,
      fromOffset: isWord ? place.from : skip ? after.start + 1 : after.from,
      by: 'noun',
    }
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
    if (
      taken &&
      taken.from === cue.from &&
      (isRelative(scene.tokens[at - 1]) || taken.by === 'clause')
    ) {
      const nearer =
        !isRelative(scene.tokens[at - 1]) &&
        cue.form.form !== 'participle' &&
        (scene.tokens[at]?.before !== '' || turning.test(scene.tokens[at - 1]?.key ?? ''))
      if (!nearer) continue
      cues.pop()
    } else if (taken && taken.from === cue.from) cues.pop()
    cues.push(cue)
  }
  return cues
}
