import { dayNumber, dayRange } from '../agreement/day-range.ts'
import type { Precision } from '../dates/timex.ts'
import type { DateValue } from '../model/date-value.ts'

/** A date that a claim speaks of, as the days it may mean. */
export type SpokenDate = Readonly<Pick<DateValue, 'type' | 'value' | 'mod' | 'edtf'>> & {
  readonly quote: string
  readonly precision: Precision
  /** Days since 1970-01-01, half-open; null is an open end. Both absent where a value is no place in time (PXM, PAST_REF). */
  readonly from?: number | null
  readonly to?: number | null
  /** About, perhaps: a modifier or EDTF's ~, ? and % say so. */
  readonly approximate: boolean
}

/** The smallest unit a value names. */
function precisionOf(value: string): Precision {
  const [date = ''] = value.split('/')
  if (date.includes('X') || /^(P|BC|PAST|PRESENT|FUTURE)/.test(date)) return 'unknown'
  if (date.includes('T')) return 'time'
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return 'day'
  if (/^\d{4}-W/.test(date)) return 'week'
  if (/^\d{4}-\d{2}$/.test(date)) return 'month'
  if (/^\d{4}-(Q|H|SP|SU|FA|WI)/.test(date)) return 'season'
  if (/^\d{4}$/.test(date)) return 'year'
  if (/^\d{3}$/.test(date)) return 'decade'
  return /^\d{2}$/.test(date) ? 'century' : 'unknown'
}

type Days = { from: number | null; to: number | null }

/** What a modifier leaves of a stretch of days: a side of it, or its first, middle or last third. */
function modified({ start, end }: { start: number; end: number }, mod: string | undefined): Days {
  const third = (end - start) / 3
  switch (mod) {
    case 'BEFORE':
      return { from: null, to: start }
    case 'ON_OR_BEFORE':
      return { from: null, to: end }
    case 'AFTER':
      return { from: end, to: null }
    case 'ON_OR_AFTER':
      return { from: start, to: null }
    case 'START':
      return { from: start, to: Math.max(start + 1, Math.round(start + third)) }
    case 'MID':
      return { from: Math.round(start + third), to: Math.max(start + 1, Math.round(end - third)) }
    case 'END':
      return { from: Math.min(end - 1, Math.round(end - third)), to: end }
    default:
      return { from: start, to: end }
  }
}

/** Since and until are said by an EDTF interval with an open end (ISO 8601-2, `2025-09/..`). */
function opened(days: Days, edtf: string | undefined): Days {
  if (edtf?.endsWith('/..')) return { from: days.from, to: null }
  return edtf?.startsWith('../') ? { from: null, to: days.to } : days
}

type Value = Pick<DateValue, 'type' | 'value' | 'mod' | 'edtf'>

/** The news speaks of few days, each of them many times: a value met before is not taken apart anew. */
const taken = new Map<string, Omit<SpokenDate, 'quote'>>()
const takenKept = 10_000

export function spokenDate(value: Value, quote: string): SpokenDate {
  const key = `${value.type} ${value.value} ${value.mod} ${value.edtf}`
  const known = taken.get(key) ?? takenApart(value)
  if (taken.size >= takenKept) taken.clear()
  taken.set(key, known)
  return { ...known, quote }
}

function takenApart({ type, value, mod, edtf }: Value): Omit<SpokenDate, 'quote'> {
  const [first = '', last] = value.split('/')
  const begin = type === 'DURATION' ? undefined : dayRange(first)
  const end = last === undefined ? begin : dayRange(last)
  const said = { type, value, ...(mod && { mod }), ...(edtf && { edtf }) }
  const approximate = mod === 'APPROX' || /[~?%]/.test(edtf ?? '')
  const rest = { precision: precisionOf(value), approximate }
  if (!begin || !end) return { ...said, ...rest }
  const days = modified({ start: begin.start, end: end.end }, mod)
  return { ...said, ...rest, ...opened(days, edtf) }
}

/** The days of a publication date (YYYY, YYYY-MM or YYYY-MM-DD), half-open. */
export const publishedDays = (published: string) => dayRange(published)

/** YYYY-MM-DD of a day number. */
export function isoOfDay(number: number): string {
  // Only ever of days that dayNumber made: a year is found by trying its neighbours.
  let year = Math.floor(1970 + number / 365.2425)
  while (dayNumber(year, 1, 1) > number) year--
  while (dayNumber(year + 1, 1, 1) <= number) year++
  let month = 12
  while (dayNumber(year, month, 1) > number) month--
  const day = number - dayNumber(year, month, 1) + 1
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** All the days the dates of one claim cover: "between the 20th and the 30th" is one stretch. */
export function hullOf(dates: readonly SpokenDate[]): Days | undefined {
  const placed = dates.filter(({ from, to }) => from !== undefined && to !== undefined)
  if (placed.length === 0) return undefined
  let from: number | null = Number.POSITIVE_INFINITY
  let to: number | null = Number.NEGATIVE_INFINITY
  for (const one of placed) {
    from = from === null || one.from == null ? null : Math.min(from, one.from)
    to = to === null || one.to == null ? null : Math.max(to, one.to)
  }
  return { from, to }
}
