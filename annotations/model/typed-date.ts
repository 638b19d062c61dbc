import { parseDay } from '../dates/calendar-date.ts'
import { type DateValue, dateValue } from './date-value.ts'

/** A TIMEX3 type follows from the form of its value where the form leaves no doubt. */
function typeFor(value: string, chosen: DateValue['type']): DateValue['type'] {
  if (chosen === 'SET') return chosen
  if (/^P(?:T|[\dX])/.test(value)) return 'DURATION'
  return value.includes('T') ? 'TIME' : 'DATE'
}

const within = (value: string, form: RegExp, least: number, most: number) =>
  [...value.matchAll(form)].every(([, n]) => Number(n) >= least && Number(n) <= most)

/** Every full day in a value is one of the calendar, as are its months, weeks and times of day. */
const exists = (value: string) =>
  [...value.matchAll(/(?<![\dX-])\d{4}-\d{2}-\d{2}/g)].every(
    ([day]) => parseDay(day) !== undefined,
  ) &&
  within(value, /(?<![\dX-])[\dX]{4}-(\d{2})(?!\d)/g, 1, 12) &&
  within(value, /-W(\d{2})/g, 1, 53) &&
  within(value, /(?<=[\dX])T(\d{2})/g, 0, 24) &&
  within(value, /(?<=[\dX])T[\dX]{2}:(\d{2})/g, 0, 59)

/**
 * What an analyst typed as a value: TIMEX3, or EDTF with its marks, which TIMEX3 lacks: 1952? (uncertain), 1952~ (about),
 * 1952% (both), 2023/.. and ../2023 (open end). Undefined if it is neither, or a day that no calendar has.
 */
export function readTypedDate(typed: string, base: DateValue): DateValue | undefined {
  const written = typed.trim().toUpperCase()
  const open = /^(?:(.+)\/\.\.|\.\.\/(.+))$/.exec(written)
  const marked = /^(.+?)[?~%]$/.exec(written)
  const value = open ? (open[1] ?? open[2]) : (marked?.[1] ?? written)
  if (value === undefined || value === '' || !exists(value)) return undefined
  const plain = /^-?[\dX]{4}(?:-[\dX]{2}){0,2}(?:\/[\dX]{4}(?:-[\dX]{2}){0,2})?$/.test(value)
  const kept = value === base.value ? base.edtf : undefined
  const edtf = open || marked ? written : plain ? value : kept
  const { edtf: _, rule: __, anchor: ___, ...rest } = base
  const read = dateValue.safeParse({
    ...rest,
    type: typeFor(value, base.type),
    value,
    ...(edtf === undefined ? {} : { edtf }),
    decided: 'person',
  })
  return read.success ? read.data : undefined
}

/** A value as it is typed: its EDTF where that says more. */
export const typedDate = ({ value, edtf }: DateValue): string =>
  edtf !== undefined && (edtf.includes('..') || /[?~%]$/.test(edtf)) ? edtf : value
