import type { Expression, YearPart } from '../expression.ts'
import { isWord, type Part, particleAt, past, type Scan, tokenAt } from '../scan.ts'
import type { DateModifier } from '../timex.ts'
import { ordinal } from './number.ts'
import { wholePeriod } from './whole-period.ts'
import { bareYearNoun, directionAt, yearTail } from './year.ts'

const nthParts: Record<number, readonly YearPart[]> = {
  2: ['H1', 'H2'],
  4: ['Q1', 'Q2', 'Q3', 'Q4'],
}

function halfOfYear(scan: Scan, at: number): Part<Expression> | undefined {
  const half = partOfYear(scan, at)
  return half?.value.is === 'part-of-year' ? half : undefined
}

/** النصف الأول من عام 2024، الربع الأخير من العام الماضي، النصف الثاني من الشهر. */
export function partOfYear(scan: Scan, at: number): Part<Expression> | undefined {
  // A half keeps its في, without which it is half of anything.
  if (isWord(scan, at, 'في'))
    return isWord(scan, at + 1, 'النصف') ? halfOfYear(scan, at + 1) : undefined
  const half = isWord(scan, at, 'النصف')
  const size = half ? 2 : isWord(scan, at, 'الربع', 'الفصل') ? 4 : undefined
  if (size === undefined) return undefined
  const last = isWord(scan, at + 1, 'الاخير', 'الاخيره')
  const nth = last ? { value: size, next: at + 2 } : ordinal(scan, at + 1)
  if (!nth && isWord(scan, at, 'الربع')) {
    const direction = directionAt(scan, at + 1)
    return direction?.value.base === 'anchor'
      ? { value: { is: 'quarter', by: direction.value.by }, next: direction.next }
      : undefined
  }
  if (!nth || nth.value > size) return undefined
  const part = nthParts[size]?.[nth.value - 1]
  if (!part) return undefined
  const joined = past(scan, nth.next, 'من')
  const year = yearTail(scan, nth.next) ?? bareYearNoun(scan, joined)
  if (year) return { value: { is: 'part-of-year', part, year: year.value }, next: year.next }
  if (joined === nth.next) return unsaid(scan, at, nth.next, part)
  const whole = wholePeriod(scan, joined)
  const long = whole && (whole.value.is === 'century' || whole.value.is === 'decade')
  if (!whole || (size !== 2 && !long)) return undefined
  const mod: DateModifier = nth.value === 1 ? 'START' : nth.value === size ? 'END' : 'MID'
  return { value: { is: 'modified', mod, of: whole.value }, next: whole.next }
}

const reporting = ['في', 'خلال', 'عن', 'منذ', 'بنهايه', 'نهايه', 'بدايه', 'نتايج', 'ارباح', 'مع']

/** نما الاقتصاد في الربع الثاني: the quarter a report tells of; half without its year is of a match or a cake. */
function unsaid(
  scan: Scan,
  at: number,
  next: number,
  part: YearPart,
): Part<Expression> | undefined {
  if (!isWord(scan, at, 'الربع') || isWord(scan, at + 1, 'الاخير')) return undefined
  if (!reporting.includes(particleAt(scan, at - 1))) return undefined
  return { value: { is: 'part-of-year', part }, next }
}

/** مطلع كانون الثاني، منتصف أكتوبر 2023، نهاية العام التالي، أواخر السبعينيات. */
export function modified(scan: Scan, at: number): Part<Expression> | undefined {
  const mod = tokenAt(scan, at).sense?.part
  if (!mod) return undefined
  const from = past(scan, at + 1, 'من')
  const whole = wholePeriod(scan, from) ?? partOfYear(scan, from)
  return whole && { value: { is: 'modified', mod, of: whole.value }, next: whole.next }
}
