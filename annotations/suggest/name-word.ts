import { dateWords, hasTanwin, isPreposition, isReportingWord, looksPresent } from './grammar.ts'
import type { Token } from './token.ts'
import { bodyHeads, factionHeads, forceHeads } from './words/bodies.ts'
import { foldedSet, once } from './words/folded-set.ts'
import { mediaHeads } from './words/media.ts'
import { isOtherUse } from './words/other-uses.ts'
import {
  afterNames,
  givenNames,
  namesToo,
  singleNames,
  sourceNouns,
  titles,
} from './words/people.ts'
import { reportingForms } from './words/reporting.ts'
import { states } from './words/states.ts'
import { towns } from './words/towns.ts'

/** على is no name, though it folds to one. */
export const isGiven = (token: Token) =>
  (givenNames().has(token.word) || /^عبد(?:ال)?.{3,}$/.test(token.word)) &&
  !(token.word === 'علي' && /ى$/.test(token.written))

/** Given names that are nouns of every article too, and seldom names. */
const nounsToo = once(() =>
  foldedSet(
    'طيب كرم نجاح أمل سلام نور كفاح وسام إيمان حنان هدى منى مثال نجم شهاب صفاء ضياء رباح هند توفيق رشاد بيت توم عون لي غير كير صباح شعبان رجب رمضان خميس جمعة ربيع شريف عزيز وعد عهد رجاء وفاء هبة سعيدة أسماء حصة زهرة جميلة وردة ثريا خلود جواهر ضحى شهد بسمة نجاة أميرة أمينة مليكة كريمة دلال سحر رحاب جليلة راضية عفيفة وئام سهام وداد هناء نبيلة لطيفة حكم حنا دولت باب خيري خير مالك مؤمن ممتاز نائل هائل قائد جيل ماري شارل هو كمال',
  ),
)
/** More often names, but for a definite noun after them: حسن الحظ. */
const namesMore = once(() =>
  foldedSet(
    'حسن جهاد صلاح فلاح جمال جلال بدر سيف سعيد عادل صادق ناجي حاتم عامر صابر طاهر كريم حليم بشير نذير أمين سليم نصر فتحي مراد فارس سالم غالب طالب كامل فاضل مبارك مختار مارون',
  ),
)
/** Is a given name another noun here, by the word after it? نجاح الهدنة، هدى شعراوي. */
export function isNounHere(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]]
  if (!token || !next) return false
  if (isOtherUse(token.word, next.bare)) return true
  const isNisba = next.isDefinite && /..ي$/.test(next.word) && next.before === ''
  if (nounsToo().has(token.word)) return !(isNisba || (!next.isMark && isGiven(next)))
  return namesMore().has(token.word) && next.isDefinite && !isNisba
}

/** A word that stands for something else in every article. */
export function isCommon(token: Token): boolean {
  const { key, word, bare } = token
  if (token.written === 'علي') return false
  return (
    token.isMark ||
    /\p{Nd}/u.test(key) ||
    towns().has(word) ||
    afterNames().has(key) ||
    afterNames().has(word) ||
    dateWords().has(word) ||
    isPreposition(token) ||
    (titles().has(bare) && !(namesToo().has(token.word) && token.before === '')) ||
    sourceNouns().has(bare) ||
    bodyHeads().has(bare) ||
    forceHeads().has(bare) ||
    factionHeads().has(bare) ||
    mediaHeads().has(bare) ||
    states().names.has(word) ||
    states().capitals.has(word)
  )
}

/** What is denied, expected, announced: ارتفاع الأسعار، إلغاء العقد، وجود نقص. */
const deeds = once(() =>
  foldedSet(
    'وجود حدوث خروج دخول وقوع حصول سقوط ظهور صدور نقص أي مقتل سحب رفع وقف قطع فتح غلق دعم منع بدء شن نشر نقل ضبط قصف حرق نزع فرض ضرب خفض حق قرار موعد صحة علم قيام بقاء فشل نجاح عزم حرص ضرورة أهمية مسؤولية خبر أنباء معلومات اتهام اتهامات مقترح مشروع طلب وصول عمل ضم عقد حل رد مد سد صد حظر عزل منح كسر نفي شرط بيع شراء صرف حجز حبس سجن عدم وضع ترك حذف',
  ),
)
const isDeed = ({ word, written }: Token) =>
  deeds().has(word) ||
  /^[بل][اإ]ن?[^ن]?..ا.$/.test(word) ||
  /^(?:بت..ي.|با.ت.ا.|بان..ا.|ا.ت.ا.|ان..ا.|است..ا.)$/.test(word) ||
  (/^إ/.test(written) && /^ا..ا[ءقفعنمردتجزح]$/.test(word))

/** May a word without article be part of a name, by what it is not? */
export function mayBeName(token: Token | undefined): boolean {
  if (!token || token.isMark || token.before !== '' || token.isDefinite) return false
  if (isGiven(token) || singleNames().has(token.word)) return true
  return (
    token.word.length >= 2 &&
    !isCommon(token) &&
    !hasTanwin(token) &&
    // بموافقتها
    !/(?:...ها|..هم|^ب.{4,}ه)$/.test(token.word) &&
    !isDeed(token) &&
    !looksPresent(token) &&
    !isReportingWord(token) &&
    // رئيس الوزراء ملتزم بكذا: what he is.
    !(
      token.word.startsWith('م') && reportingForms().get(`${token.word}ا`)?.form === 'participle'
    ) &&
    !states().adjectives.has(token.word) &&
    (token.word.length === 3 || !/(?:ات|ون|ين|ه)$/.test(token.word))
  )
}

/** A family name with its article: السوداني، الصفّار. */
export const isFamily = (token: Token | undefined) =>
  token !== undefined &&
  !token.isMark &&
  token.isDefinite &&
  token.before === '' &&
  !isCommon(token) &&
  !/(?:يه|ات|ون)$/.test(token.word)

/** Names of elsewhere end as plurals do: كرايتون، بولتون; of the region too, where nothing more comes: مبيضين. */
export const mayBeFamily = (token: Token | undefined, isLast = false) =>
  token !== undefined &&
  !token.isMark &&
  token.before === '' &&
  !token.isDefinite &&
  (isLast ? /...(?:ون|ين|ات)$/ : /..ون$/).test(token.word) &&
  !isCommon(token) &&
  !looksPresent(token) &&
  !isReportingWord(token)

/** Its first letter is its own: سينغ، كيربي، فيدان، ويتكوم. */
export const isForeign = (token: Token) =>
  !token.isMark &&
  (/^[سكف]$/.test(token.before) ||
    (token.before === 'و' &&
      token.word.length > 3 &&
      !isCommon(token) &&
      !isGiven(token) &&
      !singleNames().has(token.word) &&
      !/(?:ه|ات|ت|ون|ين|هم|ها|نا)$/.test(token.word))) &&
  !looksPresent(token) &&
  !isReportingWord(token) &&
  !isPreposition(token) &&
  !token.isDefinite
