import { dayIn, isoDay, monthLength, parseDay } from '../dates/calendar-date.ts'
import type { Calendar } from '../dates/timex.ts'
import type { DateValue } from './date-value.ts'
import { readTypedDate } from './typed-date.ts'

/** A date's value as its controls have it: two ends of a stretch, either of them open (''), or one point. */
export type DateParts = {
  readonly from: string
  readonly to: string
  readonly isStretch: boolean
  readonly isUncertain: boolean
}

export const precisionsOfPoint = ['day', 'month', 'year'] as const
export type PointPrecision = (typeof precisionsOfPoint)[number]

const hyphens: Record<number, PointPrecision> = { 0: 'year', 1: 'month', 2: 'day' }
const point = /^[\dX]{4}(?:-[\dX]{2}){0,2}$/

/** How exact a plain point is; undefined for what is none (a week, a length, a stretch). */
export const precisionOf = (value: string): PointPrecision | undefined =>
  point.test(value) ? hyphens[value.split('-').length - 1] : undefined

/** A point made coarser by cutting, or finer with X for what is not known yet. */
export function withPrecision(value: string, precision: PointPrecision): string {
  const [year = 'XXXX', month = 'XX', day = 'XX'] = value.split('-')
  if (precision === 'year') return year
  return precision === 'month' ? `${year}-${month}` : `${year}-${month}-${day}`
}

export function partsOf(value: DateValue): DateParts {
  const { edtf = '' } = value
  const isUncertain = /[?%]$/.test(edtf)
  if (edtf.endsWith('/..')) return { from: value.value, to: '', isStretch: true, isUncertain }
  if (edtf.startsWith('../')) return { from: '', to: value.value, isStretch: true, isUncertain }
  const [from = '', to = ''] = value.value.split('/')
  return { from, to, isStretch: value.value.includes('/'), isUncertain }
}

export type PartsProblem = 'shape' | 'order' | 'empty'

/** One end in its own calendar as the Gregorian day it is; what is Gregorian already stays. */
function converted(typed: string, calendar: Calendar): string | undefined {
  const found = /^(\d{3,4})-(\d{1,2})-(\d{1,2})$/.exec(typed)
  if (calendar === 'gregorian' || !found || Number(found[1]) > 1700) return typed
  const [year = 0, month = 0, day = 0] = found.slice(1).map(Number)
  const gregorian = dayIn(calendar, year, month, day)
  return gregorian && isoDay(gregorian)
}

/** A month of another calendar is a stretch of days. */
function convertedMonth(typed: string, calendar: Calendar): string | undefined {
  const found = /^(\d{4})-(\d{2})$/.exec(typed)
  if (calendar === 'gregorian' || !found || Number(found[1]) > 1700) return undefined
  const [year, month] = [Number(found[1]), Number(found[2])]
  const first = dayIn(calendar, year, month, 1)
  const last = dayIn(calendar, year, month, monthLength(calendar, year, month))
  return first && last && `${isoDay(first)}/${isoDay(last)}`
}

/** Later than the end it should come before, by as many digits as both have. */
function isAfter(from: string, to: string): boolean {
  const length = Math.min(from.length, to.length)
  const [a, b] = [from.slice(0, length), to.slice(0, length)]
  return !/X/.test(a + b) && a > b
}

/** The value that controls say, or what is wrong with it. A person decided it. */
export function withParts(
  base: DateValue,
  { from, to, isStretch, isUncertain }: DateParts,
): { readonly value: DateValue } | { readonly problem: PartsProblem } {
  const upper = (typed: string) => typed.trim().toUpperCase()
  const whole = isStretch ? undefined : convertedMonth(upper(from), base.calendar)
  const [first, last] = [converted(upper(from), base.calendar), converted(upper(to), base.calendar)]
  if (first === undefined || last === undefined) return { problem: 'shape' }
  if (isStretch ? first === '' && last === '' : first === '') return { problem: 'empty' }
  if (isStretch && first !== '' && last !== '' && isAfter(first, last)) return { problem: 'order' }
  const plain = isStretch
    ? `${first === '' ? '..' : first}/${last === '' ? '..' : last}`
    : (whole ?? first)
  const about = base.mod === 'APPROX' ? '%' : '?'
  const marked = isUncertain && !isStretch && point.test(plain) ? `${plain}${about}` : plain
  // What is no longer said of the old value must not stay with the new one.
  const { edtf: _, ...bare } = base
  const read = readTypedDate(marked, bare)
  if (!read) return { problem: 'shape' }
  const [, month, day] = read.value.split('-')
  if (month && day && /^\d{4}-\d{2}-\d{2}$/.test(read.value) && !parseDay(read.value))
    return { problem: 'shape' }
  return { value: read }
}
