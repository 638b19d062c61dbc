import type { MonthRef } from '../expression.ts'
import { isMark, isOneOf, type Part, past, type Scan, tokenAt } from '../scan.ts'
import { fold, type TwoWordMonth } from '../words/sense.ts'

type Name = MonthRef & { readonly levantine: boolean }

const second = ['الثاني', 'ثاني', 'ثان', 'الثانيه', 'الاخر', 'الاخره', 'اخر']
const first = ['الاول', 'اول', 'الاولي']

/** كانون الأول is the twelfth month and كانون الثاني the first: the ordinal is part of the name. */
const twoWords: Record<Exclude<TwoWordMonth, 'dhu'>, readonly [number, number]> = {
  kanun: [12, 1],
  tishrin: [10, 11],
  rabi: [3, 4],
  jumada: [5, 6],
}

const levantine = new Set('شباط آذار نيسان أيار حزيران تموز آب أيلول مايس'.split(' ').map(fold))

const hijri = (month: number): Name => ({ calendar: 'islamic-umalqura', month, levantine: false })

function oneName(scan: Scan, at: number): Part<Name> | undefined {
  const { sense, key } = tokenAt(scan, at)
  if (!sense) return undefined
  if (sense.twoWordMonth === 'dhu') {
    const month = tokenAt(scan, at + 1).prefix === '' && tokenAt(scan, at + 1).sense?.dhuMonth
    return month ? { value: hijri(month), next: at + 2 } : undefined
  }
  if (sense.twoWordMonth) {
    const months = twoWords[sense.twoWordMonth]
    const which = isOneOf(scan, at + 1, first) ? 0 : isOneOf(scan, at + 1, second) ? 1 : undefined
    if (which === undefined) return undefined
    const month = months[which]
    const value: Name =
      sense.twoWordMonth === 'kanun' || sense.twoWordMonth === 'tishrin'
        ? { calendar: 'gregorian', month, levantine: true }
        : hijri(month)
    return { value, next: at + 2 }
  }
  const next = at + 1
  if (sense.gregorianMonth)
    return {
      value: {
        calendar: 'gregorian',
        month: sense.gregorianMonth,
        levantine: levantine.has(key),
      },
      next,
    }
  // رمضان المبارك, محرم الحرام: an epithet of the month.
  if (sense.hijriMonth)
    return {
      value: hijri(sense.hijriMonth),
      next: past(scan, next, 'المبارك', 'الحرام', 'المعظم', 'المكرم'),
    }
  if (sense.persianMonth)
    return { value: { calendar: 'persian', month: sense.persianMonth, levantine: false }, next }
  return undefined
}

/** The second name of a month, behind its joiner: /آب، (آب)، - آب، [آب]. */
function secondName(scan: Scan, at: number): Part<Name> | undefined {
  if (isMark(scan, at, '([')) {
    const name = bareName(scan, past(scan, at + 1, 'شهر'))
    return name && isMark(scan, name.next, ')]') ? { ...name, next: name.next + 1 } : undefined
  }
  if (isMark(scan, at, '/\\-–—|')) return bareName(scan, past(scan, at + 1, 'شهر'))
  return bareName(scan, at)
}

const bareName = (scan: Scan, at: number) =>
  tokenAt(scan, at).prefix === '' ? oneName(scan, at) : undefined

/**
 * A month by one name or two. Two names are one month when they mean the same, or when they come of two traditions
 * (then they disagree, which is kept, and not settled); يناير-مارس are two months of one tradition, and so a range.
 */
export function monthAt(scan: Scan, at: number): Part<MonthRef> | undefined {
  const name = oneName(scan, at)
  if (!name) return undefined
  const { levantine: one, ...value } = name.value
  if (value.calendar !== 'gregorian') return { value, next: name.next }
  const more = secondName(scan, name.next)
  if (more?.value.calendar !== 'gregorian') return { value, next: name.next }
  if (more.value.month === value.month) return { value, next: more.next }
  // Side by side without a joiner, names that differ are two months.
  if (more.value.levantine === one || tokenAt(scan, name.next).kind === 'word')
    return { value, next: name.next }
  return { value: { ...value, other: more.value.month }, next: more.next }
}
