import { type Scan, tokenAt } from '../scan.ts'
import type { Opening, Sense } from '../words/sense.ts'
import { ago } from './ago.ts'
import { approximation } from './approximation.ts'
import { century, decade } from './century.ts'
import { clockTime } from './clock-time.ts'
import { dashed } from './dashed.ts'
import { dayDate } from './day.ts'
import { definiteDuration } from './definite-duration.ts'
import { lastStretch } from './duration.ts'
import { elidedClock, elidedDay, elidedDayYear, elidedDirection, elidedYear } from './elided.ts'
import { feast } from './feast.ts'
import { numericMonth } from './figures.ts'
import { length } from './length.ts'
import { hoursOf, looseTime } from './loose-time.ts'
import { monthDate } from './month-tail.ts'
import { namedTime } from './named-time.ts'
import { nthWeekday } from './nth-weekday.ts'
import { partOfDay, withPart } from './part-of-day.ts'
import { modified, partOfYear } from './part-of-year.ts'
import { relativePeriod } from './period.ts'
import { relativeDay, thisWeekday, weekdayDate } from './relative-day.ts'
import type { Rule } from './rule.ts'
import { season } from './season.ts'
import { dayOfEvery, partOfEach, partOfEvery, recurring } from './set.ts'
import { vague } from './vague.ts'
import { lastTen, weekOfMonth } from './week-of-month.ts'
import { namedYear, yearRange } from './year-range.ts'

const about: Rule = (scan, at) => {
  const around = approximation(scan, at)
  if (around?.value !== 'APPROX') return undefined
  const of =
    namedYear(scan, around.next) ?? monthDate(scan, around.next) ?? dayDate(scan, around.next)
  return of && { value: { is: 'modified', mod: 'APPROX', of: of.value }, next: of.next }
}

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
  month: [monthDate, elidedYear, dayOfEvery],
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
  if (isMonth) add(dashed, monthDate, elidedYear, dayOfEvery)
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

/** The rules that may read what begins at a token. */
export function rulesAt(scan: Scan, at: number): readonly Rule[] {
  const { kind, sense } = tokenAt(scan, at)
  if (kind === 'number') return isJoined(scan, at) ? joinedFigures : numeric
  if (!sense) return []
  const known = bySense.get(sense)
  if (known) return known
  const rules = rulesOf(sense)
  bySense.set(sense, rules)
  return rules
}

/** Of two readings as long, these yield: they take their month or year from what follows. */
export const elidedRules: readonly Rule[] = [
  elidedDay,
  elidedYear,
  elidedDayYear,
  elidedDirection,
  elidedClock,
]
