import type { Amount, Expression, YearRef } from '../expression.ts'
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
import type { DateModifier } from '../timex.ts'
import type { Unit } from '../words/sense.ts'
import { cardinal } from './number.ts'
import { directionAt, yearTail } from './year.ts'

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

const approximating = new Set('نحو حوالي قرابه زهاء تقريبا اقل ادني اكثر ازيد ما لا'.split(' '))

/** أقل من، نحو، ما لا يقل عن: what is said of an amount before it. */
export function approximation(scan: Scan, at: number): Part<DateModifier> | undefined {
  if (!approximating.has(tokenAt(scan, at).key)) return undefined
  // على نحو عام is "in general".
  if (isWord(scan, at, 'نحو') && tokenAt(scan, at - 1).key === 'علي') return undefined
  if (isWord(scan, at, 'نحو', 'حوالي', 'قرابه', 'زهاء', 'تقريبا'))
    return { value: 'APPROX', next: at + 1 }
  if (
    isWord(scan, at, 'ما') &&
    isWord(scan, at + 1, 'يزيد', 'يربو') &&
    isWord(scan, at + 2, 'علي', 'عن')
  )
    return { value: 'MORE_THAN', next: at + 3 }
  if (isWord(scan, at, 'اقل', 'ادني') && isWord(scan, at + 1, 'من'))
    return { value: 'LESS_THAN', next: at + 2 }
  if (isWord(scan, at, 'اكثر', 'ازيد') && isWord(scan, at + 1, 'من'))
    return { value: 'MORE_THAN', next: at + 2 }
  if (isWord(scan, at, 'ما') && isWord(scan, at + 1, 'يقارب', 'يناهز'))
    return { value: 'APPROX', next: at + 2 }
  if (isWord(scan, at, 'ما') && isWord(scan, at + 1, 'يقرب') && isWord(scan, at + 2, 'من'))
    return { value: 'APPROX', next: at + 3 }
  const negated = past(scan, at, 'ما')
  if (
    isWord(scan, negated, 'لا') &&
    isWord(scan, negated + 1, 'يقل', 'تقل') &&
    isWord(scan, negated + 2, 'عن')
  )
    return { value: 'EQUAL_OR_MORE', next: negated + 3 }
  if (
    isWord(scan, negated, 'لا') &&
    isWord(scan, negated + 1, 'يزيد', 'تزيد', 'يتجاوز', 'تتجاوز', 'يتعدي', 'تتعدي')
  )
    return { value: 'EQUAL_OR_LESS', next: past(scan, negated + 2, 'علي', 'عن') }
  return undefined
}

const modifiedBy = (of: Expression, mod: DateModifier | undefined): Expression =>
  mod ? { is: 'modified', mod, of } : of

/** An amount of time with its approximation. */
export function duration(scan: Scan, at: number, bare: boolean): Part<Expression> | undefined {
  const around = approximation(scan, at)
  const from = around?.next ?? at
  const whole = around && wholeUnit(scan, from)
  if (whole)
    return {
      value: modifiedBy({ is: 'duration', amounts: [whole.value] }, around.value),
      next: whole.next,
    }
  const read = amountsAt(scan, from, bare || around !== undefined || isOfTime(scan, from + 1))
  if (!read) return undefined
  const amounts = { ...read, next: isOfTime(scan, read.next) ? read.next + 2 : read.next }
  const after = isWord(scan, amounts.next, 'تقريبا') && !around
  const aside = around || amounts.value.some(({ n }) => n === undefined)
  const direction = aside ? undefined : directionAt(scan, amounts.next)
  if (direction?.value.base === 'anchor' && Math.abs(direction.value.by) === 1)
    return {
      value: {
        is: 'duration',
        amounts: amounts.value,
        around: { side: direction.value.by < 0 ? -1 : 1, base: 'anchor' },
      },
      next: direction.next,
    }
  const value: Expression = { is: 'duration', amounts: amounts.value }
  return {
    value: modifiedBy(value, around?.value ?? (after ? 'APPROX' : undefined)),
    next: amounts.next + (after ? 1 : 0),
  }
}

/** عقد من الزمن: what would be a contract is ten years. */
const isOfTime = (scan: Scan, at: number) =>
  isWord(scan, at, 'من') && isWord(scan, at + 1, 'الزمن', 'الزمان')

/** آخر 24 ساعة، آخر ثلاثة أشهر: up to the anchor. */
export function lastStretch(scan: Scan, at: number): Part<Expression> | undefined {
  if (!isWord(scan, at, 'اخر')) return undefined
  const read = amountAt(scan, at + 1, false)
  if (read?.value.n === undefined) return undefined
  return {
    value: { is: 'duration', amounts: [read.value], around: { side: -1, base: 'anchor' } },
    next: read.next,
  }
}

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
  const year = yearTail(scan, next + 1) ?? bareYear(scan, next + 2)
  if (!year) return undefined
  const at = isWord(scan, next, 'الاخيره') ? 'end' : 'start'
  return {
    value: { is: 'duration', amounts: [value], within: { year: year.value, at } },
    next: year.next,
  }
}

const bareYear = (scan: Scan, at: number): Part<YearRef> | undefined =>
  isWord(scan, at, 'العام', 'السنه')
    ? { value: { kind: 'shift', by: 0, base: 'anchor' }, next: at + 1 }
    : undefined

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
