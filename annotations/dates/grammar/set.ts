import type { Expression } from '../expression.ts'
import { bareSense, isWord, type Part, past, type Scan, tokenAt } from '../scan.ts'
import type { Unit } from '../words/sense.ts'
import { dayOfMonth } from './day.ts'
import { monthAt } from './month.ts'
import { cardinal, looseDigits, ordinal } from './number.ts'

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
function period(n: number | 'X', unit: Unit): string {
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
  if (isWord(scan, at + 1, 'ربع', 'نصف') && isWord(scan, at + 2, 'سنه', 'عام'))
    return { value: set(isWord(scan, at + 1, 'ربع') ? 'P3M' : 'P6M'), next: at + 3 }
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
  const plural = isWord(scan, at + 1, 'الجمع') ? 5 : isWord(scan, at + 1, 'الاحاد') ? 7 : undefined
  const weekday = isWord(scan, at, 'ايام')
    ? (bareSense(scan, at + 1)?.weekday ?? plural)
    : undefined
  // أيام السبت والأحد والاثنين: days one after another, which are not a habit.
  return weekday && !(tokenAt(scan, at + 2).prefix === 'و' && tokenAt(scan, at + 2).sense?.weekday)
    ? { value: set(`XXXX-WXX-${weekday}`), next: at + 2 }
    : undefined
}

const manners: Record<string, string> = {
  يومي: 'P1D',
  اسبوعي: 'P1W',
  شهري: 'P1M',
  سنوي: 'P1Y',
  فصلي: 'P3M',
}

/** بشكل يومي، بصورة شهرية، على نحو أسبوعي، على أساس سنوي. */
function manner(scan: Scan, at: number): Part<Expression> | undefined {
  const on = isWord(scan, at, 'علي') && isWord(scan, at + 1, 'نحو', 'اساس')
  if (!on && !isWord(scan, at, 'بشكل', 'بصوره')) return undefined
  const word = at + (on ? 2 : 1)
  const { key, prefix } = tokenAt(scan, word)
  const value = prefix === '' ? manners[key.replace(/ه$/, '')] : undefined
  return value ? { value: set(value), next: word + 1 } : undefined
}

/** من كل عام، كل سنة: what stands behind a day that comes every year. */
function yearly(scan: Scan, at: number): 'M' | 'W' | 'Y' | undefined {
  const from = past(scan, at, 'من', 'في')
  if (!isWord(scan, from, 'كل')) return undefined
  const unit = bareSense(scan, from + 1)?.unit
  if (unit?.count !== 'one' || unit.definite) return undefined
  return unit.unit === 'M' || unit.unit === 'W' || unit.unit === 'Y' ? unit.unit : undefined
}

/** الأول من مايو من كل عام، 21 مارس من كل سنة، الجمعة من كل أسبوع، 15 من كل شهر، أول جمعة من كل شهر. */
export function dayOfEvery(scan: Scan, at: number): Part<Expression> | undefined {
  const day = dayOfMonth(scan, past(scan, at, 'يوم'))
  if (day?.value.is === 'day' && !day.value.year && !day.value.direction) {
    const { of, day: number } = day.value
    if (of.calendar !== 'gregorian' || yearly(scan, day.next) !== 'Y') return undefined
    const written = number === 'last' ? 'XX' : two(number)
    return {
      value: set(`XXXX-${two(of.month)}-${written}`),
      next: past(scan, day.next, 'من', 'في') + 2,
    }
  }
  const month = monthAt(scan, past(scan, at, 'شهر'))
  if (month?.value.calendar === 'gregorian' && yearly(scan, month.next) === 'Y')
    return {
      value: set(`XXXX-${two(month.value.month)}`),
      next: past(scan, month.next, 'من', 'في') + 2,
    }
  const weekday = bareSense(scan, past(scan, at, 'يوم'))?.weekday
  const noun = past(scan, at, 'يوم') + 1
  if (weekday && yearly(scan, noun) === 'W')
    return { value: set(`XXXX-WXX-${weekday}`), next: past(scan, noun, 'من', 'في') + 2 }
  const nth = isWord(scan, at, 'اول')
    ? { value: 1, next: past(scan, at + 1, 'يوم') }
    : ordinal(scan, past(scan, at, 'يوم'))
  const digits = looseDigits(scan, past(scan, at, 'يوم'), 2)
  const read =
    nth ?? (digits === undefined ? undefined : { value: digits, next: past(scan, at, 'يوم') + 1 })
  if (!read || read.value < 1 || read.value > 31) return undefined
  if (yearly(scan, read.next) !== 'M') return undefined
  return {
    value: set(`XXXX-XX-${two(read.value)}`),
    next: past(scan, read.next, 'من', 'في') + 2,
  }
}

/** صباح كل جمعة، مساء كل يوم. */
export function partOfEvery(scan: Scan, at: number): Part<Expression> | undefined {
  const part = tokenAt(scan, at).sense?.dayPart
  const repeated = part && every(scan, past(scan, at + 1, 'من'))
  if (repeated?.value.is !== 'set') return undefined
  const day = repeated.value.value === 'P1D' ? 'XXXX-XX-XX' : repeated.value.value
  return /^XXXX-(?:WXX-\d|XX-XX)$/.test(day)
    ? { value: set(`${day}T${part}`), next: repeated.next }
    : undefined
}

/** مطلع كل شهر، نهاية كل عام. */
export function partOfEach(scan: Scan, at: number): Part<Expression> | undefined {
  const mod = tokenAt(scan, at).sense?.part
  const repeated = mod && every(scan, past(scan, at + 1, 'من'))
  return repeated && { value: { is: 'modified', mod, of: repeated.value }, next: repeated.next }
}

export const recurring = (scan: Scan, at: number) =>
  every(scan, at) ?? times(scan, at) ?? repeated(scan, at) ?? manner(scan, at)
