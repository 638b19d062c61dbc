import type { Expression } from '../expression.ts'
import { bareSense, isWord, type Part, past, type Scan, tokenAt } from '../scan.ts'
import type { Unit } from '../words/sense.ts'
import { monthAt } from './month.ts'
import { cardinal } from './number.ts'

const letters: Record<Unit, string> = {
  S: 'TS',
  MIN: 'TM',
  H: 'TH',
  D: 'D',
  W: 'W',
  M: 'M',
  Y: 'Y',
  DE: 'DE',
  CE: 'CE',
}

/** P2Y, PT1H. */
export function period(n: number | 'X', unit: Unit): string {
  const letter = letters[unit]
  return letter.startsWith('T') ? `PT${n}${letter[1]}` : `P${n}${letter}`
}

const two = (n: number) => String(n).padStart(2, '0')
const set = (value: string, freq?: number): Expression => ({
  is: 'set',
  value,
  ...(freq ? { freq } : {}),
})

/** كل أسبوع، كل يوم جمعة، كل ثلاثة أشهر، كل خميس، كل صباح، كل أغسطس. */
function every(scan: Scan, at: number): Part<Expression> | undefined {
  if (!isWord(scan, at, 'كل')) return undefined
  const first = bareSense(scan, at + 1)
  if (first?.unit && !first.unit.definite) {
    const { unit, count } = first.unit
    if (unit === 'D' && count === 'one') {
      const weekday = bareSense(scan, at + 2)?.weekdayBare
      if (weekday) return { value: set(`XXXX-WXX-${weekday}`), next: at + 3 }
    }
    if (count === 'many') return undefined
    // كل عام وأنتم بخير is a greeting.
    if (tokenAt(scan, at + 2).prefix === 'و' || isWord(scan, at + 2, 'وانتم', 'وانت'))
      return undefined
    if (unit === 'M' && count === 'one') {
      const month = monthAt(scan, at + 2)
      if (month?.value.calendar === 'gregorian')
        return { value: set(`XXXX-${two(month.value.month)}`), next: month.next }
    }
    return { value: set(period(count === 'two' ? 2 : 1, unit)), next: at + 2 }
  }
  if (first?.weekdayBare && !isWord(scan, at + 1, 'احد'))
    return { value: set(`XXXX-WXX-${first.weekdayBare}`), next: at + 2 }
  if (first?.weekday) return undefined
  if (first?.dayPart && !tokenAt(scan, at + 1).key.startsWith('ال'))
    return { value: set(`XXXX-XX-XXT${first.dayPart}`), next: at + 2 }
  const number = cardinal(scan, at + 1)
  const unit = number && bareSense(scan, number.next)?.unit
  if (number && unit && !unit.definite)
    return { value: set(period(number.value, unit.unit)), next: number.next + 1 }
  const month = monthAt(scan, at + 1)
  return month?.value.calendar === 'gregorian' && !month.value.other
    ? { value: set(`XXXX-${two(month.value.month)}`), next: month.next }
    : undefined
}

/** مرتين في الأسبوع، مرة كل عامين، ثلاث مرات يوميا. */
function times(scan: Scan, at: number): Part<Expression> | undefined {
  const number = cardinal(scan, at)
  const [freq, noun] = isWord(scan, at, 'مره')
    ? [1, past(scan, at + 1, 'واحده')]
    : isWord(scan, at, 'مرتين', 'مرتان')
      ? [2, at + 1]
      : number && isWord(scan, number.next, 'مرات', 'مره')
        ? [number.value, number.next + 1]
        : [0, at]
  if (freq === 0) return undefined
  const adverb = bareSense(scan, noun)?.every
  if (adverb) return { value: set(period(adverb.amount, adverb.unit), freq), next: noun + 1 }
  const repeated = every(scan, noun)
  if (repeated?.value.is === 'set')
    return { value: set(repeated.value.value, freq), next: repeated.next }
  const unit = isWord(scan, noun, 'في') ? bareSense(scan, noun + 1)?.unit : undefined
  return unit?.definite && unit.count === 'one'
    ? { value: set(period(1, unit.unit), freq), next: noun + 2 }
    : undefined
}

/** سنويا، نصف سنوي، أيام الجمعة. */
function repeated(scan: Scan, at: number): Part<Expression> | undefined {
  const adverb = tokenAt(scan, at).sense?.every
  if (adverb) return { value: set(period(adverb.amount, adverb.unit)), next: at + 1 }
  if (isWord(scan, at, 'نصف') && isWord(scan, at + 1, 'سنوي', 'سنويا', 'سنويه'))
    return { value: set('P6M'), next: at + 2 }
  if (isWord(scan, at, 'ربع') && isWord(scan, at + 1, 'سنوي', 'سنويا', 'سنويه'))
    return { value: set('P3M'), next: at + 2 }
  const weekday = isWord(scan, at, 'ايام') ? bareSense(scan, at + 1)?.weekday : undefined
  // أيام السبت والأحد والاثنين: days one after another, which are not a habit.
  return weekday && !(tokenAt(scan, at + 2).prefix === 'و' && tokenAt(scan, at + 2).sense?.weekday)
    ? { value: set(`XXXX-WXX-${weekday}`), next: at + 2 }
    : undefined
}

export const recurring = (scan: Scan, at: number) =>
  every(scan, at) ?? times(scan, at) ?? repeated(scan, at)
