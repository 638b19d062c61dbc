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

const twos = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'))
const two = (n: number) => twos[n] ?? String(n)
export const four = (n: number) => (n > 999 ? String(n) : String(n).padStart(4, '0'))

export const isoMonth = (year: number, month: number) => `${four(year)}-${two(month)}`
export const isoDay = ({ year, month, day }: Day) => `${isoMonth(year, month)}-${two(day)}`

const plain = ({ year, month, day }: CalendarDate): Day => ({ year, month, day })
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const gregorianLength = (year: number, month: number) =>
  month === 2 && isLeap(year) ? 29 : (lengths[month - 1] ?? 0)
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
  if (calendar === 'gregorian') return gregorianLength(year, month)
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

export const addDays = (day: Day, days: number): Day => {
  // Most steps stay in their month.
  const same = day.day + days
  if (same >= 1 && same <= 28) return { year: day.year, month: day.month, day: same }
  return dayOfNumber(dayNumber(day) + days)
}

/** The same day of a month so many months off, or that month's last. */
export function addMonths({ year, month, day }: Day, months: number): Day {
  const at = year * 12 + month - 1 + months
  const found = { year: Math.floor(at / 12), month: (((at % 12) + 12) % 12) + 1 }
  return within({ ...found, day: Math.min(day, gregorianLength(found.year, found.month)) })
}

export const addYears = (day: Day, years: number): Day => addMonths(day, years * 12)

/** No day lies before year 1 or after 9999: what would is that end. */
function within(day: Day): Day {
  if (day.year < 1) return { year: 1, month: 1, day: 1 }
  return day.year > 9999 ? { year: 9999, month: 12, day: 31 } : day
}

export const compareDays = (a: Day, b: Day): number =>
  a.year - b.year || a.month - b.month || a.day - b.day

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

/** The day of a number of days since 1 January 1970 (Hinnant, civil_from_days). */
function dayOfNumber(number: number): Day {
  const z = number + 719_468
  const era = Math.floor(z / 146_097)
  const ofEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) /
      365,
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * ofYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return within({ year, month, day: ofYear - Math.floor((153 * shifted + 2) / 5) + 1 })
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
function weekOf(day: Day): { year: number; week: number } {
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
