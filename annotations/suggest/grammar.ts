import type { Reading, Token } from './token.ts'
import { namedBodies } from './words/bodies.ts'
import { foldedSet, once } from './words/folded-set.ts'
import { reportingForms } from './words/reporting.ts'
import { states } from './words/states.ts'

/** A place in an article to read on from. */
export type At = {
  readonly tokens: readonly Token[]
  readonly closings: ReadonlyMap<number, number>
}

export const dateWords = once(() =>
  foldedSet(
    `اليوم أمس غدا الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الماضي الماضية المقبل المقبلة الجاري الجارية الحالي الحالية القادم القادمة
     المنصرم الفائت صباح مساء فجر ظهر عصر ليل ليلة الآن يناير فبراير مارس أبريل نيسان مايو أيار يونيو حزيران يوليو تموز أغسطس آب سبتمبر أيلول
     أكتوبر نوفمبر ديسمبر شباط آذار كانون تشرين شهر عام سنة أسبوع الأسبوع الشهر العام السنة يوم الليلة نهاية مطلع منتصف أواخر أوائل قبيل الساعة`,
  ),
)
export const prepositions = once(() =>
  foldedSet(
    `في من إلى على عن مع بعد قبل خلال منذ حتى عند لدى بين أمام وراء تحت فوق ضد حول عبر دون ضمن نحو وسط إزاء بشأن بسبب رغم إثر عقب أثناء لأن كي لكي
     حيث إذ إذا لو كما ثم أو أم بل لكن فيما بينما عندما حين مما ممن الذي التي الذين اللذان اللذين اللتان اللواتي هو هي هم هن أن إن أنه أنها إنه إنها أنهم إنهم أننا
     إننا بأن بأنه بأنها لم لن لا ما قد سوف كان كانت ليس ليست هذا هذه ذلك تلك هؤلاء كل بعض جميع أي غير سوى أكثر أقل إضافة بحسب حسب وفق وفقا طبقا نقلا بما
     ومن وفي باسم باسمها باسمه عنه عنها له لها لهم منه منها به بها بهم فيه فيها عليه عليها إليه إليها معه معها بواسطة جراء لدن تجاه مثل نفسه نفسها ذاته ذاتها أيضا كذلك هناك هنا سابقا لاحقا مؤخرا`,
  ),
)

/** The index after the closing mark and the words between, where a short quotation opens at `at`. */
export function quotedAt({ tokens, closings }: At, at: number, longest = 7) {
  const close = closings.get(at)
  if (close === undefined || close - at - 1 > longest || close - at < 2) return undefined
  for (let inner = at + 1; inner < close; inner++)
    if (tokens[inner]?.isMark && tokens[inner]?.key !== '-') return undefined
  return { first: at + 1, last: close, after: close + 1 }
}

export const isQuote = (key: string | undefined) => key !== undefined && '«»“”„‹›"'.includes(key)

/** Which token closes what a token opens. */
export function closingsOf({ tokens, quotations }: Reading): ReadonlyMap<number, number> {
  const byStart = new Map(tokens.map(({ start }, at) => [start, at]))
  const closings = new Map<number, number>()
  for (const { start, inner } of quotations) {
    const [open, close] = [byStart.get(start), byStart.get(inner.end)]
    if (open !== undefined && close !== undefined) closings.set(open, close)
  }
  return closings
}

export const isPreposition = (token: Token | undefined) =>
  token !== undefined && prepositions().has(token.key)

export const isDateWord = (token: Token | undefined) =>
  token !== undefined && (dateWords().has(token.key) || dateWords().has(token.word))

/** أجلًا، طلبًا: an accusative of no name that stands beside another. */
export const hasTanwin = ({ written }: Token) => /\u064B/u.test(written)

/** ي or ت and three letters more: most likely a verb of the present, where no lexicon says otherwise. */
export const looksPresent = (token: Token) =>
  // تاجاني، ياماموتو: after ا no verb of the present is so long.
  !token.isDefinite &&
  /^[يت]/.test(token.word) &&
  token.word.length >= 4 &&
  !/^[يت]ا.{4,}$/.test(token.word)

/** With an article, of a clause and not of a name: القوات المنتشرة في...، الفصائل الموالية لإيران. */
const clausal = once(() =>
  foldedSet(
    'المنتشرة المتمركزة الموجودة الموالية المدعومة المتحالفة المرتبطة المقربة التابعة التابع التابعين المنضوية الموالين المدعومين الموالي المدعوم المعروفة المعروف المسماة المحاذي الواقعة الموقعة الممثلة المكلفة المكلف الداعمة الراعية الرامية الهادفة الساعية المحاذية المجاور المجاورة الواقع القريب القريبة المنشورة المناهض المناهضة العاملة الفاعلة المتواجدة المقيمة المتمردة',
  ),
)

/** A word with an article and nothing before it, no date: it may go on a noun phrase. */
export function goesOn(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    !token.isMark &&
    token.isDefinite &&
    token.before === '' &&
    !isDateWord(token) &&
    !isPreposition(token) &&
    !clausal().has(token.word) &&
    // A state is no adjective, but for one: لمغادرة التحالف العراق، الحكومة السعودية.
    (!states().names.has(token.word) || token.word === 'السعوديه')
  )
}

const joinedNouns = once(() =>
  foldedSet(
    'دفاع أمن قانون هجرة مهجرين إعلام نفط غاز تعليم عدل عمل تخطيط تجارة صناعة طاقة مياه زراعة مالية صحة ثقافة سياحة آثار شباب رياضة تربية بحث إسكان مرافق أوقاف إرشاد تموين بيئة استثمار اتصالات ري موارد تضامن ثروة مغتربين داخلية خارجية اقتصاد نفط معادن تكنولوجيا رقمنة مواصلات أشغال تنمية تعاون عمران شؤون مجتمع فنون سلم خدمات إصلاح مقاتلين محاربين تكوين فلاحة',
  ),
)
/** الأمن والدفاع النيابية، الأمنية والعسكرية العراقية: a second of its kind joined on, with another after it. */
function joinsOn(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token?.before !== 'و' || !token.isDefinite || isDateWord(token)) return false
  // لجنة الأمن والدفاع
  const isField = (back: number) => joinedNouns().has(tokens[at - back]?.bare ?? '')
  // وزير العمل والتنمية، وزارة التعليم العالي والبحث العلمي
  if (joinedNouns().has(token.bare) && (isField(1) || isField(2))) return true
  // القوات الأميركية والعراقية
  if (states().adjectives.has(token.bare) && states().adjectives.has(tokens[at - 1]?.bare ?? ''))
    return true
  if (!goesOn(tokens[at + 1])) return false
  return joinedNouns().has(token.bare) || /(?:ي|يه)$/.test(token.bare)
}

const offices = once(() =>
  foldedSet(
    'رئيس رئيسة رئاسة منسق وكيل مشرف مندوب كاتب قائد أمين مدير مفتش نائب قنصل مدعي مراقب أمانة أمينة مديرة',
  ),
)
/** القائد العام، الأمينة العامة: of everything, and no year. */
export const isGeneral = (tokens: readonly Token[], at: number) =>
  /^(?:ال)?عامه?$/.test(tokens[at]?.key ?? '') &&
  tokens[at]?.isDefinite === tokens[at - 1]?.isDefinite &&
  offices().has(tokens[at - 1]?.bare ?? '') &&
  !/^\p{Nd}/u.test(tokens[at + 1]?.key ?? '') &&
  !/^ال(?:ماضي|مقبل|جاري|حالي|قادم|منصرم|فاءت)$/.test(tokens[at + 1]?.key ?? '')

const otherNouns = once(() =>
  foldedSet(
    'قائم سفير سفيرة حكومة برلمان جيش مجلس وزارة اتفاق هجوم انسحاب قرار حوار تصعيد ضربات هجمات عملية عمليات مفاوضات محادثات وضع ملف دور وجود بقاء تدخل موقف تصريحات عدوان قصف دول صحافيين مسؤولين صحفيين نواب أطراف قوات فصائل سلطات أجهزة جانب طرف شركاء سكان أهالي مواطنين متظاهرين نازحين لاجئين مزارعين عمال موظفين طلاب ناخبين مدنيين مجتمع شرطة محكمة لجنة هيئة نقابة',
  ),
)
/** أبلغ المسؤول الصحافيين: after what is definite already these are no adjectives, but what comes next. */
const isAnother = (tokens: readonly Token[], at: number) =>
  tokens[at - 1]?.isDefinite === true &&
  (otherNouns().has(tokens[at]?.bare ?? '') || isVerbalNoun(tokens[at]?.bare ?? ''))

/** طلبت المحكمة التأجيل، الانسحاب، الاستقالة: a verbal noun is no adjective. */
const isVerbalNoun = (bare: string) =>
  /^(?:ت..ي[^هن]|[اإ](?:نت|ست|ن|ست).{1,3}ا.ه?)$/.test(bare) && !/^(?:تكريتي|تنفيذي)$/.test(bare)

/** واتهم قادة الفصائل الولايات المتحدة: after what is definite a name of its own. */
const isNamed = (tokens: readonly Token[], at: number) =>
  tokens[at - 1]?.isDefinite === true &&
  pairedNames().has(`${tokens[at]?.word} ${tokens[at + 1]?.key}`)
const pairedNames = once(() => {
  const bodies = namedBodies().map(({ words }) => words)
  const lands = [...states().names.keys()].map(name => name.split(' '))
  return new Set(
    [...bodies, ...lands]
      .filter(([first, second]) => second !== undefined && first?.startsWith('ال'))
      .map(([first, second]) => `${first} ${second}`),
  )
})

/** Past the words with an article from `at` on. */
export function definiteRun(tokens: readonly Token[], at: number): number {
  let end = at
  while (
    (goesOn(tokens[end]) && !(end > 0 && (isAnother(tokens, end) || isNamed(tokens, end)))) ||
    isGeneral(tokens, end) ||
    joinsOn(tokens, end)
  )
    end++
  return end
}

export const isReportingWord = (token: Token | undefined) =>
  token !== undefined && !token.isDefinite && reportingForms().has(token.word)
