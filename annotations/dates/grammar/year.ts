import type { Base, YearRef } from '../expression.ts'
import { bareSense, isMark, isOneOf, isWord, type Part, past, type Scan, tokenAt } from '../scan.ts'
import type { Direction } from '../words/sense.ts'
import { ascending, cardinal, digitsAt } from './number.ts'

export const yearWords = ['عام', 'العام', 'سنه', 'السنه']

const yearKinds = [
  'المالي',
  'الماليه',
  'الدراسي',
  'الدراسيه',
  'الجامعي',
  'الجامعيه',
  'التقويمي',
  'مالي',
  'ماليه',
  'دراسي',
  'دراسيه',
]

const shifts: Record<Direction, readonly [number, Base]> = {
  last: [-1, 'anchor'],
  next: [1, 'anchor'],
  this: [0, 'anchor'],
  following: [1, 'previous'],
  preceding: [-1, 'previous'],
  same: [0, 'previous'],
}

const followed = [
  'يليه',
  'تليه',
  'يليها',
  'تليها',
  'تلاه',
  'تلاها',
  'تلته',
  'تلتها',
  'اعقبه',
  'اعقبتها',
]
const preceded = ['سبقه', 'سبقته', 'سبقها', 'سبقتها', 'يسبقه', 'تسبقها', 'يسبقها']

function clauseOf(direction: Direction, next: number) {
  const [by, base] = shifts[direction]
  return { value: { by, base, direction }, next }
}

/** الماضي, قبل الماضي, بعد المقبل, التالي: how many units off, and from where. */
export function directionAt(
  scan: Scan,
  at: number,
): Part<{ by: number; base: Base; direction: Direction }> | undefined {
  if (isWord(scan, at, 'ما') && isWord(scan, at + 1, 'قبل', 'بعد')) return directionAt(scan, at + 1)
  // العام الذي يليه، السنة التي سبقتها
  if (isWord(scan, at, 'الذي', 'التي')) {
    if (isOneOf(scan, at + 1, followed)) return clauseOf('following', at + 2)
    return isOneOf(scan, at + 1, preceded) ? clauseOf('preceding', at + 2) : undefined
  }
  const further = isWord(scan, at, 'قبل') ? 'last' : isWord(scan, at, 'بعد') ? 'next' : undefined
  const direction = bareSense(scan, further ? at + 1 : at)?.direction
  if (!direction || (further && direction !== further)) return undefined
  const [by, base] = shifts[direction]
  return { value: { by: further ? by * 2 : by, base, direction }, next: at + (further ? 2 : 1) }
}

type Era = 'BC' | 'AH' | 'AD' | 'SH'

const eraWords = new Set(
  'قبل بعد ق هجريه هجري للهجره الهجري الهجريه ه م ميلاديه ميلادي للميلاد'.split(' '),
)

/** ميلادية، هـ، قبل الميلاد، ق.م. */
export function eraAt(scan: Scan, at: number): Part<Era> | undefined {
  if (!eraWords.has(tokenAt(scan, at).key)) return undefined
  if (isWord(scan, at, 'قبل') && isWord(scan, at + 1, 'الميلاد'))
    return { value: 'BC', next: at + 2 }
  if (isWord(scan, at, 'بعد') && isWord(scan, at + 1, 'الميلاد'))
    return { value: 'AD', next: at + 2 }
  if (isWord(scan, at, 'ق')) {
    const dot = isMark(scan, at + 1, '.') ? at + 2 : at + 1
    if (isWord(scan, dot, 'م'))
      return { value: 'BC', next: dot + 1 + (isMark(scan, dot + 1, '.') && dot > at + 1 ? 1 : 0) }
    return undefined
  }
  if (isWord(scan, at, 'هجريه', 'هجري', 'للهجره', 'الهجري', 'الهجريه')) {
    const solar = isWord(scan, at + 1, 'شمسيه', 'شمسي')
    return { value: solar ? 'SH' : 'AH', next: at + (solar ? 2 : 1) }
  }
  if (isWord(scan, at, 'ه')) {
    const solar =
      isWord(scan, at + 1, 'ش') || (isMark(scan, at + 1, '.') && isWord(scan, at + 2, 'ش'))
    return {
      value: solar ? 'SH' : 'AH',
      next: at + (solar ? (isMark(scan, at + 1, '.') ? 3 : 2) : 1),
    }
  }
  if (isWord(scan, at, 'م', 'ميلاديه', 'ميلادي', 'للميلاد')) return { value: 'AD', next: at + 1 }
  return undefined
}

/** عام 67 is 1967 in the press, عام 06 is 2006, unless an era says otherwise. */
export const ofTwoFigures = (figures: number): number =>
  figures < 30 ? 2000 + figures : 1900 + figures

/** 2024، ٢٠٢٤، ألفين وأربعة وعشرين، 79 after عام, with an era if one is written. */
export function yearNumber(
  scan: Scan,
  at: number,
  { named }: { named: boolean },
): Part<YearRef> | undefined {
  const digits = digitsAt(scan, at)
  const spelled = digits === undefined ? cardinal(scan, at) : undefined
  const read = spelled
    ? (ascending(scan, spelled) ?? spelled)
    : digits === undefined
      ? undefined
      : { value: digits, next: at + 1 }
  if (!read || tokenAt(scan, at).prefix !== '') return undefined
  const length = digits === undefined ? 0 : tokenAt(scan, at).key.length
  const era = eraAt(scan, read.next)
  const next = era?.next ?? read.next
  if (era?.value === 'BC' || era?.value === 'AH')
    return read.value > 0
      ? { value: { kind: 'year', year: read.value, era: era.value }, next }
      : undefined
  if (digits === undefined)
    return read.value >= 1000 && read.value < 2200
      ? { value: { kind: 'year', year: read.value }, next }
      : undefined
  if (length === 4)
    return digits >= 1000 && digits < 2200
      ? { value: { kind: 'year', year: digits }, next }
      : undefined
  if (!named || digits === 0) return undefined
  if (length === 2 && !era) return { value: { kind: 'year', year: ofTwoFigures(digits) }, next }
  return length === 3 || era ? { value: { kind: 'year', year: digits }, next } : undefined
}

/** عام 2024، العام الماضي، هذا العام، من عام 2024، لعام 2024، 2024. */
export function yearTail(scan: Scan, at: number): Part<YearRef> | undefined {
  const comma = isMark(scan, at, '،,') && tokenAt(scan, at + 1).kind === 'number'
  const from = comma ? at + 1 : past(scan, at, 'من', 'في')
  const named = yearPhrase(scan, from)
  if (named) return named
  // من 2024 is of that year; في 2024 is another date.
  if (from !== at && !comma && !isWord(scan, at, 'من')) return undefined
  if (from !== at && tokenAt(scan, from).kind !== 'number') return undefined
  return yearNumber(scan, from, { named: false })
}

export const pastKind = (scan: Scan, at: number) => past(scan, at, ...yearKinds)

/** سنة 1400 هـ (1980 م), عام 1372هـ/1953م: one year in two eras. */
function otherEra(scan: Scan, { value, next }: Part<YearRef>): Part<YearRef> | undefined {
  if (value.kind !== 'year' || value.era !== 'AH') return undefined
  const bracket = isMark(scan, next, '(')
  const said = isWord(scan, next, 'الموافق')
  if (!bracket && !said && !isMark(scan, next, '/-–')) return undefined
  const from = past(scan, next + 1, 'الموافق', 'لعام', 'عام', 'سنه', 'لسنه')
  const year = yearNumber(scan, from, { named: false })
  if (year?.value.kind !== 'year' || year.value.era || year.value.year < value.year)
    return undefined
  const end = bracket ? (isMark(scan, year.next, ')') ? year.next + 1 : undefined) : year.next
  return end === undefined
    ? undefined
    : { value: { kind: 'year', year: year.value.year, hijri: value.year }, next: end }
}

/** A year with its noun. */
export function yearPhrase(scan: Scan, at: number): Part<YearRef> | undefined {
  const token = tokenAt(scan, at)
  if (isWord(scan, at, 'هذا', 'هذه') && isWord(scan, at + 1, 'العام', 'السنه'))
    return { value: { kind: 'shift', by: 0, base: 'anchor' }, next: at + 2 }
  if (isWord(scan, at, 'ذلك', 'تلك') && isWord(scan, at + 1, 'العام', 'السنه'))
    return { value: { kind: 'shift', by: 0, base: 'previous' }, next: at + 2 }
  if (isWord(scan, at, 'نفس', 'ذات') && isWord(scan, at + 1, 'العام', 'السنه'))
    return { value: { kind: 'shift', by: 0, base: 'previous' }, next: at + 2 }
  if (
    !yearWords.includes(token.key) ||
    !(token.prefix === '' || token.prefix === 'ل' || at === scan.opening)
  )
    return undefined
  // العام الدراسي المقبل, السنة المالية 2024: the adjective says whose year it is, not which.
  const kind = pastKind(scan, at + 1)
  const number = yearNumber(scan, kind, { named: true })
  if (number) return otherEra(scan, number) ?? number
  if (!token.key.startsWith('ال')) return undefined
  if (isWord(scan, kind, 'الجديد', 'الجديده')) return { value: { kind: 'new' }, next: kind + 1 }
  const direction = directionAt(scan, kind)
  if (!direction) return undefined
  const { by, base } = direction.value
  return { value: { kind: 'shift', by, base }, next: direction.next }
}

/** من العام, من السنة: this year, said after a part of it. */
export function bareYearNoun(scan: Scan, at: number): Part<YearRef> | undefined {
  if (!isWord(scan, at, 'العام', 'السنه') || !isWord(scan, at - 1, 'من')) return undefined
  return { value: { kind: 'shift', by: 0, base: 'anchor' }, next: at + 1 }
}
