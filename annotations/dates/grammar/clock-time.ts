import type { Expression } from '../expression.ts'
import { isMark, isWord, type Part, past, type Scan, tokenAt } from '../scan.ts'
import type { DayPart } from '../words/sense.ts'
import { type Clock, clockPart, digitalClock, onDay, spokenClock, zoneAt } from './clock.ts'
import { dayOf, definitePart, partOfDay } from './part-of-day.ts'

type Tail = { readonly part?: DayPart; readonly of?: Expression; readonly zone?: string }

/** What stands after an hour: صباحا، من مساء الثلاثاء، الأحد، بتوقيت بغداد. */
function tailOf(scan: Scan, at: number): Part<Tail> {
  let next = at
  let tail: Tail = {}
  const zoneFirst = zoneAt(scan, next)
  if (zoneFirst) {
    tail = { ...tail, zone: zoneFirst.value }
    next = zoneFirst.next
  }
  const inner = partOfDay(scan, past(scan, next, 'من', 'في'))
  if (inner?.value.is === 'time') {
    const { part, of } = inner.value
    tail = { ...tail, ...(part ? { part } : {}), ...(of ? { of } : {}) }
    next = inner.next
  } else {
    const part = clockPart(scan, next) ?? clockPart(scan, past(scan, next, 'من'))
    const read = part ?? (isWord(scan, next, 'من', 'في') ? definitePart(scan, next + 1) : undefined)
    if (read) {
      tail = { ...tail, part: read.value }
      next = read.next
    }
    const of = isMark(scan, next, '،') ? undefined : dayOf(scan, next)
    if (of) {
      tail = { ...tail, of: of.value }
      next = of.next
    }
  }
  const zone = tail.zone ? undefined : zoneAt(scan, next)
  return zone ? { value: { ...tail, zone: zone.value }, next: zone.next } : { value: tail, next }
}

const clocked = (clock: Clock, { part, of, zone }: Tail): Expression => ({
  is: 'time',
  clock: onDay(clock, part),
  ...(of ? { of } : {}),
  ...(zone ? { zone } : {}),
})

/** الساعة 10:30 صباحا، الساعة الثالثة والنصف فجرا، في السابعة مساء، 21:00 بتوقيت غرينتش، 9 مساء. */
export function clockTime(scan: Scan, at: number): Part<Expression> | undefined {
  const token = tokenAt(scan, at)
  if (token.key === 'الساعه') {
    const approx = past(scan, at + 1, 'نحو', 'حوالي', 'ال')
    const clock = digitalClock(scan, approx) ?? spokenClock(scan, approx) ?? military(scan, approx)
    if (!clock) return undefined
    const tail = tailOf(scan, clock.next)
    return { value: clocked(clock.value, tail.value), next: tail.next }
  }
  // Without its noun an hour needs its part of the day, and takes its في along.
  const from = past(scan, at, 'في')
  const article = past(scan, from, 'ال')
  const clock = digitalClock(scan, article) ?? spokenClock(scan, from) ?? spokenClock(scan, article)
  if (!clock) return undefined
  const spoken = digitalClock(scan, article) === undefined
  if (from > at && !tokenAt(scan, from).key.startsWith('ال')) return undefined
  const part = clockPart(scan, clock.next)
  const ordinalHour = tokenAt(scan, from).sense?.ordinal !== undefined
  const zoned = spoken && !ordinalHour ? undefined : zoneAt(scan, clock.next)
  if (!part && !zoned) {
    const inner = isWord(scan, clock.next, 'من') ? partOfDay(scan, clock.next + 1) : undefined
    if (!inner) return undefined
  }
  if (part && isWord(scan, clock.next, 'م', 'ص') && spoken) return undefined
  const tail = tailOf(scan, clock.next)
  return { value: clocked(clock.value, tail.value), next: tail.next }
}

/** 1500 بتوقيت غرينتش. */
function military(scan: Scan, at: number): Part<Clock> | undefined {
  const { kind, key } = tokenAt(scan, at)
  if (kind !== 'number' || key.length !== 4 || !zoneAt(scan, at + 1)) return undefined
  const value = { hour: Number(key.slice(0, 2)), minute: Number(key.slice(2)) }
  return value.hour <= 24 && value.minute <= 59 ? { value, next: at + 1 } : undefined
}
