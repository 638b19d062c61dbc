import {
  CalendarDate,
  GregorianCalendar,
  IslamicUmalquraCalendar,
  PersianCalendar,
  toCalendar,
} from '@internationalized/date'
import type { Calendar } from './timex.ts'

/** A day of the Gregorian calendar; no clock and no time zone are part of it. */
export type Day = { readonly year: number; readonly month: number; readonly day: number }

const gregorian = new GregorianCalendar()
const systems = {
  gregorian,
  'islamic-umalqura': new IslamicUmalquraCalendar(),
  persian: new PersianCalendar(),
}

const two = (n: number) => String(n).padStart(2, '0')
export const four = (n: number) => String(n).padStart(4, '0')

export const isoMonth = (year: number, month: number) => `${four(year)}-${two(month)}`
export const isoDay = ({ year, month, day }: Day) => `${isoMonth(year, month)}-${two(day)}`

const plain = ({ year, month, day }: CalendarDate): Day => ({ year, month, day })
const dated = ({ year, month, day }: Day) => new CalendarDate(year, month, day)

/** The years whose days we convert: beyond them a calendar's tables are guesses. */
const knownYears: Record<Calendar, readonly [number, number]> = {
  gregorian: [1, 9999],
  'islamic-umalqura': [1, 1600],
  persian: [1, 2000],
}

/** The days of a month in its own calendar; 0 where there is no such month. */
export function monthLength(calendar: Calendar, year: number, month: number): number {
  const [first, last] = knownYears[calendar]
  if (year < first || year > last || month < 1 || month > 12) return 0
  const system = systems[calendar]
  return system.getDaysInMonth(new CalendarDate(system, year, month, 1))
}

/** A day of any calendar as a Gregorian one; undefined if that calendar has no such day. */
export function dayIn(
  calendar: Calendar,
  year: number,
  month: number,
  day: number,
): Day | undefined {
  if (day < 1 || day > monthLength(calendar, year, month)) return undefined
  if (calendar === 'gregorian') return { year, month, day }
  const own = new CalendarDate(systems[calendar], year, month, day)
  return plain(toCalendar(own, gregorian))
}

/** A Gregorian day as another calendar counts it. */
export function inCalendar(day: Day, calendar: Calendar): Day {
  return calendar === 'gregorian' ? day : plain(toCalendar(dated(day), systems[calendar]))
}

/** A YYYY-MM-DD that exists, or undefined. */
export function parseDay(iso: string): Day | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  if (!found) return undefined
  return dayIn('gregorian', Number(found[1]), Number(found[2]), Number(found[3]))
}

export const addDays = (day: Day, days: number): Day => plain(dated(day).add({ days }))
export const addMonths = (day: Day, months: number): Day => plain(dated(day).add({ months }))
export const addYears = (day: Day, years: number): Day => plain(dated(day).add({ years }))

export const compareDays = (a: Day, b: Day): number =>
  a.year - b.year || a.month - b.month || a.day - b.day
export const sameDay = (a: Day, b: Day) => compareDays(a, b) === 0

/** Days since 1 January 1970, in the proleptic Gregorian calendar (Hinnant, days_from_civil). */
export function dayNumber({ year, month, day }: Day): number {
  const y = month > 2 ? year : year - 1
  const era = Math.floor(y / 400)
  const ofEra = y - era * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return (
    era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
  )
}

/** 1 Monday to 7 Sunday (ISO 8601). */
export const weekdayOf = (day: Day): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1

export const firstOfMonth = (year: number, month: number): Day => ({ year, month, day: 1 })
export const lastOfMonth = (year: number, month: number): Day => ({
  year,
  month,
  day: monthLength('gregorian', year, month) || 28,
})

export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day))

/** The ISO week that holds a day: its year may not be the day's. */
export function weekOf(day: Day): { year: number; week: number } {
  const thursday = addDays(mondayOf(day), 3)
  const newYear = { year: thursday.year, month: 1, day: 1 }
  return {
    year: thursday.year,
    week: Math.floor((dayNumber(thursday) - dayNumber(newYear)) / 7) + 1,
  }
}

export function isoWeek(day: Day): string {
  const { year, week } = weekOf(day)
  return `${four(year)}-W${two(week)}`
}
