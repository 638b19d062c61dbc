import type { Zone } from '../expression.ts'
import { bareSense, isMark, isWord, type Part, type Scan, tokenAt } from '../scan.ts'
import type { DayPart } from '../words/sense.ts'
import { zoneNames } from '../words/zone-words.ts'
import { cardinal, ordinal } from './number.ts'
import { phraseAt } from './phrase.ts'

export type Clock = { readonly hour: number; readonly minute: number }

const feminine = /ه$|ي$/

/** 10:30, with nothing glued to it that makes it a length or a score. */
export function digitalClock(scan: Scan, at: number): Part<Clock> | undefined {
  const colon = tokenAt(scan, at + 1)
  if (colon.kind !== 'mark' || !colon.glued) return undefined
  const hour = tokenAt(scan, at)
  const minute = tokenAt(scan, at + 2)
  if (hour.kind !== 'number' || minute.kind !== 'number' || !minute.glued) return undefined
  const named = isWord(scan, at - 1, 'الساعه')
  if (!(named ? ':.,،' : ':.').includes(colon.key)) return undefined
  if (hour.key.length > 2 || minute.key.length !== 2) return undefined
  const value = { hour: Number(hour.key), minute: Number(minute.key) }
  if (value.hour > 24 || value.minute > 59) return undefined
  const seconds = tokenAt(scan, at + 4)
  const more = tokenAt(scan, at + 3)
  const withSeconds = more.glued && more.key === ':' && seconds.kind === 'number' && seconds.glued
  return { value, next: at + (withSeconds ? 5 : 3) }
}

/** الثالثة والنصف، الثانية عشرة إلا ربعا، العاشرة وعشر دقائق. */
export function spokenClock(scan: Scan, at: number): Part<Clock> | undefined {
  const nth = ordinal(scan, at)
  const digits = tokenAt(scan, at)
  const hour =
    nth ??
    (digits.kind === 'number' && digits.key.length <= 2
      ? { value: Number(digits.key), next: at + 1 }
      : undefined)
  if (
    !hour ||
    hour.value > 24 ||
    (nth && (hour.value > 12 || (!feminine.test(digits.key) && digits.key !== 'ال')))
  )
    return undefined
  const minutes = minutesAfter(scan, hour.next)
  const total = hour.value * 60 + (minutes?.value ?? 0)
  if (total < 0) return undefined
  return {
    value: { hour: Math.floor(total / 60), minute: total % 60 },
    next: minutes?.next ?? hour.next,
  }
}

const fractions: Record<string, number> = {
  النصف: 30,
  نصف: 30,
  الربع: 15,
  ربع: 15,
  ربعا: 15,
  الثلث: 20,
  ثلث: 20,
  ثلثا: 20,
}

/** والنصف، إلا ربعا، والثلث، وعشر دقائق، و30 دقيقة. */
function minutesAfter(scan: Scan, at: number, spoken = false): Part<number> | undefined {
  const token = tokenAt(scan, at)
  if (isWord(scan, at, 'الا')) {
    const less = fractions[tokenAt(scan, at + 1).key]
    if (less !== undefined) return { value: -less, next: at + 2 }
    const number = cardinal(scan, at + 1)
    return number && isWord(scan, number.next, 'دقايق', 'دقيقه')
      ? { value: -number.value, next: number.next + 1 }
      : undefined
  }
  const joined = token.prefix === 'و' || isWord(scan, at, 'و')
  if (!joined) return undefined
  const from = token.prefix === 'و' ? at : at + 1
  const part = fractions[tokenAt(scan, from).key]
  if (part !== undefined) {
    // والنصف وخمس دقائق
    const more = spoken ? undefined : minutesAfter(scan, from + 1, true)
    return more && Math.abs(more.value) <= 10
      ? { value: part + more.value, next: more.next }
      : { value: part, next: from + 1 }
  }
  const number = cardinal(scan, from)
  if (!number || number.value > 59) return undefined
  return isWord(scan, number.next, 'دقيقه', 'دقايق')
    ? { value: number.value, next: number.next + 1 }
    : undefined
}

/** Said of an hour: صباحا, بعد الظهر, ص. `noon` is where 12 lies. */
export function clockPart(scan: Scan, at: number): Part<DayPart> | undefined {
  const adverb = bareSense(scan, at)?.dayPartAdverb
  if (adverb) return { value: adverb, next: at + 1 }
  if (isWord(scan, at, 'ص', 'ص.', 'am')) return { value: 'MO', next: at + 1 }
  if (isWord(scan, at, 'م', 'pm')) return { value: 'EV', next: at + 1 }
  if (isWord(scan, at, 'بعد') && isWord(scan, at + 1, 'الظهر')) return { value: 'AF', next: at + 2 }
  if (isWord(scan, at, 'قبل') && isWord(scan, at + 1, 'الظهر')) return { value: 'MO', next: at + 2 }
  if (isWord(scan, at, 'بعد') && isWord(scan, at + 1, 'منتصف') && isWord(scan, at + 2, 'الليل'))
    return { value: 'NI', next: at + 3 }
  return undefined
}

/** The hour of a day that a spoken hour and its part of the day mean: 9 in the evening is 21. */
export function onDay({ hour, minute }: Clock, part: DayPart | undefined): Clock {
  if (hour > 12 || !part) return { hour, minute }
  if (part === 'MO') return { hour: hour === 12 ? 0 : hour, minute }
  if (part === 'NI') {
    if (hour === 12) return { hour: minute === 0 ? 24 : 0, minute }
    return { hour: hour >= 6 ? hour + 12 : hour, minute }
  }
  if (part === 'MI') return { hour: hour >= 10 ? hour : hour + 12, minute }
  return { hour: hour === 12 ? 12 : hour + 12, minute }
}

/** بتوقيت بغداد، بالتوقيت المحلي، ت.غ، GMT، (بتوقيت غرينتش). */
export function zoneAt(scan: Scan, at: number): Part<Zone> | undefined {
  if (isMark(scan, at, '(')) {
    const inside = isMark(scan, at + 1, '(') ? undefined : zoneAt(scan, at + 1)
    return inside && isMark(scan, inside.next, ')')
      ? { ...inside, next: inside.next + 1 }
      : undefined
  }
  const { key } = tokenAt(scan, at)
  if (key === 'gmt' || key === 'utc') return { value: 'Etc/GMT', next: at + 1 }
  if (key === 'ت') {
    const dot = isMark(scan, at + 1, '.') ? at + 2 : at + 1
    return isWord(scan, dot, 'غ', 'ج') ? { value: 'Etc/GMT', next: dot + 1 } : undefined
  }
  if (key === 'بالتوقيت' || key === 'التوقيت')
    return isWord(scan, at + 1, 'المحلي') ? { value: 'local', next: at + 2 } : undefined
  if (key !== 'بتوقيت' && key !== 'توقيت') return undefined
  const known = phraseAt(scan, at + 1, zoneNames)
  if (known && tokenAt(scan, at + 1).prefix === '') return { value: known.value, next: known.next }
  return tokenAt(scan, at + 1).kind === 'word' ? { value: 'local', next: at + 2 } : undefined
}
