import type { Expression } from '../expression.ts'
import {
  bareSense,
  isMark,
  isOneOf,
  isWord,
  particleAt,
  past,
  type Scan,
  tokenAt,
} from '../scan.ts'
import {
  adverbs,
  ageBefore,
  amounting,
  countedNouns,
  mediaBefore,
  named,
  numbering,
  places,
  shortYearly,
  yearly,
} from '../words/name-words.ts'

const timely = [
  'في',
  'منذ',
  'خلال',
  'حتي',
  'بحلول',
  'لغايه',
  'الي',
  'قبل',
  'بعد',
  'مذ',
  'طيله',
  'طوال',
  'غضون',
  'اثناء',
  'تسليم',
]

/** One of some words stands among the `reach` words before a token, nothing but words between. */
export function isBefore(
  scan: Scan,
  at: number,
  words: ReadonlySet<string>,
  reach: number,
): boolean {
  for (let n = 1; n <= reach; n++) {
    const token = tokenAt(scan, at - n)
    if (token.kind !== 'word') return false
    if (words.has(token.key) || words.has(token.prefix + token.key)) return true
    // A clitic is no part of a word the dictionary does not know.
    if (words.has(token.key.slice(1)) && 'وبلف'.includes(token.key[0] ?? '')) return true
  }
  return false
}

/** An indefinite accusative, or a noun one counts: what stands before it is a number of things. */
export function countsThings(scan: Scan, at: number): boolean {
  const { kind, key, prefix, start, end } = tokenAt(scan, at)
  if (kind !== 'word' || prefix !== '' || key === '') return false
  if (countedNouns.has(key)) return true
  if (adverbs.has(key) || key.startsWith('ال')) return false
  if (key.length >= 4 && key.endsWith('ا')) {
    // A verb's dual or feminine object (بعدها) ends so too; with tanwin written there is no doubt.
    return !key.endsWith('ها') || scan.text.slice(start, end).includes('\u064b')
  }
  return false
}

const compared = ['مقارنه', 'بالمقارنه', 'قياسا', 'بالقياس', 'مقارنا', 'مقابل']

/** A four-digit number that is a year although no noun says so. */
export function isBareYear(scan: Scan, at: number, afterYear: boolean): boolean {
  const year = Number(tokenAt(scan, at).key)
  if (tokenAt(scan, at).key.length !== 4 || year < 1700 || year > 2100) return false
  if (afterYear && isWord(scan, at - 1, 'و', 'او')) return true
  if (countsThings(scan, at + 1) || isBefore(scan, at, numbering, 2)) return false
  if (isMark(scan, at - 1, '(') && isMark(scan, at + 1, ')')) return true
  const particle = particleAt(scan, at - 1)
  // ارتفع من 1800 إلى 2000: what goes up or down is no year.
  if ((particle === 'الي' || particle === 'من') && isBefore(scan, at, amounting, 6)) return false
  if (timely.includes(particle)) return true
  // مقارنة مع 2019, قياسا بـ2019
  if (['مع', 'ب'].includes(particle) && isOneOf(scan, at - 2, compared)) return true
  // مقارنة بالفترة نفسها من 2023
  if (particle === 'من' && isWord(scan, at - 2, 'نفسها', 'ذاتها', 'نفسه', 'ذاته', 'عينها'))
    return true
  if (particle === 'من' || particle === 'بين') {
    const next = tokenAt(scan, at + 1)
    return (
      next.prefix + next.key === 'و' || isWord(scan, at + 1, 'الي', 'حتي', 'ولغايه', 'وحتي', 'والي')
    )
  }
  return isBefore(scan, at, yearly, 3)
}

/** حرب 73, حدود 67, مونديال 98: two figures behind what is known by its year. */
export function isShortYear(scan: Scan, at: number): boolean {
  const { kind, key } = tokenAt(scan, at)
  if (kind !== 'number' || key.length !== 2 || key < '10') return false
  const before = tokenAt(scan, at - 1)
  if (before.kind !== 'word' || !shortYearly.has(before.key.replace(/^[وبلف]/, ''))) return false
  const after = tokenAt(scan, at + 1)
  if (after.kind === 'word') return after.sense === undefined && !countsThings(scan, at + 1)
  return after.kind === 'line' || !after.glued || isMark(scan, at + 1, '.،؛»"؟!:)')
}

const quotes = '«»"“”‘’\''
const isQuoted = (scan: Scan, start: number, next: number) =>
  isMark(scan, start - 1, quotes) && isMark(scan, next, quotes)

/** In one clitic-free step: what the word before the expression is. */
const lead = (scan: Scan, start: number) => {
  const { prefix } = tokenAt(scan, start)
  const clitic = prefix.replace(/[وف]/g, '')
  return clitic !== '' ? clitic : particleAt(scan, start - 1)
}

/** اعتبارا من: the من of a beginning. */
export const startingFrom = ['اعتبارا', 'ابتداء', 'بدءا', 'انطلاقا', 'ابتداءا', 'بدء']

const spokenPersian = new Set([1, 2, 3, 6, 11, 12])

/** A month by itself must be asked for: في مايو, not مايو كلينك. */
function isBareMonthMeant(
  scan: Scan,
  start: number,
  next: number,
  { of }: Extract<Expression, { is: 'month' }>,
  afterMonth: boolean,
): boolean {
  if (isWord(scan, start, 'شهر') || tokenAt(scan, start).key === 'شهر') return true
  if (isQuoted(scan, start, next)) return false
  if (of.calendar === 'gregorian' && tokenAt(scan, next - 1).kind === 'mark') return true
  const joined = tokenAt(scan, start).prefix.includes('و') && afterMonth
  if (of.calendar === 'islamic-umalqura')
    // صفر is nought, too.
    return (
      of.month !== 2 &&
      (timely.includes(lead(scan, start)) || isWord(scan, start - 1, 'حلول') || joined)
    )
  if (of.calendar === 'persian') return false
  const before = lead(scan, start)
  if (
    timely.includes(before) ||
    ['شهري', 'بين', 'شهر', 'اشهر', 'شهور', 'ب', 'ل'].includes(before) ||
    joined
  )
    return !isBefore(scan, start, named, 1)
  if (before !== 'من') return false
  return isWord(scan, next, 'الي', 'حتي', 'وحتي') || isOneOf(scan, start - 2, startingFrom)
}

const unitNouns = [
  'عام',
  'عاما',
  'سنه',
  'اعوام',
  'سنوات',
  'عامين',
  'عامان',
  'سنتين',
  'سنتان',
  'شهر',
  'شهرا',
  'اشهر',
  'شهور',
  'ربيعا',
]

/** 45 عاما of somebody's life: said of an age, or alone in brackets behind a name. */
function isAge(scan: Scan, start: number, next: number): boolean {
  if (!unitNouns.includes(tokenAt(scan, next - 1).key)) return false
  if (isBefore(scan, start, ageBefore, 3)) return true
  if (isMark(scan, start - 1, '(') && (isMark(scan, next, ')') || isMark(scan, next, '،')))
    return true
  if (isWord(scan, start - 1, 'ال') && isMark(scan, start - 2, '(')) return true
  if (isWord(scan, next, 'من') && isWord(scan, next + 1, 'العمر', 'عمره', 'عمرها', 'عمرهم'))
    return true
  if (isWord(scan, next, 'فما') || isWord(scan, next, 'فاكثر')) return true
  return isWord(scan, start - 1, 'عن') && diesNear(scan, start)
}

/** توفيت عن 92 عاما: a verb of dying among the words before. */
function diesNear(scan: Scan, start: number): boolean {
  for (let n = 2; n <= 8; n++) {
    const { kind, prefix, key } = tokenAt(scan, start - n)
    if (kind === 'line') return false
    if (/^[وف]?(?:توفي|توفيت|رحل|رحلت|مات|ماتت|وفاه|غيب)/.test(prefix + key)) return true
  }
  return false
}

/** هاتف المكتب 07-10-2023: figures behind a number's noun, unless a preposition parts them. */
function isNumbered(scan: Scan, start: number): boolean {
  if (tokenAt(scan, start + 1).kind !== 'mark') return false
  const before = tokenAt(scan, start - 1)
  const parted =
    timely.includes(particleAt(scan, start - 1)) ||
    before.key === 'بتاريخ' ||
    before.key === 'تاريخ'
  return !parted && isBefore(scan, start, numbering, 2)
}

/** Whether what reads as a date is one where it stands. */
export function isDateHere(
  scan: Scan,
  start: number,
  next: number,
  expression: Expression,
  after: { readonly year: boolean; readonly month: boolean },
): boolean {
  switch (expression.is) {
    case 'month':
      if (expression.of.calendar === 'persian')
        return expression.year?.kind === 'year' && expression.year.year < 1700
      // ملعب 19 مايو 1956
      if (tokenAt(scan, start - 1).kind === 'number' && isBefore(scan, start - 1, places, 1))
        return false
      if (expression.year || expression.direction) return true
      return isBareMonthMeant(scan, start, next, expression, after.month)
    case 'day':
      if (isNumbered(scan, start) || isBefore(scan, start, places, 1)) return false
      if (expression.of.calendar === 'persian')
        return expression.year !== undefined || spokenPersian.has(expression.of.month)
      if (expression.year || expression.weekday || expression.also) return true
      return !isBefore(scan, start, named, 1)
    case 'weekday':
      if (expression.by !== undefined || expression.week) return true
      if (isBefore(scan, start, named, 1) || isQuoted(scan, start, next)) return false
      // الأحد عشر is eleven, الاثنين معا are two.
      if (isWord(scan, next, 'عشر', 'عشره', 'معا', 'كليهما', 'كلاهما')) return false
      if (
        isWord(
          scan,
          next,
          'الاسود',
          'الدامي',
          'العظيم',
          'العظيمه',
          'الحزينه',
          'البيضاء',
          'السوداء',
          'الداميه',
        )
      )
        return false
      return (
        !(isWord(scan, start - 1, 'هذين', 'كلا', 'بين', 'احد') && expression.weekday === 1) &&
        !(isWord(scan, start - 1, 'من') && isWord(scan, start - 2, 'اي', 'كل', 'كلا'))
      )
    case 'period':
      return isPeriodMeant(scan, start, next, expression)
    case 'vague':
      return !isBefore(scan, start, mediaBefore, 1)
    case 'decade':
      return !(
        isWord(scan, next, 'من') && isWord(scan, next + 1, 'العمر', 'عمره', 'عمرها', 'عمرهم')
      )
    case 'duration':
      return !isAge(scan, start, next)
    case 'modified':
      return isDateHere(scan, start, next, expression.of, after) || isPartOf(scan, start)
    case 'interval':
      return !isBefore(scan, start, numbering, 1)
    case 'time':
      if (expression.of?.is === 'period' && !isPeriodMeant(scan, start, next, expression.of))
        return false
      return !(expression.clock && isBefore(scan, start, numbering, 1))
    case 'year':
      return expression.year.kind === 'shift' || !isBefore(scan, start, new Set(['عرب']), 1)
    default:
      return true
  }
}

/** مطلع, نهاية and their like ask for the month behind them. */
const isPartOf = (scan: Scan, start: number) =>
  tokenAt(scan, start).sense?.part !== undefined ||
  isWord(scan, past(scan, start, 'في'), 'النصف', 'الربع')

function isPeriodMeant(
  scan: Scan,
  start: number,
  next: number,
  { shift }: Extract<Expression, { is: 'period' }>,
): boolean {
  if (shift.unit !== 'D') return true
  if (isBefore(scan, start, mediaBefore, 1)) return false
  // في مثل هذا اليوم: on this day of another year.
  if (
    isWord(scan, start - 1, 'مثل') ||
    (isWord(scan, start - 1, 'هذا') && isWord(scan, start - 2, 'مثل'))
  )
    return false
  // اليوم السابع, اليوم العالمي: a day that is counted or named.
  const last = tokenAt(scan, next - 1).key
  // صوت الغد, قادة الغد: a name, a figure of speech.
  if (last === 'الغد' && isWord(scan, start - 1, 'صوت', 'قاده', 'بناه', 'صناع')) return false
  if (last !== 'اليوم') return true
  if (bareSense(scan, next)?.ordinal !== undefined && bareSense(scan, next)?.weekday === undefined)
    return false
  // 24 ساعة في اليوم: a day, not today.
  if (
    isWord(scan, start - 1, 'في') &&
    isWord(scan, start - 2, 'ساعه', 'ساعات', 'مرات', 'مره', 'مرتين', 'دقيقه', 'دقايق')
  )
    return false
  return !isWord(scan, next, 'العالمي', 'الوطني', 'الدولي', 'الواحد', 'الموعود', 'المشهود', 'ال')
}
