import type { Expression } from '../expression.ts'
import { isWord, type Part, type Scan } from '../scan.ts'
import type { DateModifier } from '../timex.ts'
import { amountAt, amountsAt, wholeUnit } from './amount.ts'
import { approximation } from './approximation.ts'
import { directionAt } from './year.ts'

const modifiedBy = (of: Expression, mod: DateModifier | undefined): Expression =>
  mod ? { is: 'modified', mod, of } : of

/** An amount of time with its approximation. */
export function duration(scan: Scan, at: number, bare: boolean): Part<Expression> | undefined {
  const around = approximation(scan, at)
  const from = around?.next ?? at
  const whole = around && wholeUnit(scan, from)
  if (whole)
    return {
      value: modifiedBy({ is: 'duration', amounts: [whole.value] }, around.value),
      next: whole.next,
    }
  const read = amountsAt(scan, from, bare || around !== undefined || isOfTime(scan, from + 1))
  if (!read) return undefined
  const amounts = { ...read, next: isOfTime(scan, read.next) ? read.next + 2 : read.next }
  const after = isWord(scan, amounts.next, 'تقريبا') && !around
  const aside = around || amounts.value.some(({ n }) => n === undefined)
  const direction = aside ? undefined : directionAt(scan, amounts.next)
  if (direction?.value.base === 'anchor' && Math.abs(direction.value.by) === 1)
    return {
      value: {
        is: 'duration',
        amounts: amounts.value,
        around: { side: direction.value.by < 0 ? -1 : 1, base: 'anchor' },
      },
      next: direction.next,
    }
  const value: Expression = { is: 'duration', amounts: amounts.value }
  return {
    value: modifiedBy(value, around?.value ?? (after ? 'APPROX' : undefined)),
    next: amounts.next + (after ? 1 : 0),
  }
}

/** عقد من الزمن: what would be a contract is ten years. */
const isOfTime = (scan: Scan, at: number) =>
  isWord(scan, at, 'من') && isWord(scan, at + 1, 'الزمن', 'الزمان')

/** آخر 24 ساعة، آخر ثلاثة أشهر: up to the anchor. */
export function lastStretch(scan: Scan, at: number): Part<Expression> | undefined {
  if (!isWord(scan, at, 'اخر')) return undefined
  const read = amountAt(scan, at + 1, false)
  if (read?.value.n === undefined) return undefined
  return {
    value: { is: 'duration', amounts: [read.value], around: { side: -1, base: 'anchor' } },
    next: read.next,
  }
}
