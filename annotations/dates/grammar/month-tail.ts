import type { Expression, MonthRef, YearRef } from '../expression.ts'
import { isMark, isWord, type Part, type Scan, tokenAt } from '../scan.ts'
import type { Direction } from '../words/sense.ts'
import { monthAt } from './month.ts'
import { digitsAt } from './number.ts'
import { directionAt, eraAt, yearTail } from './year.ts'

type MonthTail = {
  readonly of: MonthRef
  readonly year?: YearRef
  readonly direction?: Direction
  readonly further?: true
}

/** A month's name, and what says which one: year, العام الماضي, الجاري. */
export function monthTail(scan: Scan, at: number): Part<MonthTail> | undefined {
  const noun = isWord(scan, at, 'شهر') ? at + 1 : at
  const month = monthAt(scan, noun)
  if (!month) return undefined
  const of = month.value
  // الموافق لـ، or a dash between a month and its year: 24-يناير-2024.
  const dash = isMark(scan, month.next, '-/') && tokenAt(scan, month.next + 1).glued ? 1 : 0
  const year = yearTail(scan, month.next + dash) ?? hijriShort(scan, of, month.next)
  if (year) return { value: { of, year: inEra(of, year.value) }, next: year.next }
  const direction = directionAt(scan, month.next)
  if (direction)
    return {
      value: {
        of,
        direction: direction.value.direction,
        ...(Math.abs(direction.value.by) > 1 ? { further: true as const } : {}),
      },
      next: direction.next,
    }
  return { value: { of }, next: month.next }
}

/** شهر رمضان المقبل، كانون الثاني 2024: a month by itself. */
export function monthDate(scan: Scan, at: number): Part<Expression> | undefined {
  const tail = monthTail(scan, at)
  return tail && { value: { is: 'month', ...tail.value }, next: tail.next }
}

/** A Hijri year of two digits is of the thirteenth century or ours; three are a year with هـ after it. */
function hijriShort(scan: Scan, of: MonthRef, at: number): Part<YearRef> | undefined {
  const digits = digitsAt(scan, at)
  if (of.calendar === 'gregorian' || digits === undefined || digits < 1) return undefined
  const era = eraAt(scan, at + 1)
  const known = digits >= 1000 ? digits < 1700 : era?.value === 'AH'
  return known ? { value: { kind: 'year', year: digits }, next: era?.next ?? at + 1 } : undefined
}

/** A year after a Hijri month is of that calendar, mark or no mark. */
const inEra = (of: MonthRef, year: YearRef): YearRef =>
  of.calendar === 'gregorian' || year.kind !== 'year' || year.year > 1700
    ? year
    : { kind: 'year', year: year.year }
