import type { Expression } from '../expression.ts'
import { bareSense, isOneOf, isWord, type Part, past, type Scan } from '../scan.ts'
import { monthTail } from './month-tail.ts'
import { today } from './named-time.ts'
import { dayAt, definitePart, partOfDay } from './part-of-day.ts'
import { relativePeriod } from './period.ts'
import { relativeDay } from './relative-day.ts'
import { yearPhrase } from './year.ts'

const firstHours = ['الاولي', 'المبكره', 'الباكره']
const lateHours = ['الاخيره', 'المتاخره']
const early = ['مبكر', 'مبكره']
const late = ['متاخر', 'متاخره']

/** Some hour of a day, which nobody says. */
const someTimeOf = ({ value, next }: Part<Expression>): Part<Expression> => ({
  value: { is: 'time', unknown: true, of: value },
  next,
})

/** مساء الأحد، الصباح، الأحد: a time as far as it is told. */
function timeAt(scan: Scan, at: number): Part<Expression> | undefined {
  const told = partOfDay(scan, at)
  if (told) return told
  const part = definitePart(scan, at)
  if (part) return { value: { is: 'time', part: part.value, of: today }, next: part.next }
  const day = dayAt(scan, at)
  return day && someTimeOf(day)
}

/** Wraps what is read in its beginning or its end. */
const placed = (
  mod: 'START' | 'END',
  read: Part<Expression> | undefined,
): Part<Expression> | undefined =>
  read && { value: { is: 'modified', mod, of: read.value }, next: read.next }

/** الساعات الأولى من فجر الأحد، ساعات الصباح الأولى، ساعات متأخرة من الليل: the first or last of a part of the day. */
export function hoursOf(scan: Scan, at: number): Part<Expression> | undefined {
  const definite = isWord(scan, at, 'الساعات')
  const part = isWord(scan, at, 'ساعات') ? bareSense(scan, at + 1)?.dayPart : undefined
  const word = definite ? at + 1 : part ? at + 2 : undefined
  if (word === undefined) return undefined
  const first = isOneOf(scan, word, firstHours)
  if (!first && !isOneOf(scan, word, lateHours)) return undefined
  const mod = first ? 'START' : 'END'
  const from = isWord(scan, word + 1, 'من') ? word + 2 : undefined
  if (!part) return from === undefined ? undefined : placed(mod, timeAt(scan, from))
  const of = from === undefined ? undefined : dayAt(scan, from)
  return placed(mod, {
    value: { is: 'time', part, of: of?.value ?? today },
    next: of?.next ?? word + 1,
  })
}

/** في وقت سابق من الشهر الجاري، في وقت مبكر من العام المقبل: a time in a longer stretch is known no better. */
function looseStretch(scan: Scan, at: number): Part<Expression> | undefined {
  const period = relativePeriod(scan, at)
  if (period) return period
  const year = yearPhrase(scan, at)
  if (year) return { value: { is: 'year', year: year.value }, next: year.next }
  const month = monthTail(scan, at)
  return month && (month.value.year || month.value.direction)
    ? { value: { is: 'month', ...month.value }, next: month.next }
    : undefined
}

/** في وقت لاحق اليوم، في وقت سابق من الشهر الجاري. */
function laterOrEarlier(scan: Scan, at: number, word: number): Part<Expression> | undefined {
  const inner = past(scan, word, 'من')
  const part = partOfDay(scan, inner)
  if (part) return part
  const day = dayAt(scan, inner)
  if (day) return someTimeOf(day)
  return isWord(scan, at, 'في') ? looseStretch(scan, inner) : undefined
}

/** في وقت لاحق اليوم، في ساعة متأخرة من ليل الاثنين، في وقت مبكر من صباح الأحد. */
export function looseTime(scan: Scan, at: number): Part<Expression> | undefined {
  const noun = past(scan, at, 'في')
  const time = isWord(scan, noun, 'وقت')
  if (time && isWord(scan, noun + 1, 'لاحق', 'سابق')) return laterOrEarlier(scan, at, noun + 2)
  if (!time && !isWord(scan, noun, 'ساعه', 'ساعات')) return undefined
  const atEnd = isOneOf(scan, noun + 1, late)
  if (!atEnd && !isOneOf(scan, noun + 1, early)) return undefined
  const mod = atEnd ? 'END' : 'START'
  if (isWord(scan, noun + 2, 'من'))
    return placed(mod, timeAt(scan, noun + 3) ?? (time ? looseStretch(scan, noun + 3) : undefined))
  // في وقت متأخر أمس
  const day = relativeDay(scan, noun + 2)
  return placed(mod, day && someTimeOf(day))
}
