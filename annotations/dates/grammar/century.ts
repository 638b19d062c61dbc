import type { CenturyRef, Expression } from '../expression.ts'
import { bareSense, isWord, type Part, past, type Scan, tokenAt } from '../scan.ts'
import { looseDigits, ordinal } from './number.ts'
import { directionAt, eraAt } from './year.ts'

/** القرن التاسع عشر، القرن الـ19، القرن الخامس قبل الميلاد، القرن الماضي. */
function centuryAt(scan: Scan, at: number): Part<CenturyRef> | undefined {
  if (!isWord(scan, at, 'القرن')) return undefined
  const nth = ordinal(scan, at + 1)
  const digits = looseDigits(scan, at + 1, 2)
  if (nth || digits !== undefined) {
    const value = nth?.value ?? digits ?? 0
    const era = eraAt(scan, nth?.next ?? at + 2)
    if (value < 1 || value > 30) return undefined
    const dated = era?.value === 'BC' || era?.value === 'AH' ? { era: era.value } : {}
    return { value: { kind: 'nth', nth: value, ...dated }, next: era?.next ?? nth?.next ?? at + 2 }
  }
  const direction = directionAt(scan, at + 1)
  if (direction?.value.base !== 'anchor') return undefined
  return { value: { kind: 'shift', by: direction.value.by }, next: direction.next }
}

/** القرن العشرين. */
export const century = (scan: Scan, at: number): Part<Expression> | undefined => {
  const read = centuryAt(scan, at)
  return read && { value: { is: 'century', century: read.value }, next: read.next }
}

/** ثمانينيات القرن الماضي، الستينيات، تسعينيات القرن التاسع عشر. */
export function decade(scan: Scan, at: number): Part<Expression> | undefined {
  if (isWord(scan, at, 'العقد')) {
    const last = isWord(scan, at + 1, 'الاخير')
    const nth = last ? { value: 10, next: at + 2 } : ordinal(scan, at + 1)
    const century = nth && nth.value <= 10 ? centuryAt(scan, past(scan, nth.next, 'من')) : undefined
    return nth && century
      ? {
          value: { is: 'decade', tens: (nth.value - 1) * 10, century: century.value },
          next: century.next,
        }
      : undefined
  }
  const noun = past(scan, at, 'عقد', 'سنوات', 'اعوام')
  const tens = bareSense(scan, noun)?.decade
  if (tens === undefined) return undefined
  const direct = centuryAt(scan, noun + 1) ?? centuryAt(scan, past(scan, noun + 1, 'من'))
  if (direct) return { value: { is: 'decade', tens, century: direct.value }, next: direct.next }
  // ستينيات وسبعينيات القرن الماضي: the century is said once.
  const other = tokenAt(scan, noun + 1)
  if (other.prefix === 'و' && other.sense?.decade !== undefined) {
    const shared = centuryAt(scan, noun + 2)
    if (shared) return { value: { is: 'decade', tens, century: shared.value }, next: noun + 1 }
  }
  // Without an article or a century it is a way of walking through the twenties of anything.
  if (!tokenAt(scan, noun).key.startsWith('ال')) return undefined
  return { value: { is: 'decade', tens }, next: noun + 1 }
}
