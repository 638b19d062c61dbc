import type { Amount } from '../expression.ts'
import {
  bareSense,
  isArticled,
  isOneOf,
  isWord,
  type Part,
  past,
  type Scan,
  tokenAt,
} from '../scan.ts'
import type { Unit } from '../words/sense.ts'
import { cardinal } from './number.ts'
import { directionAt } from './year.ts'

/** Half, a quarter and a third of a unit, in a smaller one that has no fraction: نصف قرن is P50Y. */
const smaller: Record<Unit, readonly [Unit, number]> = {
  CE: ['Y', 100],
  DE: ['Y', 10],
  Y: ['M', 12],
  M: ['D', 30],
  W: ['D', 7],
  D: ['H', 24],
  H: ['MIN', 60],
  MIN: ['S', 60],
  S: ['S', 1],
}

function fractionOf(parts: number, unit: Unit): Amount {
  const [less, n] = smaller[unit]
  return { n: Math.round(n / parts), unit: less }
}

/** نصف ساعة، ربع الساعة، ثلث قرن. */
function fraction(scan: Scan, at: number): Part<Amount> | undefined {
  const parts = bareSense(scan, at)?.fraction
  if (!parts || !isWord(scan, at, 'نصف', 'ثلث', 'ربع')) return undefined
  const unit = bareSense(scan, at + 1)?.unit
  if (unit?.count !== 'one') return undefined
  return { value: fractionOf(parts, unit.unit), next: at + 2 }
}

const vague = ['عده', 'بضعه', 'بضع']
/** Adjectives that follow what they count: أيام عدة، سنوات طويلة، أشهر قليلة. */
const vagueAfter = [
  'عده',
  'قليله',
  'معدوده',
  'طويله',
  'كثيره',
  'عديده',
  'متتاليه',
  'متواصله',
  'كامله',
]

/** قرابة العام، ما يقارب الشهر: the unit with its article, which no number and no direction follows. */
export function wholeUnit(scan: Scan, at: number): Part<Amount> | undefined {
  const unit = bareSense(scan, at)?.unit
  if (!unit?.definite || unit.count === 'many') return undefined
  if (unit.count === 'two')
    return directionAt(scan, at + 1)
      ? undefined
      : { value: { n: 2, unit: unit.unit }, next: at + 1 }
  // نحو الساعة is about the hour that follows, نحو اليوم none.
  if (unit.unit === 'D') return undefined
  if (unit.unit === 'H' && !isWord(scan, at - 1, 'قرابه', 'يقارب', 'زهاء')) return undefined
  const after = tokenAt(scan, at + 1)
  if (after.kind === 'number' || directionAt(scan, at + 1) || after.sense?.ordinal) return undefined
  return cardinal(scan, at + 1) ? undefined : { value: { n: 1, unit: unit.unit }, next: at + 1 }
}

/** ثلاثة أرباع الساعة. */
function threeQuarters(scan: Scan, at: number): Part<Amount> | undefined {
  if (!isWord(scan, at, 'ثلاثه') || !isWord(scan, at + 1, 'ارباع')) return undefined
  const unit = bareSense(scan, at + 2)?.unit
  if (unit?.count !== 'one') return undefined
  const quarter = fractionOf(4, unit.unit)
  return { value: { n: (quarter.n ?? 0) * 3, unit: quarter.unit }, next: at + 3 }
}

/** غاب أياما: the accusative is a length by itself. */
const isAdverbial = (scan: Scan, at: number) =>
  isWord(scan, at, 'اياما', 'اعواما', 'شهورا', 'اشهرا', 'عقودا', 'قرونا')

const wholly = ['كامل', 'كامله', 'كاملا']

/** ثمانية أشهر، يومين، عدة أسابيع، 24 ساعة. A lone أشهر or شهر is an amount only where `bare` says so. */
export function amountAt(scan: Scan, at: number, bare: boolean): Part<Amount> | undefined {
  const half = fraction(scan, at) ?? threeQuarters(scan, at)
  if (half) return half
  if (isOneOf(scan, at, vague)) {
    const unit = bareSense(scan, at + 1)?.unit
    return unit?.count === 'many' && !unit.definite
      ? { value: { n: undefined, unit: unit.unit }, next: at + 2 }
      : undefined
  }
  // الـ60 يوما
  if (isWord(scan, at, 'ال') && tokenAt(scan, at + 1).kind === 'number')
    return amountAt(scan, at + 1, false)
  if (isWord(scan, at, 'ميات', 'عشرات', 'الاف')) {
    const unit = bareSense(scan, at + 1)?.unit
    if (unit?.count === 'many' && unit.definite)
      return { value: { n: undefined, unit: unit.unit }, next: at + 2 }
  }
  const own = tokenAt(scan, at).sense?.unit
  if (own && !own.definite) {
    const { unit, count } = own
    if (count === 'two')
      return { value: { n: 2, unit }, next: past(scan, at + 1, 'اثنين', 'كاملين') }
    if (count === 'one') {
      if (isWord(scan, at + 1, 'واحد', 'واحده', 'واحدا'))
        return { value: { n: 1, unit }, next: at + 2 }
      const whole = isOneOf(scan, at + 1, wholly)
      return bare || whole
        ? { value: { n: 1, unit }, next: past(scan, at + 1, ...wholly) }
        : undefined
    }
    if (isOneOf(scan, at + 1, vagueAfter)) return { value: { n: undefined, unit }, next: at + 2 }
    return (bare && !isArticled(scan, at + 1)) || isAdverbial(scan, at)
      ? { value: { n: undefined, unit }, next: at + 1 }
      : undefined
  }
  const number = cardinal(scan, at)
  if (!number) return undefined
  const unit = bareSense(scan, number.next)?.unit
  if (!unit || unit.definite || unit.count === 'two') return undefined
  return { value: { n: number.value, unit: unit.unit }, next: number.next + 1 }
}

/** سنة ونصف السنة، ثلاث سنوات ونصف، سنتين وثلاثة أشهر. */
export function amountsAt(scan: Scan, at: number, bare: boolean): Part<Amount[]> | undefined {
  const first = amountAt(scan, at, bare || isFollowed(scan, at))
  if (!first) return undefined
  const joined = isWord(scan, first.next, 'و') && tokenAt(scan, first.next + 1).kind === 'number'
  if (joined) {
    const second = amountAt(scan, first.next + 1, false)
    if (second && ranks[second.value.unit] < ranks[first.value.unit])
      return { value: [first.value, second.value], next: second.next }
  }
  const more = tokenAt(scan, first.next)
  if (more.prefix === 'و' && more.sense?.fraction) {
    const parts = more.sense.fraction
    const unit = bareSense(scan, first.next + 1)?.unit
    const same = unit && unit.count === 'one' && unit.unit === first.value.unit
    return {
      value: [first.value, fractionOf(parts, first.value.unit)],
      next: first.next + (same ? 2 : 1),
    }
  }
  if (more.prefix === 'و') {
    const second = amountAt(scan, first.next, false)
    if (
      second &&
      ranks[second.value.unit] < ranks[first.value.unit] &&
      second.value.n !== undefined
    )
      return { value: [first.value, second.value], next: second.next }
  }
  return { value: [first.value], next: first.next }
}

const ranks: Record<Unit, number> = { S: 0, MIN: 1, H: 2, D: 3, W: 4, M: 5, Y: 6, DE: 7, CE: 8 }

/** سنة ونصف، سنة وشهرين: a lone unit is an amount where a half or a smaller amount follows it. */
function isFollowed(scan: Scan, at: number): boolean {
  const next = tokenAt(scan, at + 1)
  if (next.prefix !== 'و') return false
  if (next.sense?.fraction !== undefined) return isWordless(next.key)
  const own = tokenAt(scan, at).sense?.unit
  if (own?.count !== 'one' || own.definite) return false
  const second = amountAt(scan, at + 1, false)
  return second?.value.n !== undefined && ranks[second.value.unit] < ranks[own.unit]
}
const isWordless = (key: string) => key === 'نصف' || key === 'ربع' || key === 'ثلث'
