import {
  addDays,
  type Day,
  dayIn,
  firstOfMonth,
  four,
  inCalendar,
  isoDay,
  isoMonth,
  isoWeek,
  lastOfMonth,
  mondayOf,
  monthLength,
} from '../calendar-date.ts'
import type { Resolved } from '../date-mention.ts'
import type { RuleId } from '../rules.ts'
import type { Calendar } from '../timex.ts'

const date = { type: 'DATE', calendar: 'gregorian' } as const

export function dayPoint(day: Day, rule: RuleId): Resolved {
  const value = isoDay(day)
  // Written out, not spread: every day of a text is made here.
  return {
    type: 'DATE',
    value,
    edtf: value,
    calendar: 'gregorian',
    precision: 'day',
    rule,
    known: { first: day, last: day },
  }
}

export function monthPoint(year: number, month: number, rule: RuleId): Resolved {
  const value = isoMonth(year, month)
  const known = { first: firstOfMonth(year, month), last: lastOfMonth(year, month) }
  return { ...date, value, edtf: value, precision: 'month', rule, known }
}

export function yearPoint(year: number, rule: RuleId): Resolved {
  const value = four(year)
  const known = { first: firstOfMonth(year, 1), last: lastOfMonth(year, 12) }
  return { ...date, value, edtf: value, precision: 'year', rule, known }
}

/** An ISO week; EDTF has no weeks, so it is written as its days. */
export function weekPoint(day: Day, rule: RuleId): Resolved {
  const first = mondayOf(day)
  const last = addDays(first, 6)
  const edtf = `${isoDay(first)}/${isoDay(last)}`
  return { ...date, value: isoWeek(day), edtf, precision: 'week', rule, known: { first, last } }
}

/** What an anchor would have to say: the known digits, X for the rest. */
export const openPoint = (value: string, precision: Resolved['precision']): Resolved => ({
  ...date,
  value,
  ...(/^[\dX]{4}(-[\dX]{2}){0,2}$/.test(value) ? { edtf: value } : {}),
  precision,
  rule: 'no-anchor',
  needsAnchor: true,
})

const isLunar = (calendar: Calendar) => calendar === 'islamic-umalqura'

/** A day of another calendar: Gregorian value, its own date kept beside it. */
export function convertedDay(
  calendar: Calendar,
  year: number,
  month: number,
  day: number,
  rule: RuleId,
): Resolved | undefined {
  const found = dayIn(calendar, year, month, day)
  if (!found) return undefined
  const point = dayPoint(found, rule)
  if (calendar === 'gregorian') return point
  return {
    ...point,
    calendar,
    written: isoDay({ year, month, day }),
    ...(isLunar(calendar) ? { tolerance: 1 } : {}),
  }
}

/** A stretch of days, as a month or a year of another calendar is one. */
function stretch(first: Day, last: Day, calendar: Calendar, written: string): Resolved {
  const value = `${isoDay(first)}/${isoDay(last)}`
  return {
    ...date,
    calendar,
    value,
    edtf: value,
    precision: 'month',
    written,
    ...(isLunar(calendar) ? { tolerance: 1 } : {}),
    rule: 'converted',
    known: { first, last },
  }
}

export function convertedMonth(
  calendar: Calendar,
  year: number,
  month: number,
): Resolved | undefined {
  const length = monthLength(calendar, year, month)
  const first = dayIn(calendar, year, month, 1)
  const last = dayIn(calendar, year, month, length)
  return first && last && stretch(first, last, calendar, isoMonth(year, month))
}

export function convertedYear(calendar: Calendar, year: number): Resolved | undefined {
  const first = dayIn(calendar, year, 1, 1)
  const last = dayIn(calendar, year, 12, monthLength(calendar, year, 12))
  return first && last && { ...stretch(first, last, calendar, four(year)), precision: 'year' }
}

/** The year of a day in a calendar. */
export const yearIn = (calendar: Calendar, day: Day): number => inCalendar(day, calendar).year
