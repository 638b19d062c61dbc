import type { Amount, Expression } from '../expression.ts'
import { bareSense, isWord, type Part, type Scan, tokenAt } from '../scan.ts'
import { cardinal } from './number.ts'
import { bareYearNoun, directionAt, yearTail } from './year.ts'

/** الأيام الثلاثة الماضية، الأسبوعين المقبلين، السنوات القليلة الماضية، الـ24 ساعة الماضية. */
export function definiteDuration(scan: Scan, at: number): Part<Expression> | undefined {
  const counted = countedDefinite(scan, at)
  if (!counted) return undefined
  const part = firstOrLast(scan, counted)
  if (part) return part
  const direction = directionAt(scan, counted.next)
  if (direction?.value.base !== 'anchor' || direction.value.by === 0) return undefined
  const side = direction.value.by < 0 ? -1 : 1
  return {
    value: { is: 'duration', amounts: [counted.value], around: { side, base: 'anchor' } },
    next: direction.next,
  }
}

/** الأشهر التسعة الأولى من عام 2024: a length, and where in the year it lies. */
function firstOrLast(scan: Scan, { value, next }: Part<Amount>): Part<Expression> | undefined {
  if (value.unit !== 'M' || value.n === undefined || value.n > 12) return undefined
  if (!isWord(scan, next, 'الاولي', 'الاخيره', 'الاول') || !isWord(scan, next + 1, 'من'))
    return undefined
  const year = yearTail(scan, next + 1) ?? bareYearNoun(scan, next + 2)
  if (!year) return undefined
  const at = isWord(scan, next, 'الاخيره') ? 'end' : 'start'
  return {
    value: { is: 'duration', amounts: [value], within: { year: year.value, at } },
    next: year.next,
  }
}

function countedDefinite(scan: Scan, at: number): Part<Amount> | undefined {
  if (isWord(scan, at, 'ال') && tokenAt(scan, at + 1).kind === 'number') {
    const number = Number(tokenAt(scan, at + 1).key)
    const unit = bareSense(scan, at + 2)?.unit
    return unit && !unit.definite
      ? { value: { n: number, unit: unit.unit }, next: at + 3 }
      : undefined
  }
  const own = bareSense(scan, at)?.unit
  if (own?.definite && own.count === 'two') return { value: { n: 2, unit: own.unit }, next: at + 1 }
  if (own?.definite && own.count === 'many') {
    const after = tokenAt(scan, at + 1)
    if (isWord(scan, at + 1, 'القليله', 'المعدوده', 'العديده'))
      return { value: { n: undefined, unit: own.unit }, next: at + 2 }
    if (after.key === 'ال' && tokenAt(scan, at + 2).kind === 'number')
      return { value: { n: Number(tokenAt(scan, at + 2).key), unit: own.unit }, next: at + 3 }
    const number = after.key.startsWith('ال') ? cardinal(scan, at + 1) : undefined
    return number
      ? { value: { n: number.value, unit: own.unit }, next: number.next }
      : { value: { n: undefined, unit: own.unit }, next: at + 1 }
  }
  // العشرين عاما الماضية
  const tens =
    bareSense(scan, at)?.ordinal ??
    (tokenAt(scan, at).key.startsWith('ال') ? bareSense(scan, at)?.cardinal : undefined)
  if (tens === undefined) return undefined
  // الثماني والأربعين ساعة الماضية
  const more = tokenAt(scan, at + 1)
  const joined = tens < 10 && more.prefix === 'و' ? (more.sense?.ordinal ?? 0) : 0
  const noun = joined >= 20 ? at + 2 : at + 1
  const unit = bareSense(scan, noun)?.unit
  return unit && !unit.definite
    ? { value: { n: tens + (joined >= 20 ? joined : 0), unit: unit.unit }, next: noun + 1 }
    : undefined
}
