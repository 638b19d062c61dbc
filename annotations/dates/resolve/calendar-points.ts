import {
  dayIn,
  dayNumber,
  firstOfMonth,
  isoMonth,
  lastOfMonth,
  weekdayOf,
} from '../calendar-date.ts'
import type { Resolved } from '../date-mention.ts'
import type { Expression, YearRef } from '../expression.ts'
import type { RuleId } from '../rules.ts'
import type { Calendar } from '../timex.ts'
import { type Choice, chooseYear, dayNumberIn, yearByWeekday } from './choose-year.ts'
import { type Context, originOf } from './context.ts'
import {
  convertedDay,
  convertedMonth,
  convertedYear,
  monthPoint,
  openPoint,
  yearIn,
  yearPoint,
} from './points.ts'

type DayExpression = Extract<Expression, { is: 'day' }>
type MonthExpression = Extract<Expression, { is: 'month' }>

const two = (n: number) => String(n).padStart(2, '0')

/** العام الجديد is the next one once the old one is past its middle. */
const newYear = (context: Context): YearRef => ({
  kind: 'shift',
  by: (originOf(context, 'anchor')?.day.month ?? 1) > 6 ? 1 : 0,
  base: 'anchor',
})

/** A year as a calendar numbers it; undefined if it must be counted from something unknown. */
function yearNumber(
  year: YearRef,
  calendar: Calendar,
  context: Context,
): { year: number; relative?: Resolved['anchor'] } | undefined {
  if (year.kind === 'year') return { year: year.year }
  if (year.kind === 'new') return yearNumber(newYear(context), calendar, context)
  const origin = originOf(context, year.base)
  return origin && { year: yearIn(calendar, origin.day) + year.by, relative: origin.used }
}

/** Solar Hijri years are written with Gregorian or Hijri month names by mistake only; Umm al-Qura is the default. */
export function resolveYear(year: YearRef, context: Context): Resolved | undefined {
  if (year.kind === 'year') {
    if (year.era === 'BC') {
      const number = String(year.year).padStart(4, '0')
      const edtf = year.year === 1 ? '0000' : `-${String(year.year - 1).padStart(4, '0')}`
      return {
        type: 'DATE',
        value: `BC${number}`,
        edtf,
        calendar: 'gregorian',
        precision: 'year',
        rule: 'written',
      }
    }
    if (year.era === 'AH') return convertedYear('islamic-umalqura', year.year)
    if (year.hijri !== undefined)
      return {
        ...yearPoint(year.year, 'both-calendars'),
        calendar: 'islamic-umalqura',
        written: String(year.hijri).padStart(4, '0'),
      }
    return yearPoint(year.year, 'written')
  }
  if (year.kind === 'new') return resolveYear(newYear(context), context)
  const origin = originOf(context, year.base)
  if (!origin) return openPoint('XXXX', 'year')
  const rule: RuleId = origin.used.from === 'previous' ? 'from-previous' : 'unit-from-anchor'
  return { ...yearPoint(origin.day.year + year.by, rule), anchor: origin.used }
}

/** A day of a month; undefined where the calendar has no such day. */
export function resolveDay(expression: DayExpression, context: Context): Resolved | undefined {
  const { day, of, year, direction, further, weekday, also } = expression
  const { calendar, month } = of
  if (also?.is === 'day') return bothCalendars(expression, also, context)
  const dayIs = (inYear: number) => {
    const found = dayIn(calendar, inYear, month, dayNumberIn(day, calendar, inYear, month))
    return found && { first: found, last: found }
  }
  const written = year && yearNumber(year, calendar, context)
  const chosen: Choice | undefined = year
    ? written && {
        year: written.year,
        rule:
          calendar === 'gregorian'
            ? written.relative
              ? 'unit-from-anchor'
              : 'written'
            : 'converted',
        ...(written.relative ? { anchor: written.relative } : {}),
      }
    : (yearByWeekday(expression, context) ??
      chooseYear(calendar, dayIs, month, direction, context, further))
  if (!chosen) {
    if (day !== 'last' && day > 30 + (calendar === 'gregorian' ? 1 : 0)) return undefined
    return openPoint(
      `XXXX-${calendar === 'gregorian' ? `${two(month)}-${day === 'last' ? 'XX' : two(day)}` : 'XX-XX'}`,
      'day',
    )
  }
  const number = dayNumberIn(day, calendar, chosen.year, month)
  const point = convertedDay(calendar, chosen.year, month, number, chosen.rule)
  if (!point) return undefined
  const found = point.known && weekdayOf(point.known.first)
  const tolerated =
    point.tolerance !== undefined &&
    weekday !== undefined &&
    found !== undefined &&
    [1, 6].includes(Math.abs(weekday - found))
  const conflict =
    weekday !== undefined && found !== undefined && found !== weekday && !tolerated
      ? { conflict: { kind: 'weekday' as const, said: weekday, found } }
      : {}
  const named = of.other === undefined ? {} : disagreeing(chosen.year, month, of.other, number)
  return { ...point, ...(chosen.anchor ? { anchor: chosen.anchor } : {}), ...conflict, ...named }
}

/** Two names of two months: the value leaves the month open, and both readings are kept. */
function disagreeing(year: number, month: number, other: number, day?: number) {
  const tail = day === undefined ? '' : `-${two(day)}`
  const values = [month, other].map(one => `${isoMonth(year, one)}${tail}`).sort()
  return {
    value: `${String(year).padStart(4, '0')}-XX${tail}`,
    edtf: `[${values.join(',')}]`,
    conflict: { kind: 'month-names' as const, values },
  }
}

/** One day in two calendars: the Gregorian one is the value; a difference of more than a day is flagged. */
function bothCalendars(
  first: DayExpression,
  second: DayExpression,
  context: Context,
): Resolved | undefined {
  const { also: _, ...alone } = first
  const weekday = first.weekday === undefined ? {} : { weekday: first.weekday }
  const one = resolveDay(
    first.of.calendar === 'gregorian' ? alone : { ...second, ...weekday },
    context,
  )
  const other = resolveDay(first.of.calendar === 'gregorian' ? second : { ...alone }, context)
  if (!one || !other) return one ?? other
  const apart =
    one.known && other.known && !other.needsAnchor
      ? Math.abs(dayNumber(one.known.first) - dayNumber(other.known.first))
      : 0
  return {
    ...one,
    calendar: other.calendar,
    ...(other.written ? { written: other.written } : {}),
    rule: 'both-calendars',
    ...(apart > 1
      ? { conflict: { kind: 'calendars' as const, values: [one.value, other.value] } }
      : {}),
  }
}

/** A month, with the year that is written or chosen. */
export function resolveMonth(
  { of, year, direction, further }: MonthExpression,
  context: Context,
): Resolved | undefined {
  const { calendar, month } = of
  const stretchIn = (inYear: number) => {
    if (calendar === 'gregorian')
      return { first: firstOfMonth(inYear, month), last: lastOfMonth(inYear, month) }
    return convertedMonth(calendar, inYear, month)?.known
  }
  const written = year && yearNumber(year, calendar, context)
  const chosen: Choice | undefined = year
    ? written && {
        year: written.year,
        rule: written.relative ? 'unit-from-anchor' : 'written',
        ...(written.relative ? { anchor: written.relative } : {}),
      }
    : chooseYear(calendar, stretchIn, month, direction, context, further)
  if (!chosen)
    return openPoint(calendar === 'gregorian' ? `XXXX-${two(month)}` : 'XXXX-XX', 'month')
  const anchor = chosen.anchor ? { anchor: chosen.anchor } : {}
  if (calendar !== 'gregorian') {
    const point = convertedMonth(calendar, chosen.year, month)
    return point && { ...point, ...anchor }
  }
  const point = monthPoint(chosen.year, month, chosen.rule)
  const named = of.other === undefined ? {} : disagreeing(chosen.year, month, of.other)
  return { ...point, ...anchor, ...named }
}

/** الثالث من الشهر الماضي. */
export function resolveDayOfMonth(
  { day, month, weekday }: Extract<Expression, { is: 'day-of-month' }>,
  context: Context,
): Resolved | undefined {
  const origin = originOf(context, month.base)
  if (!origin) return openPoint(`XXXX-XX-${day === 'last' ? 'XX' : two(day)}`, 'day')
  const months = origin.day.year * 12 + origin.day.month - 1 + month.by
  const [year, number] = [Math.floor(months / 12), (months % 12) + 1]
  const point = convertedDay(
    'gregorian',
    year,
    number,
    dayNumberIn(day, 'gregorian', year, number),
    origin.used.from === 'previous' ? 'from-previous' : 'unit-from-anchor',
  )
  if (!point?.known) return undefined
  const found = weekdayOf(point.known.first)
  return {
    ...point,
    anchor: origin.used,
    ...(weekday !== undefined && weekday !== found
      ? { conflict: { kind: 'weekday', said: weekday, found } }
      : {}),
  }
}
