import type { Base, Expression } from '../expression.ts'
import { bareSense, isArticled, isWord, type Part, past, type Scan, tokenAt } from '../scan.ts'
import { dayOf, definitePart, nightEnd } from './part-of-day.ts'

const dayBy = (by: number, base: Base = 'anchor'): Expression => ({
  is: 'period',
  shift: { unit: 'D', by, base },
})

export const today = dayBy(0)

/** الليلة، الليلة الماضية، الليلة قبل الماضية، الليلة التالية. */
function namedNight(scan: Scan, at: number): Part<Expression> | undefined {
  const night = (of: Expression, words: number): Part<Expression> => ({
    value: { is: 'time', part: 'NI', of },
    next: at + words,
  })
  if (isWord(scan, at + 1, 'قبل') && isWord(scan, at + 2, 'الماضيه')) return night(dayBy(-2), 3)
  switch (bareSense(scan, at + 1)?.direction) {
    case undefined:
      return night(today, 1)
    case 'this':
      return night(today, 2)
    case 'last':
      return night(dayBy(-1), 2)
    case 'next':
      return night(dayBy(1), 2)
    case 'following':
      return night(dayBy(1, 'previous'), 2)
    case 'preceding':
      return night(dayBy(-1, 'previous'), 2)
    default:
      return undefined
  }
}

/** منتصف الليلة الماضية، منتصف النهار، منتصف ليل الجمعة. */
function middleOfDay(scan: Scan, at: number): Part<Expression> | undefined {
  const clock = { hour: 24, minute: 0 }
  if (isWord(scan, at + 1, 'الليله')) {
    const way = bareSense(scan, at + 2)?.direction
    const by = way === 'last' ? -1 : way === 'next' ? 1 : 0
    return { value: { is: 'time', clock, of: dayBy(by) }, next: at + (by === 0 ? 2 : 3) }
  }
  if (isWord(scan, at + 1, 'النهار'))
    return { value: { is: 'time', clock: { hour: 12, minute: 0 } }, next: at + 2 }
  if (!isWord(scan, at + 1, 'ليل', 'الليل', 'ليله')) return undefined
  const of = dayOf(scan, at + 2)
  if (of) return { value: { is: 'time', clock, of: of.value }, next: nightEnd(scan, of) }
  return isWord(scan, at + 1, 'الليل') ? { value: { is: 'time', clock }, next: at + 2 } : undefined
}

/** الليلة، الليلة الماضية، هذا المساء، منذ الصباح، منتصف ليل الجمعة، منتصف النهار. */
export function namedTime(scan: Scan, at: number): Part<Expression> | undefined {
  const { key } = tokenAt(scan, at)
  if (key === 'الليله') return namedNight(scan, at)
  if (isWord(scan, at, 'هذا', 'هذه')) {
    const part = definitePart(scan, at + 1)
    return part && { value: { is: 'time', part: part.value, of: today }, next: part.next }
  }
  const since = tokenAt(scan, at).sense?.dayPart
  if (
    since &&
    key.startsWith('ال') &&
    key !== 'العصر' &&
    isWord(scan, at - 1, 'منذ') &&
    (isWord(scan, at + 1, 'الباكر') || !isArticled(scan, at + 1))
  )
    return { value: { is: 'time', part: since, of: today }, next: past(scan, at + 1, 'الباكر') }
  return key === 'منتصف' ? middleOfDay(scan, at) : undefined
}
