import { dateWords, isPreposition, isReportingWord, looksPresent } from './grammar.ts'
import type { Token } from './token.ts'
import { bodyHeads, factionHeads, forceHeads } from './words/bodies.ts'
import { foldedSet, once } from './words/folded-set.ts'
import { mediaHeads } from './words/media.ts'
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

/** Words that begin a name of two: عبد اللطيف، أبو يقظان، آل ثاني. */
const openers = new Set([
  'عبد',
  'ابو',
  'ابي',
  'ابا',
  'بن',
  'ابن',
  'بو',
  'ال',
  'ام',
  'سيف',
  'نصر',
  'علاء',
  'سعد',
  'شمس',
  'نور',
  'صلاح',
  'عز',
  'محي',
  'ضياء',
  'زين',
])
const afterOpener = new Set(['الدين', 'الله'])

/** على is no name, though it folds to one. */
const isGiven = (token: Token) =>
  givenNames().has(token.word) && !(token.word === 'علي' && /ى$/.test(token.written))

/** Towns and regions, of which a title may be: محافظ نينوى، رئيس إقليم كردستان. */
export const places = once(() =>
  foldedSet(
    'كردستان كوردستان أربيل السليمانية دهوك كركوك نينوى الموصل الأنبار صلاح_الدين ديالى البصرة النجف كربلاء بابل واسط ميسان ذي المثنى الديوانية القادسية غزة القدس حلب إدلب حمص حماة درعا الحسكة عدن تعز مأرب الحديدة بنغازي دارفور طهران جنيف نيويورك جدة دبي إسطنبول',
  ),
)
/** After these a name is a place's: معسكر فيكتوريا، شارع فلسطين. */
const placeHeads = once(() =>
  foldedSet(
    'معسكر قاعدة مطار شارع مدينة ساحة جسر مستشفى جامعة ملعب حي منطقة قرية ميناء سجن مخيم معبر سد',
  ),
)

/** A word that stands for something else in every article. */
function isCommon(token: Token): boolean {
  const { key, word, bare } = token
  if (token.written === 'علي') return false
  return (
    token.isMark ||
    /\p{Nd}/u.test(key) ||
    places().has(word) ||
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
    'وجود حدوث خروج دخول وقوع حصول سقوط ظهور صدور نقص أي مقتل سحب رفع وقف قطع فتح غلق دعم منع بدء شن نشر نقل ضبط قصف حرق نزع فرض ضرب خفض حق قرار موعد صحة علم قيام بقاء فشل نجاح عزم حرص ضرورة أهمية مسؤولية خبر أنباء معلومات اتهام اتهامات مقترح مشروع طلب وصول عمل',
  ),
)
const isDeed = ({ word, written }: Token) =>
  deeds().has(word) ||
  /^(?:بت..ي.|با.ت.ا.|بان..ا.|ا.ت.ا.|ان..ا.|است..ا.)$/.test(word) ||
  (/^إ/.test(written) && /^ا..ا[ءقفعنمردتجزح]$/.test(word))

/** May a word without article be part of a name, by what it is not? */
function mayBeName(token: Token | undefined): boolean {
  if (!token || token.isMark || token.before !== '' || token.isDefinite) return false
  if (isGiven(token) || singleNames().has(token.word)) return true
  return (
    token.word.length >= 2 &&
    !isCommon(token) &&
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
const isFamily = (token: Token | undefined) =>
  token !== undefined &&
  !token.isMark &&
  token.isDefinite &&
  token.before === '' &&
  !isCommon(token) &&
  !/(?:يه|ات|ون)$/.test(token.word)

/** Names of elsewhere end as plurals do: كرايتون، بولتون، بلينكن. */
const mayBeFamily = (token: Token | undefined) =>
  token !== undefined &&
  !token.isMark &&
  token.before === '' &&
  !token.isDefinite &&
  /..ون$/.test(token.word) &&
  !isCommon(token) &&
  !looksPresent(token) &&
  !isReportingWord(token)

/** Its first letter is its own: سينغ، كيربي، فيدان، ويتكوم. */
const isForeign = (token: Token) =>
  !token.isMark &&
  (/^[سكف]$/.test(token.before) ||
    (token.before === 'و' &&
      token.word.length > 3 &&
      !isCommon(token) &&
      !isGiven(token) &&
      !singleNames().has(token.word) &&
      !/(?:ه|ات|ت|ون|ين)$/.test(token.word))) &&
  !looksPresent(token) &&
  !isReportingWord(token) &&
  !isPreposition(token) &&
  !token.isDefinite

/** Before a family name of elsewhere: بوزو دي بورغو، فان دير لاين. */
const familyParticles = new Set(['دي', 'دو', 'دا', 'دير', 'فان', 'فون', 'لا', 'لو', 'ماك', 'ولد'])

/** After the parts of one given name: عبد اللطيف is one. */
function pastGiven(tokens: readonly Token[], at: number): number {
  const [token, next] = [tokens[at], tokens[at + 1]]
  if (token && next && openers.has(token.word) && !next.isMark && next.before === '')
    if (
      afterOpener.has(next.word) ||
      /^(?:عبد|بو|بن)$/.test(token.word) ||
      token.word.startsWith('اب')
    )
      return at + 2
  return at + 1
}

/**
 * The end of a name of a person that begins at `at`, or undefined. With a title before it the first word may be one
 * that no list has; without, it must be a given name, or one that everybody knows.
 */
export function nameEnd(
  tokens: readonly Token[],
  at: number,
  hasTitle: boolean,
): number | undefined {
  const first = tokens[at]
  if (!first || first.isMark || first.isDefinite) return undefined
  if (!hasTitle && placeHeads().has(tokens[at - 1]?.bare ?? '')) return undefined
  if (hasTitle && first.key === 'صباح' && isFamily(tokens[at + 1])) return at + 2
  // باسم العوادي, and not: المتحدث باسم الحكومة
  if (first.key === 'باسم') {
    const family = tokens[at + 1]
    const isName = (hasTitle || isReportingWord(tokens[at - 1])) && isFamily(family)
    return isName && /ي$/.test(family?.word ?? '') ? at + 2 : undefined
  }
  const isKnown = isGiven(first) || singleNames().has(first.word)
  // علي الأرض, as Egypt writes على: a name where another of a person follows.
  if (first.word === 'علي' && !hasTitle) {
    const next = tokens[at + 1]
    if (!next || !(isGiven(next) || (isFamily(next) && /ي$/.test(next.word)))) return undefined
  }
  // سيسيل، فيرونيك: its first letter is no particle, where a family name follows.
  const isOwnLetter =
    hasTitle && /^[سكف]$/.test(first.before) && isForeign(first) && mayBeName(tokens[at + 1])
  const bare = hasTitle ? (first.before === '' && mayBeName(first)) || isOwnLetter : isKnown
  if (!bare || isCommon(first)) return undefined
  let end = pastGiven(tokens, at)
  const parts = { count: 1, isClosed: false }
  while (parts.count < 4 && !parts.isClosed) {
    const next = tokens[end]
    if (!next) break
    if (familyParticles.has(next.key) && mayBeName(tokens[end + 1])) {
      end += familyParticles.has(tokens[end + 1]?.key ?? '') && mayBeName(tokens[end + 2]) ? 3 : 2
      parts.count++
      parts.isClosed = true
      continue
    }
    const isNisba =
      isFamily(next) && (parts.count === 1 || /ي$/.test(next.word) || afterOpener.has(next.word))
    if (isNisba) {
      end++
      parts.isClosed = !afterOpener.has(next.word)
    } else if (parts.count === 1 && isGiven(first) && (mayBeFamily(next) || isForeign(next))) {
      end++
      parts.isClosed = true
    } else if (parts.count === 1 && !isGiven(first) && singleNames().has(first.word)) break
    else if (
      mayBeName(next) &&
      (parts.count === 1 ||
        isGiven(next) ||
        singleNames().has(next.word) ||
        openers.has(next.word) ||
        // سالم عطوان الكرخي: of three, the last by its family.
        (isFamily(tokens[end + 1]) && /ي$/.test(tokens[end + 1]?.word ?? '')))
    )
      end = pastGiven(tokens, end)
    else break
    parts.count++
  }
  // أبو يقظان المهندس: after a name by a son a trade is of the name.
  if (/^اب[وي]$/.test(first.word) && tokens[end]?.key === 'المهندس') end++
  // يار الله، فضل الله، محي الدين
  if (afterOpener.has(tokens[end]?.word ?? '') && tokens[end]?.before === '') end++
  if (parts.count >= 2) return end
  if (singleNames().has(first.word) || (hasTitle && isGiven(first))) return end
  return pastGiven(tokens, at) > at + 1 ? end : undefined
}
