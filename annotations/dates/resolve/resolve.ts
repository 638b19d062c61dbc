import { addDays, compareDays, isoDay, weekdayOf } from '../calendar-date.ts'
import type { Resolved } from '../date-mention.ts'
import type { Expression } from '../expression.ts'
import type { DateModifier } from '../timex.ts'
import { resolveDay, resolveDayOfMonth, resolveMonth, resolveYear } from './calendar-points.ts'
import type { Context } from './context.ts'
import { resolveFeast } from './feasts.ts'
import { resolveDuration, resolveSet } from './lengths.ts'
import { resolveCentury, resolveDecade, resolvePartOfYear, resolveQuarter } from './long-points.ts'
import { openPoint } from './points.ts'
import { resolveAgo, resolvePeriod, resolveWeekday } from './relative-points.ts'
import { resolveTime } from './times.ts'

/** EDTF writes "about" behind a date, and has no mark for beginning, middle and end. */
const qualified = (edtf: string, mod: DateModifier) =>
  mod === 'APPROX' && /^-?[\dX]{4}(-[\dX]{2}){0,2}$/.test(edtf) ? `${edtf}~` : edtf

function resolveModified(
  { mod, of }: Extract<Expression, { is: 'modified' }>,
  context: Context,
): Resolved | undefined {
  const inner = resolve(of, context)
  if (!inner) return undefined
  // Of two modifiers the outer one is the narrower: نهاية النصف الأول.
  return { ...inner, mod, ...(inner.edtf ? { edtf: qualified(inner.edtf, mod) } : {}) }
}

/** Dates whose year or week is not written. */
const isOpen = (expression: Expression) =>
  expression.is === 'weekday'
    ? expression.week === undefined
    : (expression.is === 'day' || expression.is === 'month') && expression.year === undefined

/** من الأحد إلى الخميس, 7-8 أغسطس: a stretch does not end before it begins. */
export function endAfter(
  to: Expression,
  { known, anchor }: Resolved,
  found: Resolved | undefined,
): Resolved | undefined {
  if (!known || !found?.known || !isOpen(to)) return found
  if (compareDays(found.known.first, known.first) >= 0) return found
  const day = { day: known.first, from: anchor?.from ?? ('previous' as const) }
  const later = resolve(to, { anchor: day, tense: 'future' })
  if (!later?.known || compareDays(later.known.first, known.first) < 0) return found
  return { ...later, rule: 'from-previous', anchor: { day: isoDay(known.first), from: 'previous' } }
}

function resolveInterval(
  { from, to }: Extract<Expression, { is: 'interval' }>,
  context: Context,
): Resolved | undefined {
  const first = resolve(from, context)
  const last = first && endAfter(to, first, resolve(to, context))
  if (!first || !last) return undefined
  const value = `${first.value}/${last.value}`
  return {
    ...last,
    value,
    edtf: value,
    ...(first.known && last.known
      ? { known: { first: first.known.first, last: last.known.last } }
      : {}),
  }
}

/** Seven days counted from the first of a month, or back from its last. */
function resolveWeekOfMonth(
  { nth, month }: Extract<Expression, { is: 'week-of-month' }>,
  context: Context,
): Resolved | undefined {
  const whole = resolve(month, context)
  if (!whole) return undefined
  if (!whole.known) return { ...openPoint('XXXX-WXX', 'week') }
  const { first, last } = whole.known
  const from = nth === 'last' ? addDays(last, -6) : addDays(first, (nth - 1) * 7)
  const seventh = addDays(from, 6)
  const to = compareDays(seventh, last) > 0 ? last : seventh
  const value = `${isoDay(from)}/${isoDay(to)}`
  return { ...whole, value, edtf: value, precision: 'week', known: { first: from, last: to } }
}

/** The first Sunday of a month, the last Friday of Ramadan. */
function resolveNthWeekday(
  { weekday, nth, month }: Extract<Expression, { is: 'nth-weekday' }>,
  context: Context,
): Resolved | undefined {
  const whole = resolve(month, context)
  if (!whole) return undefined
  if (!whole.known) return openPoint('XXXX-XX-XX', 'day')
  const { first, last } = whole.known
  const day =
    nth === 'last'
      ? addDays(last, -((weekdayOf(last) - weekday + 7) % 7))
      : addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7)
  if (compareDays(day, last) > 0) return undefined
  const { written: _, ...stretch } = whole
  const value = isoDay(day)
  return { ...stretch, value, edtf: value, precision: 'day', known: { first: day, last: day } }
}

/** The value of an expression where it stands; undefined where the calendar has no such date. */
export function resolve(expression: Expression, context: Context): Resolved | undefined {
  switch (expression.is) {
    case 'day':
      return resolveDay(expression, context)
    case 'day-of-month':
      return resolveDayOfMonth(expression, context)
    case 'month':
      return resolveMonth(expression, context)
    case 'week-of-month':
      return resolveWeekOfMonth(expression, context)
    case 'nth-weekday':
      return resolveNthWeekday(expression, context)
    case 'quarter':
      return resolveQuarter(expression, context)
    case 'year':
      return resolveYear(expression.year, context)
    case 'period':
      return resolvePeriod(expression, context)
    case 'weekday':
      return resolveWeekday(expression, context)
    case 'ago':
      return resolveAgo(expression, context)
    case 'part-of-year':
      return resolvePartOfYear(expression, context)
    case 'decade':
      return resolveDecade(expression, context)
    case 'century':
      return resolveCentury(expression, context)
    case 'feast':
      return resolveFeast(expression, context)
    case 'interval':
      return resolveInterval(expression, context)
    case 'modified':
      return resolveModified(expression, context)
    case 'vague':
      return {
        type: 'DATE',
        value: expression.value,
        calendar: 'gregorian',
        precision: 'unknown',
        rule: 'vague',
      }
    case 'time':
      return resolveTime(expression, context, resolve)
    case 'duration':
      return resolveDuration(expression, context)
    case 'set':
      return resolveSet(expression)
    default:
      return unreachable(expression)
  }
}

const unreachable = (expression: never): never => expression
