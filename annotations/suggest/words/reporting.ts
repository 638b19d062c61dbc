import { fold } from '../../arabic/fold.ts'
import { once } from './folded-set.ts'
import type { Gender, Needs, Numbered, Stance, VerbEntry, VerbForm } from './verb-form.ts'

/**
 * perfect | imperfect | participle | preposition | stance | needs | mood. `clause`: only with أن/إن, a colon or a
 * quotation after it; `noun`: a noun as object reports too (أعلن استهداف...); `preposition`: with its preposition.
 */
const rows = `
قال | يقول | قائل | | asserts | clause
ذكر | يذكر | ذاكر | | asserts | clause
أضاف | يضيف | مضيف | | asserts | clause
تابع | يتابع | متابع | | asserts | clause
أردف | يردف | مردف | | asserts | clause
استطرد | يستطرد | مستطرد | | asserts | clause
استدرك | يستدرك | مستدرك | | asserts | clause
واصل | يواصل | مواصل | | asserts | clause
صرح | يصرح | مصرح | | asserts | clause
تحدث | يتحدث | متحدث | عن | asserts | preposition
أشار | يشير | مشير | إلى | asserts | preposition
لفت | يلفت | لافت | إلى | asserts | preposition
نوه | ينوه | منوه | إلى | asserts | preposition
ألمح | يلمح | ملمح | إلى | asserts | preposition
حمل | يحمل | محمل | | asserts | noun | responsibility
دان | يدين | دائن | | asserts | noun | attitude
شجب | يشجب | شاجب | | asserts | noun | attitude
استهجن | يستهجن | مستهجن | | asserts | noun | attitude
قلل | يقلل | مقلل | من | doubts | preposition | opinion
تمسك | يتمسك | متمسك | ب | asserts | preposition
تكهن | يتكهن | متكهن | ب | expects | preposition | expectation
تنبأ | يتنبأ | متنبئ | ب | expects | preposition | expectation
أوعز | يوعز | موعز | ب | demands | preposition | demand
شرح | يشرح | شارح | | asserts | clause
فسر | يفسر | مفسر | | asserts | clause
عقب | يعقب | معقب | | asserts | clause
أقسم | يقسم | مقسم | | asserts | clause
افترض | يفترض | مفترض | | asserts | clause | opinion
برر | يبرر | مبرر | | asserts | noun
اعتذر | يعتذر | معتذر | عن | asserts | preposition | attitude
سخر | يسخر | ساخر | من | asserts | preposition | attitude
نبه | ينبه | منبه | إلى | asserts | preposition
أورد | يورد | مورد | | asserts | clause
كتب | يكتب | كاتب | | asserts | clause
غرد | يغرد | مغرد | | asserts | clause
رد | يرد | راد | | asserts | clause
علق | يعلق | معلق | | asserts | clause
أجاب | يجيب | مجيب | | asserts | clause
ختم | يختم | خاتم | | asserts | clause
مضى | يمضي | ماض | | asserts | clause
أكد | يؤكد | مؤكد | | asserts | noun
شدد | يشدد | مشدد | على | asserts | preposition
جزم | يجزم | جازم | ب | asserts | preposition
أوضح | يوضح | موضح | | asserts | clause
بين | يبين | مبين | | asserts | clause
أبان | يبين | مبين | | asserts | clause
كشف | يكشف | كاشف | عن | asserts | preposition
أفاد | يفيد | مفيد | ب | asserts | preposition
أفصح | يفصح | مفصح | عن | asserts | preposition
أعلن | يعلن | معلن | عن | asserts | noun
جدد | يجدد | مجدد | | asserts | noun
كرر | يكرر | مكرر | | asserts | clause
أقر | يقر | مقر | ب | asserts | preposition
اعترف | يعترف | معترف | ب | asserts | preposition
زاد | يزيد | زائد | | asserts | clause
أبلغ | يبلغ | مبلغ | | asserts | clause
أخبر | يخبر | مخبر | | asserts | clause
نقل | ينقل | ناقل | عن | reports | clause
روى | يروي | راو | | reports | clause
أظهر | يظهر | مظهر | | asserts | clause
تبنى | يتبنى | متبن | | asserts | noun | responsibility
اتهم | يتهم | متهم | ب | asserts | preposition
رأى | يرى | راء | | asserts | clause | opinion
اعتبر | يعتبر | معتبر | | asserts | noun | opinion
عد | يعد | عاد | | asserts | clause | opinion
وصف | يصف | واصف | ب | asserts | preposition | opinion
رجح | يرجح | مرجح | | expects | noun | expectation
توقع | يتوقع | متوقع | | expects | noun | expectation
اعتقد | يعتقد | معتقد | | asserts | clause | opinion
قدر | يقدر | مقدر | | asserts | clause | opinion
ظن | يظن | ظان | | doubts | clause | opinion
نفى | ينفي | ناف | | denies | noun
رفض | يرفض | رافض | | denies | noun
كذب | يكذب | مكذب | | denies | clause
استبعد | يستبعد | مستبعد | | denies | noun
أنكر | ينكر | منكر | | denies | noun
شكك | يشكك | مشكك | في | doubts | preposition
شك | يشك | شاك | في | doubts | preposition
زعم | يزعم | زاعم | | asserts | clause
ادعى | يدعي | مدع | | asserts | clause
دعا | يدعو | داع | إلى ل | demands | preposition | demand
طالب | يطالب | مطالب | ب | demands | preposition | demand
حث | يحث | حاث | على | demands | preposition | demand
حض | يحض | حاض | على | demands | preposition | demand
ناشد | يناشد | مناشد | ب | demands | noun | demand
اشترط | يشترط | مشترط | | demands | clause | demand
طلب | يطلب | طالب | | demands | noun | demand
اقترح | يقترح | مقترح | | demands | noun | demand
أوصى | يوصي | موص | ب | demands | preposition | demand
أمر | يأمر | آمر | ب | demands | preposition | demand
حذر | يحذر | محذر | من | threatens | preposition | warning
هدد | يهدد | مهدد | ب | threatens | preposition | threat
توعد | يتوعد | متوعد | ب | threatens | preposition | threat
لوح | يلوح | ملوح | ب | threatens | preposition | threat
تعهد | يتعهد | متعهد | ب | asserts | noun | promise
وعد | يعد | واعد | ب | asserts | preposition | promise
التزم | يلتزم | ملتزم | ب | asserts | preposition | promise
تساءل | يتساءل | متسائل | عن | doubts | preposition | question
سأل | يسأل | سائل | | doubts | clause | question
استفسر | يستفسر | مستفسر | عن | doubts | preposition | question
رحب | يرحب | مرحب | ب | asserts | preposition | attitude
أعرب | يعرب | معرب | عن | asserts | preposition | attitude
عبر | يعبر | معبر | عن | asserts | preposition | attitude
انتقد | ينتقد | منتقد | | asserts | noun | attitude
أدان | يدين | مدين | | asserts | noun | attitude
ندد | يندد | مندد | ب | asserts | preposition | attitude
استنكر | يستنكر | مستنكر | | asserts | noun | attitude
أبدى | يبدي | مبد | | asserts | noun | attitude
أيد | يؤيد | مؤيد | | asserts | noun | attitude
عارض | يعارض | معارض | | denies | noun | attitude
أشاد | يشيد | مشيد | ب | asserts | preposition | attitude
أثنى | يثني | مثن | على | asserts | preposition | attitude
استغرب | يستغرب | مستغرب | | asserts | noun | attitude
تمنى | يتمنى | متمن | | expects | clause | attitude
أمل | يأمل | آمل | في ب | expects | preposition | expectation
أصر | يصر | مصر | على | asserts | preposition
عزا | يعزو | عاز | إلى | asserts | preposition
خلص | يخلص | خالص | إلى | asserts | preposition
طمأن | يطمئن | مطمئن | | asserts | clause
نصح | ينصح | ناصح | ب | demands | preposition | demand
لمح | يلمح | ملمح | إلى | asserts | preposition
`

const feminine = (perfect: string) =>
  /[ىا]$/.test(perfect) ? `${perfect.slice(0, -1)}ت` : `${perfect}ت`
const pluralOf = (perfect: string) =>
  /[ىا]$/.test(perfect) ? `${perfect.slice(0, -1)}وا` : `${perfect}وا`
const dualOf = (perfect: string) =>
  perfect.endsWith('ى') ? `${perfect.slice(0, -1)}يا` : `${perfect}ا`

/** Which words of these are prepositions or other nouns far more often, where no shadda says otherwise. */
const unsure = new Set([
  'بين',
  'عبر',
  'عد',
  'عاد',
  'راد',
  'خاتم',
  'ماض',
  'ختم',
  'شك',
  'زائد',
  'يعد',
  'راء',
  'امل',
  'مصر',
  'مصرا',
  'خالص',
  'عاز',
  'عقب',
  'داءن',
  'داءنا',
  'مبررا',
  'شارح',
])

function formsOf(verb: VerbEntry, imperfect: string, participle: string): [string, VerbForm][] {
  const { perfect } = verb
  const form = (word: string, form: VerbForm['form'], gender: Gender, number: Numbered) =>
    [word, { verb, form, gender, number }] as [string, VerbForm]
  const she = `ت${imperfect.slice(1)}`
  const they = /[ىيو]$/.test(imperfect) ? `${imperfect.slice(0, -1)}ون` : `${imperfect}ون`
  const weak = /^(?:ناف|مدع|داع|موص|متبن|مبد|راو|ماض|عاز|مثن|متمن)$/.test(participle)
  const base = weak ? `${participle}ي` : participle
  return [
    form(perfect, 'perfect', 'masculine', 'singular'),
    form(feminine(perfect), 'perfect', 'feminine', 'singular'),
    form(pluralOf(perfect), 'perfect', 'masculine', 'plural'),
    form(dualOf(perfect), 'perfect', 'masculine', 'dual'),
    form(imperfect, 'imperfect', 'masculine', 'singular'),
    form(she, 'imperfect', 'feminine', 'singular'),
    form(they, 'imperfect', 'masculine', 'plural'),
    form(`${imperfect.replace(/ى$/, 'ي')}ان`, 'imperfect', 'masculine', 'dual'),
    form(`${she.replace(/ى$/, 'ي')}ان`, 'imperfect', 'feminine', 'dual'),
    form(`${base}ا`, 'participle', 'masculine', 'singular'),
    form(`${base}ة`, 'participle', 'feminine', 'singular'),
    form(`${base.replace(/ي$/, '')}ين`, 'participle', 'masculine', 'plural'),
  ]
}

/** Verbs whose object is whom they are said to: دعته إلى، أبلغهم بأن. */
export const addressing: ReadonlySet<string> = new Set(
  'دعا طالب اتهم أبلغ أخبر حذر وصف حث حض ناشد هدد وعد أمر سأل طمأن نصح'.split(' '),
)
const pronouns = ['ه', 'ها', 'هم', 'نا']
/** With a pronoun these are nouns: طالبه، وصفه. */
const nouns = new Set(['وصف', 'وعد', 'أمر', 'طالب', 'حث', 'حض', 'حذر', 'سأل'])

/** Every form of every verb that reports, folded. A word of two verbs is the one that stands first in the table. */
export const reportingForms = once((): ReadonlyMap<string, VerbForm> => {
  const forms = new Map<string, VerbForm>()
  for (const row of rows.trim().split('\n')) {
    const [perfect = '', imperfect = '', participle = '', preposition, stance, needs, mood] = row
      .split('|')
      .map(cell => cell.trim())
    const verb: VerbEntry = {
      perfect,
      stance: stance as Stance,
      needs: needs as Needs,
      preposition: preposition || undefined,
      mood: mood || undefined,
    }
    const own = formsOf(verb, imperfect, participle)
    const perfects = addressing.has(perfect) ? own.slice(0, 3) : []
    const addressed = perfects.flatMap(([word, form]) =>
      // دعته، اتهمها، أبلغهم; وصفه may be a noun.
      pronouns
        .filter(
          one => form.gender === 'feminine' || (one !== 'ه' && one !== 'نا') || !nouns.has(word),
        )
        .map((one): [string, VerbForm] => [word.replace(/ى$/, 'ا') + one, form]),
    )
    for (const [word, form] of [...own, ...addressed]) {
      const key = fold(word).folded
      if (!forms.has(key)) forms.set(key, form)
    }
  }
  return forms
})

export const isUnsureForm = (key: string) => unsure.has(key)
