import { isDateWord, isPreposition, isReportingWord } from './grammar.ts'
import {
  isCommon,
  isFamily,
  isForeign,
  isGiven,
  isNounHere,
  mayBeFamily,
  mayBeName,
} from './name-word.ts'
import type { Token } from './token.ts'
import { foldedSet, once } from './words/folded-set.ts'
import { singleNames } from './words/people.ts'

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
/** Names whose parts are other words: بان كي مون. */
const wholeNames = ['بان كي مون', 'بان جي مون', 'بان غي مون', 'شي جين بينغ', 'كيم جونغ اون'].map(
  name => name.split(' '),
)
const afterOpener = new Set(['الدين', 'الله', 'العابدين', 'الاسلام'])

/** After these a name is a place's: معسكر فيكتوريا، شارع فلسطين. */
const placeHeads = once(() =>
  foldedSet(
    'معسكر قاعدة مطار شارع مدينة ساحة جسر مستشفى جامعة ملعب حي منطقة قرية ميناء سجن مخيم معبر سد',
  ),
)

/** Before a family name of elsewhere: بوزو دي بورغو، فان دير لاين. */
const familyParticles = new Set(['دي', 'دو', 'دا', 'دير', 'فان', 'فون', 'لا', 'لو', 'ماك', 'ولد'])

/** زين العابدين بن علي: after these a name goes on. */
const sons = new Set(['بن', 'ابن', 'بنت'])

const isGivenAt = (tokens: readonly Token[], at: number) => {
  const token = tokens[at]
  return token !== undefined && !token.isMark && token.before === '' && isGiven(token)
}

/** محمد حسن فرحات، قال عمر سالم عطوان إن: after a third name that no list has a clause goes on. */
function closesName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (!token || token.isMark || token.before !== '') return true
  return (
    isPreposition(token) ||
    isDateWord(token) ||
    isReportingWord(token) ||
    /^(?:مواليد|البالغه?|الملقبه?|المعروفه?|المدعو)$/.test(token.key)
  )
}

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
  const whole = wholeNames.find(words =>
    words.every((word, step) => tokens[at + step]?.key === word),
  )
  if (whole) return at + whole.length
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
  // حسن الحظ، نجاح الهدنة: a noun of the language with what it is of.
  if (!hasTitle && isNounHere(tokens, at)) return undefined
  // سيسيل، فيرونيك: its first letter is no particle, where a family name follows.
  const isOwnLetter =
    hasTitle && /^[سكف]$/.test(first.before) && isForeign(first) && mayBeName(tokens[at + 1])
  const bare = hasTitle ? (first.before === '' && mayBeName(first)) || isOwnLetter : isKnown
  if (!bare || isCommon(first)) return undefined
  // نظيره بردود الفعل: with a particle of its own.
  const after = tokens[at + 1]
  if (!isKnown && /^[بل].../.test(first.word) && after?.isDefinite && !/ي$/.test(after.word))
    return undefined
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
    // إسماعيل ولد الشيخ أحمد
    if (next.key === 'ولد' && tokens[end + 1]?.isDefinite && isGivenAt(tokens, end + 2)) {
      end += 3
      break
    }
    const isThird =
      isGivenAt(tokens, at) &&
      (isGivenAt(tokens, end - 1) || (hasTitle && parts.count === 2)) &&
      closesName(tokens, end + 1) &&
      (mayBeName(next) || mayBeFamily(next, true))
    const isNisba =
      isFamily(next) && (parts.count === 1 || /ي$/.test(next.word) || afterOpener.has(next.word))
    // القيادي خليل الحية: a family of any form, where nothing more comes.
    const isHome =
      hasTitle &&
      parts.count === 1 &&
      isGiven(first) &&
      next.isDefinite &&
      next.before === '' &&
      !isCommon(next) &&
      /يه$/.test(next.word) &&
      closesName(tokens, end + 1)
    if (isNisba || isHome) {
      end++
      parts.isClosed = !afterOpener.has(next.word) && !sons.has(tokens[end]?.key ?? '')
    } else if (
      parts.count === 1 &&
      isGiven(first) &&
      (mayBeFamily(next, closesName(tokens, end + 1)) || isForeign(next))
    ) {
      end++
      parts.isClosed = true
    } else if (parts.count === 1 && !isGiven(first) && singleNames().has(first.word)) break
    else if (
      (mayBeName(next) || isThird) &&
      (parts.count === 1 ||
        isGiven(next) ||
        singleNames().has(next.word) ||
        openers.has(next.word) ||
        isThird ||
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
