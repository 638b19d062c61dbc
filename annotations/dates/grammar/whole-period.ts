import type { Expression } from '../expression.ts'
import { bareSense, type Part, past, type Scan } from '../scan.ts'
import { century, decade } from './century.ts'
import { monthDate } from './month-tail.ts'
import { relativePeriod } from './period.ts'
import { season } from './season.ts'
import { yearNumber, yearPhrase } from './year.ts'

/** What has a beginning, a middle and an end: month, year, week, decade, century, season; what is a half itself is not. */
export function wholePeriod(scan: Scan, at: number): Part<Expression> | undefined {
  const month = monthDate(scan, at)
  if (month) return month
  const year = yearPhrase(scan, at) ?? yearNumber(scan, at, { named: false })
  if (year) return { value: { is: 'year', year: year.value }, next: year.next }
  const found =
    relativePeriod(scan, at) ?? century(scan, at) ?? decade(scan, at) ?? season(scan, at)
  if (found) return found
  // نهاية العام, مطلع الأسبوع: without another word it is the present one.
  const summer = bareSense(scan, past(scan, at, 'فصل'))?.season
  if (summer?.definite)
    return {
      value: { is: 'part-of-year', part: summer.season, direction: 'this' },
      next: past(scan, at, 'فصل') + 1,
    }
  const unit = bareSense(scan, at)?.unit
  if (unit?.definite && unit.count === 'one' && ['Y', 'M', 'W'].includes(unit.unit))
    return {
      value: { is: 'period', shift: { unit: unit.unit, by: 0, base: 'anchor' } },
      next: at + 1,
    }
  return undefined
}
