import type { Expression } from '../expression.ts'
import {
  bareSense,
  isBefore,
  isMark,
  isOneOf,
  isWord,
  particleAt,
  past,
  type Scan,
  tokenAt,
} from '../scan.ts'
import { mediaBefore, named, numbering, places } from '../words/name-words.ts'
import { timely } from '../words/time-particles.ts'
import { isAge, isOfLife } from './age.ts'

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
const startingFrom = ['اعتبارا', 'ابتداء', 'بدءا', 'انطلاقا', 'ابتداءا', 'بدء']

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

/** عرب 48 are people. */
const arabs = new Set(['عرب'])

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
      return isWeekdayMeant(scan, start, next, expression)
    case 'period':
      return isPeriodMeant(scan, start, next, expression)
    case 'vague':
      return !isBefore(scan, start, mediaBefore, 1)
    case 'decade':
      return !isOfLife(scan, next)
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
      return expression.year.kind === 'shift' || !isBefore(scan, start, arabs, 1)
    default:
      return true
  }
}

/** الأحد عشر is eleven, الاثنين معا are two, الأربعاء الأسود is the name of one day. */
const notOfWeekday = [
  'عشر',
  'عشره',
  'معا',
  'كليهما',
  'كلاهما',
  'الاسود',
  'الدامي',
  'العظيم',
  'العظيمه',
  'الحزينه',
  'البيضاء',
  'السوداء',
  'الداميه',
]

function isWeekdayMeant(
  scan: Scan,
  start: number,
  next: number,
  { by, week, weekday }: Extract<Expression, { is: 'weekday' }>,
): boolean {
  if (by !== undefined || week) return true
  if (isBefore(scan, start, named, 1) || isQuoted(scan, start, next)) return false
  if (isOneOf(scan, next, notOfWeekday)) return false
  // هذين الاثنين are these two, كلا الاثنين both.
  if (weekday === 1 && isWord(scan, start - 1, 'هذين', 'كلا', 'بين', 'احد')) return false
  return !(isWord(scan, start - 1, 'من') && isWord(scan, start - 2, 'اي', 'كل', 'كلا'))
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
  const last = tokenAt(scan, next - 1).key
  // صوت الغد, قادة الغد: a name, a figure of speech.
  if (last === 'الغد' && isWord(scan, start - 1, 'صوت', 'قاده', 'بناه', 'صناع')) return false
  if (last !== 'اليوم') return true
  // اليوم السابع, اليوم العالمي: a day that is counted or named.
  const { ordinal, weekday } = bareSense(scan, next) ?? {}
  if (ordinal !== undefined && weekday === undefined) return false
  // 24 ساعة في اليوم: a day, not today.
  if (
    isWord(scan, start - 1, 'في') &&
    isWord(scan, start - 2, 'ساعه', 'ساعات', 'مرات', 'مره', 'مرتين', 'دقيقه', 'دقايق')
  )
    return false
  return !isWord(scan, next, 'العالمي', 'الوطني', 'الدولي', 'الواحد', 'الموعود', 'المشهود', 'ال')
}
