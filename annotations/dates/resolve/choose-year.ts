import {
  compareDays,
  type Day,
  dayIn,
  inCalendar,
  monthLength,
  weekdayOf,
} from '../calendar-date.ts'
import type { Resolved } from '../date-mention.ts'
import type { Expression } from '../expression.ts'
import type { RuleId } from '../rules.ts'
import type { Calendar } from '../timex.ts'
import type { Direction } from '../words/sense.ts'
import { type Context, originOf } from './context.ts'
import { yearIn } from './points.ts'

type DayExpression = Extract<Expression, { is: 'day' }>

export type Choice = {
  readonly year: number
  readonly rule: RuleId
  readonly anchor?: Resolved['anchor']
}

/**
 * The year of a month or a day that is written without one. `first` and `last` give its days in a year; past and future
 * are looked for around the anchor, `strict` months that are not the anchor's own.
 */
export function chooseYear(
  calendar: Calendar,
  stretchIn: (year: number) => { first: Day; last: Day } | undefined,
  month: number,
  direction: Direction | undefined,
  context: Context,
  further = false,
): Choice | undefined {
  const base =
    direction === 'following' || direction === 'preceding' || direction === 'same'
      ? 'previous'
      : 'anchor'
  const origin = originOf(context, base)
  if (!origin) return undefined
  const own = inCalendar(origin.day, calendar)
  const anchor = origin.used
  const before = month < own.month ? own.year : own.year - 1
  const later = month > own.month ? own.year : own.year + 1
  switch (direction) {
    case 'last':
      return { year: further ? before - 1 : before, rule: 'month-directed', anchor }
    case 'next':
      return { year: further ? later + 1 : later, rule: 'month-directed', anchor }
    case 'this':
      return { year: own.year, rule: 'month-directed', anchor }
    case 'same':
      return { year: own.year, rule: 'from-previous', anchor }
    case 'following':
      return { year: later, rule: 'from-previous', anchor }
    case 'preceding':
      return { year: before, rule: 'from-previous', anchor }
    case undefined:
      break
    default:
      return unreachable(direction)
  }
  const forward = context.tense === 'future' || context.tense === 'present'
  const years = [own.year - 1, own.year, own.year + 1]
  const fits = years.filter(year => {
    const days = stretchIn(year)
    if (!days) return false
    return forward
      ? compareDays(days.last, origin.day) >= 0
      : compareDays(days.first, origin.day) <= 0
  })
  const year = forward ? fits[0] : fits.at(-1)
  return year === undefined
    ? undefined
    : { year, rule: forward ? 'month-future' : 'month-past', anchor }
}

const unreachable = (direction: never): never => direction

/** A day's number in its month, سلخ being the last. */
export const dayNumberIn = (
  day: number | 'last',
  calendar: Calendar,
  year: number,
  month: number,
) => (day === 'last' ? monthLength(calendar, year, month) : day)

/** The year around the anchor in which a weekday fits the day it is written with; none if no year or several do. */
export function yearByWeekday(
  { day, of, weekday }: DayExpression,
  context: Context,
): Choice | undefined {
  const origin = originOf(context, 'anchor')
  if (!origin || weekday === undefined) return undefined
  const own = yearIn(of.calendar, origin.day)
  const fits = [own - 1, own, own + 1].filter(year => {
    const found = dayIn(of.calendar, year, of.month, dayNumberIn(day, of.calendar, year, of.month))
    return found && weekdayOf(found) === weekday
  })
  return fits.length === 1 && fits[0] !== undefined
    ? { year: fits[0], rule: 'weekday-fixes-year', anchor: origin.used }
    : undefined
}
