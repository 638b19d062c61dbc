import { publicationDate } from '../../annotations/model/document.ts'
import { asciiDigits } from '../../annotations/text/digits.ts'
import type { Key } from '../strings/words.ts'

type Published =
  | { kind: 'none' }
  | { kind: 'date'; value: string }
  | { kind: 'problem'; problem: Extract<Key, `published.${string}`> }

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** What was typed as a publication date: none, a year, a month or a day; or what is wrong with it. */
export function publishedFrom(typed: string): Published {
  const value = asciiDigits(typed.trim())
  if (value === '') return { kind: 'none' }
  if (!publicationDate.safeParse(value).success)
    return { kind: 'problem', problem: 'published.shape' }
  const [year, month, day] = value.split('-').map(Number) as [number, number?, number?]
  if (month !== undefined && (month < 1 || month > 12))
    return { kind: 'problem', problem: 'published.month' }
  if (month !== undefined && day !== undefined && (day < 1 || day > daysIn(year, month)))
    return { kind: 'problem', problem: 'published.day' }
  return { kind: 'date', value }
}
