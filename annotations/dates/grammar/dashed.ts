import type { Expression } from '../expression.ts'
import { isMark, type Part, past, type Scan } from '../scan.ts'
import { monthTail } from './month-tail.ts'
import { looseDigits } from './number.ts'
import type { Rule } from './rule.ts'

/** 13-15 يوليو 2024, يناير-مارس 2024, من 13 إلى 15 يوليو written with a dash. */
export const dashed: Rule = (scan, at) => {
  const first = looseDigits(scan, at, 2)
  if (first !== undefined) {
    if (!isMark(scan, at + 1, '-–—') || first < 1 || first > 31) return undefined
    if (looseDigits(scan, at + 2, 2) === undefined) return undefined
    const to = dayAfterDash(scan, at + 2)
    return (
      to && {
        value: { is: 'interval', from: { ...to.value, day: first }, to: to.value },
        next: to.next,
      }
    )
  }
  const from = monthTail(scan, at)
  if (!from || !isMark(scan, from.next, '-–—')) return undefined
  const to = monthTail(scan, from.next + 1)
  if (!to || to.value.of.calendar !== from.value.of.calendar || !to.value.year) return undefined
  const later: Expression = { is: 'month', ...to.value }
  const earlier: Expression = {
    is: 'month',
    of: from.value.of,
    year: from.value.year ?? to.value.year,
  }
  return { value: { is: 'interval', from: earlier, to: later }, next: to.next }
}

type DayExpression = Extract<Expression, { is: 'day' }>

function dayAfterDash(scan: Scan, at: number): Part<DayExpression> | undefined {
  const day = looseDigits(scan, at, 2)
  if (day === undefined || day < 1 || day > 31) return undefined
  const tail = monthTail(scan, past(scan, at + 1, 'من'))
  return tail && { value: { is: 'day', day, ...tail.value }, next: tail.next }
}
