import {
  addDays,
  addMonths,
  addYears,
  type Day,
  isoDay,
  mondayOf,
  weekdayOf,
} from '../calendar-date.ts'
import type { Resolved } from '../date-mention.ts'
import type { Amount, Expression } from '../expression.ts'
import type { Unit } from '../words/sense.ts'
import { type Context, originOf } from './context.ts'
import { centuryPoint, decadePoint } from './long-points.ts'
import { dayPoint, monthPoint, openPoint, weekPoint, yearPoint } from './points.ts'

type Of<Is extends Expression['is']> = Extract<Expression, { is: Is }>

/** The unit that lies `by` units from a day's own. */
function unitAt(day: Day, unit: Unit, by: number): Resolved {
  switch (unit) {
    case 'W':
      return weekPoint(addDays(mondayOf(day), by * 7), 'unit-from-anchor')
    case 'M': {
      const { year, month } = addMonths({ ...day, day: 1 }, by)
      return monthPoint(year, month, 'unit-from-anchor')
    }
    case 'Y':
      return yearPoint(day.year + by, 'unit-from-anchor')
    case 'DE':
      return decadePoint(Math.floor(day.year / 10) + by, 'unit-from-anchor')
    case 'CE':
      return centuryPoint(Math.floor(day.year / 100) + by, 'unit-from-anchor')
    default:
      return dayPoint(addDays(day, by), 'days-from-anchor')
  }
}

const open: Partial<Record<Unit, readonly [string, Resolved['precision']]>> = {
  D: ['XXXX-XX-XX', 'day'],
  W: ['XXXX-WXX', 'week'],
  M: ['XXXX-XX', 'month'],
  Y: ['XXXX', 'year'],
  DE: ['XXX', 'decade'],
  CE: ['XX', 'century'],
}

/** The weekday nearest to a day, not later (or not earlier) than it. */
const onOrBefore = (day: Day, weekday: number) =>
  addDays(day, -((weekdayOf(day) - weekday + 7) % 7))
const afterDay = (day: Day, weekday: number) =>
  addDays(day, ((weekday - weekdayOf(day) + 6) % 7) + 1)
const beforeDay = (day: Day, weekday: number) =>
  addDays(day, -(((weekdayOf(day) - weekday + 6) % 7) + 1))

const isLong = ({ previous }: Context, { from }: { from: string }) =>
  from === 'previous' && previous !== undefined && isoDay(previous.first) !== isoDay(previous.last)

/** أمس، الأسبوع الماضي، العام التالي. */
export function resolvePeriod(
  { shift, weekday, weekend }: Of<'period'>,
  context: Context,
): Resolved {
  const origin = originOf(context, shift.base)
  const [value, precision] = open[shift.unit] ?? ['XXXX-XX-XX', 'day']
  if (!origin) return openPoint(value, precision)
  // The day after a month is no day.
  if (shift.unit === 'D' && isLong(context, origin.used)) return openPoint(value, precision)
  const point = unitAt(origin.day, shift.unit, shift.by)
  const anchor = origin.used
  if (weekend) return { ...point, value: `${point.value}-WE`, anchor, ...weekendDays(point) }
  const rule =
    anchor.from === 'previous'
      ? 'from-previous'
      : anchor.from === 'utterance'
        ? 'utterance'
        : point.rule
  if (weekday === undefined || !point.known) return Object.assign(point, { anchor, rule })
  const found = weekdayOf(point.known.first)
  if (found === weekday) return { ...point, anchor, rule }
  // «اليوم (الأحد)»: in somebody's mouth today is the weekday the paper adds.
  if (context.article && anchor.from === 'given') {
    const said = onOrBefore(point.known.first, weekday)
    return { ...dayPoint(said, 'utterance'), anchor }
  }
  return { ...point, anchor, rule, conflict: { kind: 'weekday', said: weekday, found } }
}

/** Saturday and Sunday of an ISO week, as TIMEX3 has it. */
function weekendDays({ known }: Resolved): Partial<Resolved> {
  if (!known) return {}
  const first = addDays(known.last, -1)
  return { edtf: `${isoDay(first)}/${isoDay(known.last)}`, known: { first, last: known.last } }
}

/** الخميس، الخميس الماضي، الجمعة قبل الماضي، الخميس من الأسبوع الماضي. */
export function resolveWeekday(
  { weekday, by, base, week }: Of<'weekday'>,
  context: Context,
): Resolved {
  const origin = originOf(context, week?.base ?? base ?? 'anchor')
  if (!origin) return openPoint(`XXXX-WXX-${weekday}`, 'day')
  const { day, used: anchor } = origin
  if (week) {
    const monday = addDays(mondayOf(day), week.by * 7)
    return { ...dayPoint(addDays(monday, weekday - 1), 'weekday-of-week'), anchor }
  }
  const previous = anchor.from === 'previous'
  if (by === undefined) {
    if (context.tense === 'future' || (context.tense === 'present' && context.verbFirst))
      return { ...dayPoint(afterDay(day, weekday), 'weekday-future'), anchor }
    return { ...dayPoint(onOrBefore(day, weekday), 'weekday-past'), anchor }
  }
  if (by === 0)
    return { ...dayPoint(addDays(mondayOf(day), weekday - 1), 'weekday-of-week'), anchor }
  const nearest = by < 0 ? beforeDay(day, weekday) : afterDay(day, weekday)
  const rule = previous ? 'from-previous' : by < 0 ? 'weekday-before' : 'weekday-after'
  return { ...dayPoint(addDays(nearest, (by - Math.sign(by)) * 7), rule), anchor }
}

const yearsIn: Partial<Record<Unit, number>> = { Y: 1, DE: 10, CE: 100 }

function moved(day: Day, { n = 0, unit }: Amount, sign: 1 | -1): Day {
  const by = n * sign
  const years = yearsIn[unit]
  if (years !== undefined) return addYears(day, by * years)
  if (unit === 'M') return addMonths(day, by)
  if (unit === 'W') return addDays(day, by * 7)
  if (unit === 'D') return addDays(day, by)
  return unit === 'H' && n % 24 === 0 ? addDays(day, by / 24) : day
}

/** قبل أسبوعين، بعد عام: known as exactly as its smallest unit, no more. */
export function resolveAgo({ amounts, sign, base: said }: Of<'ago'>, context: Context): Resolved {
  // Behind a past verb بعد عام is a year after what was told before, not after the article.
  const told = sign > 0 && context.tense === 'past' && context.previous !== undefined
  const base = told ? 'previous' : said
  const unit = amounts.at(-1)?.unit ?? 'D'
  const ofClock = unit === 'H' || unit === 'MIN' || unit === 'S'
  const wholeDays = unit === 'H' && amounts.length === 1 && (amounts[0]?.n ?? 1) % 24 === 0
  const years = yearsIn[unit] !== undefined
  const origin = originOf(context, base)
  const [value, precision] = open[years ? 'Y' : unit] ?? ['XXXX-XX-XX', 'day']
  if (!origin) {
    const point = openPoint(value, precision)
    return ofClock && !wholeDays
      ? { ...point, type: 'TIME', value: 'XXXX-XX-XXTXX:XX', precision: 'time' }
      : point
  }
  // Days after a whole year are not known to the day.
  if ((unit === 'D' || unit === 'W' || ofClock) && isLong(context, origin.used))
    return { ...openPoint(value, precision), rule: 'from-previous' }
  let day = origin.day
  for (const amount of amounts) day = moved(day, amount, sign)
  const rule = origin.used.from === 'previous' ? ('from-previous' as const) : ('time-ago' as const)
  const anchor = origin.used
  if (ofClock && !wholeDays) {
    const point = dayPoint(day, rule)
    const { edtf: _, ...open } = point
    return { ...open, type: 'TIME', value: `${point.value}TXX:XX`, precision: 'time', anchor }
  }
  return { ...unitAt(day, years ? 'Y' : unit, 0), rule, anchor }
}
