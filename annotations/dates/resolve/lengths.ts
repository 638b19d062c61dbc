import {
  addDays,
  addMonths,
  addYears,
  type Day,
  firstOfMonth,
  isoDay,
  isoMonth,
  lastOfMonth,
} from '../calendar-date.ts'
import type { Resolved } from '../date-mention.ts'
import type { Amount, Expression } from '../expression.ts'
import { resolveYear } from './calendar-points.ts'
import { type Context, originOf } from './context.ts'

type Of<Is extends Expression['is']> = Extract<Expression, { is: Is }>

const letters = {
  CE: 'CE',
  DE: 'DE',
  Y: 'Y',
  M: 'M',
  W: 'W',
  D: 'D',
  H: 'H',
  MIN: 'M',
  S: 'S',
} as const
const ofClock = new Set(['H', 'MIN', 'S'])
const order = Object.keys(letters)

/** P1Y6M, PT30M, PXD. Units that stand twice (a half beside a whole) are added up. */
function durationValue(amounts: readonly Amount[]): string {
  const sums = new Map<Amount['unit'], number | undefined>()
  for (const { n, unit } of amounts)
    sums.set(unit, sums.has(unit) && n !== undefined ? (sums.get(unit) ?? 0) + n : n)
  const written = [...sums].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
  const part = ([unit, n]: [Amount['unit'], number | undefined]) => `${n ?? 'X'}${letters[unit]}`
  const days = written.filter(([unit]) => !ofClock.has(unit)).map(part)
  const clock = written.filter(([unit]) => ofClock.has(unit)).map(part)
  return `P${days.join('')}${clock.length > 0 ? `T${clock.join('')}` : ''}`
}

function moved(day: Day, { n, unit }: Amount, sign: 1 | -1): Day | undefined {
  if (n === undefined) return undefined
  const by = n * sign
  if (unit === 'Y') return addYears(day, by)
  if (unit === 'DE') return addYears(day, by * 10)
  if (unit === 'CE') return addYears(day, by * 100)
  if (unit === 'M') return addMonths(day, by)
  if (unit === 'W') return addDays(day, by * 7)
  if (unit === 'D') return addDays(day, by)
  return unit === 'H' && n % 24 === 0 ? addDays(day, by / 24) : undefined
}

/** A length; with الماضية or المقبلة also the stretch it covers from the anchor. */
export function resolveDuration(
  { amounts, around, within }: Of<'duration'>,
  context: Context,
): Resolved {
  const value = durationValue(amounts)
  const length: Resolved = {
    type: 'DURATION',
    value,
    calendar: 'gregorian',
    precision: 'unknown',
    rule: 'duration',
  }
  if (within) {
    const year = resolveYear(within.year, context)
    const n = amounts[0]?.n ?? 0
    if (!year?.known) return length
    const from = within.at === 'start' ? 1 : 13 - n
    const number = year.known.first.year
    return {
      ...length,
      range: `${isoMonth(number, from)}/${isoMonth(number, from + n - 1)}`,
      ...(year.anchor ? { anchor: year.anchor } : {}),
      known: { first: firstOfMonth(number, from), last: lastOfMonth(number, from + n - 1) },
    }
  }
  const origin = around && originOf(context, around.base)
  const amount = amounts[0]
  const end =
    origin && amount && amounts.length === 1 ? moved(origin.day, amount, around.side) : undefined
  if (!origin || !end) return length
  const [first, last] = around.side < 0 ? [end, origin.day] : [origin.day, end]
  return { ...length, range: `${isoDay(first)}/${isoDay(last)}`, anchor: origin.used }
}

export const resolveSet = ({ value, freq }: Of<'set'>): Resolved => ({
  type: 'SET',
  value,
  quant: 'EVERY',
  ...(freq === undefined ? {} : { freq: `${freq}X` }),
  calendar: 'gregorian',
  precision: 'unknown',
  rule: 'recurring',
})
