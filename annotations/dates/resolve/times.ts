import { CalendarDateTime, toZoned } from '@internationalized/date'
import { type Day, isoDay } from '../calendar-date.ts'
import type { Resolved } from '../date-mention.ts'
import type { Expression, Zone } from '../expression.ts'
import { type Context, originOf } from './context.ts'

type Time = Extract<Expression, { is: 'time' }>

const two = (n: number) => String(n).padStart(2, '0')

/** +03:00, as that zone's clocks stood on that day. */
function offsetOf(zone: Zone, { year, month, day }: Day, hour: number, minute: number): string {
  if (zone === 'Etc/GMT') return 'Z'
  const { offset } = toZoned(new CalendarDateTime(year, month, day, hour % 24, minute), zone)
  const minutes = Math.round(Math.abs(offset) / 60_000)
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** A time of the day that `resolve` makes of the expression inside it, or of the anchor's day. */
export function resolveTime(
  expression: Time,
  context: Context,
  resolve: (expression: Expression, context: Context) => Resolved | undefined,
): Resolved | undefined {
  const { of, part, clock, unknown, zone } = expression
  const origin = originOf(context, 'anchor')
  const day = of ? resolve(of, context) : undefined
  if (of && !day) return undefined
  const known = day?.known ?? (!of && origin ? { first: origin.day, last: origin.day } : undefined)
  const date = day?.value ?? (origin ? isoDay(origin.day) : 'XXXX-XX-XX')
  const clockValue = clock && `${two(clock.hour)}:${two(clock.minute)}`
  const time = unknown ? 'XX:XX' : (clockValue ?? part ?? 'XX:XX')
  const zoned =
    zone && zone !== 'local' && clock && clock.hour < 24 && known
      ? `${date}T${clockValue}:00${offsetOf(zone, known.first, clock.hour, clock.minute)}`
      : undefined
  const anchor = day?.anchor ?? (!of && origin ? origin.used : undefined)
  return {
    type: 'TIME',
    value: `${date}T${time}`,
    ...(zoned ? { edtf: zoned } : {}),
    calendar: day?.calendar ?? 'gregorian',
    precision: 'time',
    ...(zone && zone !== 'local' ? { zone } : {}),
    ...(day?.written ? { written: day.written } : {}),
    ...(day?.conflict ? { conflict: day.conflict } : {}),
    ...(anchor ? { anchor } : {}),
    ...((of ? day?.needsAnchor : !origin) ? { needsAnchor: true as const } : {}),
    rule: day && day.rule !== 'written' ? day.rule : !of && !origin ? 'no-anchor' : 'time-of-day',
    ...(known ? { known } : {}),
  }
}
