import type { Expression } from '../expression.ts'
import { bareSense, isWord, type Part, past, type Scan, tokenAt } from '../scan.ts'
import { directionAt, yearTail } from './year.ts'
import { yearRange } from './year-range.ts'

/** صيف 2023، خريف العام الجاري، الشتاء المقبل، هذا الصيف. */
export function season(scan: Scan, at: number): Part<Expression> | undefined {
  const pointing = isWord(scan, at, 'هذا')
  const noun = past(scan, pointing ? at + 1 : at, 'فصل')
  const read = bareSense(scan, noun)?.season
  if (!read) return undefined
  if (pointing)
    return read.definite
      ? { value: { is: 'part-of-year', part: read.season, direction: 'this' }, next: noun + 1 }
      : undefined
  const years = yearRange(scan, past(scan, noun + 1, 'عام', 'عامي'))
  if (years?.value.is === 'interval' && years.value.from.is === 'year')
    return {
      value: { is: 'part-of-year', part: read.season, year: years.value.from.year },
      next: years.next,
    }
  const year = yearTail(scan, noun + 1)
  if (year)
    return { value: { is: 'part-of-year', part: read.season, year: year.value }, next: year.next }
  const direction = read.definite ? directionAt(scan, noun + 1) : undefined
  if (!direction) {
    // قبل الصيف, خلال الشتاء: the present one, unless it is the name of something (قبل الربيع العربي).
    const bound = isWord(scan, noun - 1, 'قبل', 'بعد', 'خلال', 'حتي', 'بحلول', 'حلول')
    const isNamed = read.season === 'SP' || tokenAt(scan, noun + 1).key.startsWith('ال')
    if (!read.definite || !bound || isNamed || noun !== at) return undefined
    return {
      value: { is: 'part-of-year', part: read.season, direction: 'this' },
      next: noun + 1,
    }
  }
  return {
    value: { is: 'part-of-year', part: read.season, direction: direction.value.direction },
    next: direction.next,
  }
}
