import type { Expression, Parsed } from '../expression.ts'
import {
  bareSense,
  isArticled,
  isMark,
  isWord,
  type Part,
  past,
  type Scan,
  tokenAt,
} from '../scan.ts'
import type { Token } from '../token.ts'
import type { Opening, Sense } from '../words/sense.ts'
import { ago } from './ago.ts'
import { dayDate, monthTail, numericMonth } from './day.ts'
import { approximation, definiteDuration, duration, lastStretch } from './duration.ts'
import { elidedClock, elidedDay, elidedDayYear, elidedDirection, elidedYear } from './elided.ts'
import { feast } from './feast.ts'
import { countsThings, isBareYear, isDateHere, isShortYear } from './licence.ts'
import { nthWeekday } from './nth-weekday.ts'
import { looseDigits } from './number.ts'
import {
  century,
  decade,
  lastTen,
  modified,
  namedYear,
  partOfYear,
  relativePeriod,
  season,
  weekOfMonth,
  yearRange,
} from './period.ts'
import { relativeDay, thisWeekday, weekdayDate } from './relative-day.ts'
import { dayOfEvery, partOfEach, partOfEvery, recurring } from './set.ts'
import { clockTime, hoursOf, looseTime, namedTime, partOfDay, withPart } from './time.ts'
import { vague } from './vague.ts'

type Rule = (scan: Scan, at: number) => Part<Expression> | undefined

const month: Rule = (scan, at) => {
  const tail = monthTail(scan, at)
  return tail && { value: { is: 'month', ...tail.value }, next: tail.next }
}

/** 13-15 يوليو 2024, يناير-مارس 2024, من 13 إلى 15 يوليو written with a dash. */
const dashed: Rule = (scan, at) => {
  const first = looseDigits(scan, at, 2)
  if (first !== undefined) {
    if (!isMark(scan, at + 1, '-–—') || first < 1 || first > 31) return undefined
    if (looseDigits(scan, at + 2, 2) === undefined) return undefined
    const to = dayAfterDash(scan, at + 2)
    return (
      to && {
        value: { is: 'interval', from: { ...to.value, day: first }, to: to.value },
        next: to.next,
      }
    )
  }
  const from = monthTail(scan, at)
  if (!from || !isMark(scan, from.next, '-–—')) return undefined
  const to = monthTail(scan, from.next + 1)
  if (!to || to.value.of.calendar !== from.value.of.calendar || !to.value.year) return undefined
  const later: Expression = { is: 'month', ...to.value }
  const earlier: Expression = {
    is: 'month',
    of: from.value.of,
    year: from.value.year ?? to.value.year,
  }
  return { value: { is: 'interval', from: earlier, to: later }, next: to.next }
}

type DayExpression = Extract<Expression, { is: 'day' }>

function dayAfterDash(scan: Scan, at: number): Part<DayExpression> | undefined {
  const day = looseDigits(scan, at, 2)
  if (day === undefined || day < 1 || day > 31) return undefined
  const tail = monthTail(scan, past(scan, at + 1, 'من'))
  return tail && { value: { is: 'day', day, ...tail.value }, next: tail.next }
}

const about: Rule = (scan, at) => {
  const around = approximation(scan, at)
  if (around?.value !== 'APPROX') return undefined
  const of = namedYear(scan, around.next) ?? month(scan, around.next) ?? dayDate(scan, around.next)
  return of && { value: { is: 'modified', mod: 'APPROX', of: of.value }, next: of.next }
}

const lengthBefore = [
  'منذ',
  'خلال',
  'لمده',
  'مده',
  'طوال',
  'طيله',
  'مدي',
  'غضون',
  'مر',
  'مرت',
  'مرور',
  'مضي',
  'مضت',
  'استمر',
  'استمرت',
  'تستمر',
  'يستمر',
  'دام',
  'دامت',
  'يدوم',
  'تدوم',
  'استغرق',
  'استغرقت',
  'يستغرق',
  'تستغرق',
  'ستستغرق',
  'بعد',
  'قبل',
  'امتدت',
  'امتد',
  'ظرف',
  'سيستغرق',
  'كل',
]

const lasting =
  /^[وف]?(?:[سيتن]|ست|سي)?(?:دام|دامت|يدوم|تدوم|استمر|استمرت|يستمر|استغرق|استغرقت|ستغرق|امضي|امضت|مضي|قضي|قضت|قضوا|مكث|مكثت|بقي|بقيت|بقوا|ظل|ظلت|ظلوا|غاب|غابت|توقف|توقفت|انقطع|انقطعت|انتظر|انتظرت|عاش|عاشت|اقام|اقامت|سجن|حبس|حبسه|سجنه|سجنها|احتجز|اعتقل|طال|طالت|امتد|امتدت|تاخر|تاخرت|تاجل|تاجلت|مدد|مددت|تمديد|صمد|صمدت)$/

/** دامت الهدنة أسبوعا: a lone unit behind a verb of lasting, with no more than two words between. */
function isLasting(scan: Scan, at: number): boolean {
  const own = tokenAt(scan, at).sense?.unit
  if (own?.count !== 'one' || own.definite || tokenAt(scan, at).prefix !== '') return false
  // The verb may have an object of its own; عاما, شهرا are accusative, سنة, ساعة, ليلة may be.
  const { key } = tokenAt(scan, at)
  if (!key.endsWith('ا') && !key.endsWith('ه')) return false
  if (
    isArticled(scan, at + 1) ||
    isWord(scan, at - 1, 'كل', 'في', 'اي') ||
    isWord(scan, at + 1, 'بعد')
  )
    return false
  for (let n = 1; n <= 3; n++) {
    const { kind, prefix, key: word } = tokenAt(scan, at - n)
    if (kind !== 'word') return false
    if (lasting.test(prefix + word)) return true
  }
  return false
}

const length: Rule = (scan, at) => {
  const before = tokenAt(scan, at - 1)
  const own = tokenAt(scan, at).sense?.unit
  // سنة بعد سنة
  if (before.key === 'بعد' && own && tokenAt(scan, at - 2).sense?.unit?.unit === own.unit)
    return undefined
  // لأسبوع, لعام: for a week, for a year.
  const forOne =
    tokenAt(scan, at).prefix.endsWith('ل') &&
    !own?.definite &&
    ((own?.count === 'one' && own.unit !== 'D') || own?.count === 'many')
  const bare =
    (before.kind === 'word' && lengthBefore.includes(before.key)) || forOne || isLasting(scan, at)
  // عقد is a contract, ثانية is "second": alone they are amounts after these few words at most.
  if (bare && own?.count === 'one' && (own.unit === 'DE' || own.unit === 'S'))
    return ['منذ', 'مرور', 'مر', 'مضي'].includes(before.key) ? duration(scan, at, true) : undefined
  if (
    bare &&
    own?.count === 'one' &&
    own.unit === 'D' &&
    !isWord(scan, at + 1, 'علي', 'من', 'واحد', 'كامل')
  )
    return duration(scan, at, false)
  return duration(scan, at, bare)
}

/** 73 of حرب 73 is 1973, 06 of حرب 06 is 2006. */
const shortYear = (scan: Scan, at: number): Part<Expression> => {
  const year = Number(tokenAt(scan, at).key)
  return {
    value: { is: 'year', year: { kind: 'year', year: year < 30 ? 2000 + year : 1900 + year } },
    next: at + 1,
  }
}

const bareYear: Rule = (scan, at) =>
  tokenAt(scan, at).kind === 'number' && tokenAt(scan, at).key.length === 4
    ? {
        value: { is: 'year', year: { kind: 'year', year: Number(tokenAt(scan, at).key) } },
        next: at + 1,
      }
    : undefined

const day: Rule = (scan, at) => withPart(scan, dayDate(scan, at))
const weekday: Rule = (scan, at) => withPart(scan, weekdayDate(scan, at))
const relative: Rule = (scan, at) => withPart(scan, relativeDay(scan, at))

/** What a number can begin. */
const numeric: readonly Rule[] = [
  clockTime,
  day,
  dashed,
  yearRange,
  recurring,
  length,
  dayOfEvery,
  elidedDay,
  elidedDayYear,
]

/** What figures can be that others are joined to: 1/2/2024, 10:30, 2023-2025. */
const joinedFigures: readonly Rule[] = [clockTime, day, dashed, yearRange, numericMonth]

function isJoined(scan: Scan, at: number): boolean {
  const mark = tokenAt(scan, at + 1)
  const next = tokenAt(scan, at + 2)
  return mark.kind === 'mark' && mark.glued && next.kind === 'number' && next.glued
}

const openings: Record<Opening, readonly Rule[]> = {
  about: [about, length],
  ago: [ago, relative, partOfDay, vague],
  day: [day, weekday, relative, feast, dayOfEvery, elidedDirection],
  feast: [feast],
  first: [day, relative, feast, dayOfEvery, nthWeekday, weekOfMonth, lastStretch],
  in: [looseTime, clockTime, partOfYear, vague],
  length: [length],
  month: [month, elidedYear, dayOfEvery],
  number: [length, day, definiteDuration, clockTime, elidedDay],
  pointing: [relativePeriod, thisWeekday, season, namedTime, vague, lastTen],
  set: [recurring],
  vague: [vague],
  week: [weekOfMonth],
  years: [namedYear, decade],
}

/** What a word can begin, by what it means. */
function rulesOf(sense: Sense): readonly Rule[] {
  const rules = new Set<Rule>()
  const add = (...more: readonly Rule[]) => {
    for (const rule of more) rules.add(rule)
  }
  const isMonth =
    sense.gregorianMonth || sense.hijriMonth || sense.persianMonth || sense.twoWordMonth
  if (isMonth) add(dashed, month, elidedYear, dayOfEvery)
  if (sense.weekday) add(weekday, nthWeekday, dayOfEvery, elidedDirection)
  if (sense.ordinal) add(clockTime, day, dayOfEvery, definiteDuration, elidedDay, elidedClock)
  if (sense.cardinal) add(length, recurring, definiteDuration)
  if (sense.unit) add(relativePeriod, namedYear, length, definiteDuration, century)
  if (sense.unit?.unit === 'H') add(clockTime, hoursOf, elidedClock)
  if (sense.part) add(modified, namedTime, partOfEach)
  if (sense.dayPart) add(partOfDay, namedTime, partOfEvery)
  if (sense.season) add(season)
  if (sense.decade) add(decade)
  if (sense.dayShift !== undefined) add(relative)
  if (sense.fraction) add(partOfYear, length, recurring, day)
  if (sense.every) add(recurring)
  if (sense.vague) add(vague)
  for (const opening of sense.opens ?? []) add(...openings[opening])
  return [...rules]
}

const bySense = new Map<Sense, readonly Rule[]>()

function rulesAt({ kind, sense }: Token): readonly Rule[] {
  if (kind === 'number') return numeric
  if (!sense) return []
  const known = bySense.get(sense)
  if (known) return known
  const rules = rulesOf(sense)
  bySense.set(sense, rules)
  return rules
}

/** Of two readings as long, these yield: they take their month or year from what follows. */
const elided: readonly Rule[] = [elidedDay, elidedYear, elidedDayYear, elidedDirection, elidedClock]

/** After a number: a word the dictionary has, or one of these. Anything else makes it a number of things. */
const links = new Set([
  'من',
  'منه',
  'و',
  'الي',
  'حتي',
  'لغايه',
  'وحتي',
  'ولغايه',
  'والي',
  'بتوقيت',
  'توقيت',
  'ص',
  'م',
  'ت',
  'gmt',
  'utc',
  'am',
  'pm',
  'مرات',
  'مره',
])

function isPlainNumber(scan: Scan, at: number): boolean {
  const next = tokenAt(scan, at + 1)
  if (next.kind === 'word') return next.sense === undefined && !links.has(next.key)
  return next.kind !== 'mark' || !'/-.:–—،('.includes(next.key)
}

/** Words that a plain year may follow in a list: عامي 1979 و2003. */
type After = { readonly year: boolean; readonly month: boolean }

/** The longest date that begins at a token, if what begins there is one. */
export function dateAt(text: Scan, at: number, after: After): Parsed | undefined {
  const token = tokenAt(text, at)
  const scan = token.prefix === '' ? text : { ...text, opening: at }
  let best: Part<Expression> | undefined
  if (token.kind !== 'number' || !isPlainNumber(scan, at))
    for (const rule of token.kind === 'number' && isJoined(scan, at)
      ? joinedFigures
      : rulesAt(token)) {
      const found = rule(scan, at)
      if (!found || (best && found.next < best.next)) continue
      if (best && found.next === best.next && !elided.includes(rule)) continue
      if (elided.includes(rule) || isDateHere(scan, at, found.next, found.value, after))
        best = found
    }
  if (!best && token.kind === 'number' && isBareYear(scan, at, after.year))
    best = bareYear(scan, at)
  if (!best && isShortYear(scan, at)) best = shortYear(scan, at)
  if (!best || (isCounted(scan, best) && !after.year)) return undefined
  return { start: at, next: best.next, expression: best.value }
}

/** في 2014 شخصا, عام 2000 جندي: a number of things, not a year. */
const isCounted = (scan: Scan, { value, next }: Part<Expression>) =>
  value.is === 'year' &&
  bareSense(scan, next - 1) === undefined &&
  tokenAt(scan, next - 1).kind === 'number' &&
  countsThings(scan, next) &&
  !isWord(scan, next - 2, 'عام', 'العام', 'سنه')
