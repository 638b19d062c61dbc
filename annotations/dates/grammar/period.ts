import type { Expression } from '../expression.ts'
import { bareSense, isWord, type Part, type Scan } from '../scan.ts'
import { directionAt } from './year.ts'

const periodUnits = ['Y', 'M', 'W', 'DE', 'CE']

/** الأسبوع الماضي، هذا الشهر، ذلك العام، الشهر نفسه. */
export function relativePeriod(scan: Scan, at: number): Part<Expression> | undefined {
  const pointing = isWord(scan, at, 'هذا', 'هذه')
    ? ('anchor' as const)
    : isWord(scan, at, 'ذلك', 'تلك', 'نفس', 'ذات')
      ? ('previous' as const)
      : undefined
  const noun = pointing ? at + 1 : at
  const weekend =
    isWord(scan, noun, 'عطله') && isWord(scan, noun + 1, 'نهايه') ? noun + 2 : undefined
  const named = weekend ?? noun
  const unit = bareSense(scan, named)?.unit
  if (!unit?.definite || unit.count !== 'one') return undefined
  if (pointing && unit.unit === 'D')
    return { value: { is: 'period', shift: { unit: 'D', by: 0, base: pointing } }, next: named + 1 }
  if (!periodUnits.includes(unit.unit)) return undefined
  const direction = directionAt(scan, named + 1)
  const week = weekend !== undefined && unit.unit === 'W' ? { weekend: true as const } : {}
  if (pointing && !(direction && direction.value.direction === 'this'))
    return {
      value: { is: 'period', shift: { unit: unit.unit, by: 0, base: pointing }, ...week },
      next: named + 1,
    }
  if (direction) {
    const { by, base } = direction.value
    return {
      value: { is: 'period', shift: { unit: unit.unit, by, base }, ...week },
      next: direction.next,
    }
  }
  return weekend && unit.unit === 'W'
    ? {
        value: { is: 'period', shift: { unit: 'W', by: 0, base: 'anchor' }, ...week },
        next: named + 1,
      }
    : undefined
}
