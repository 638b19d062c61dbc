import type { Amount, Expression } from '../expression.ts'
import { isWord, type Part, past, type Scan, tokenAt } from '../scan.ts'
import type { DateModifier } from '../timex.ts'
import { leftNouns } from '../words/name-words.ts'
import { amountsAt, wholeUnit } from './amount.ts'
import { approximation } from './approximation.ts'
import { yearNumber, yearWords } from './year.ts'

const isVague = (amounts: readonly Amount[]) => amounts.some(({ n }) => n === undefined)

/** More than a year ago is before that year (TimeML 1.2.1). */
function pointed(mod: DateModifier | undefined, sign: -1 | 1): DateModifier | undefined {
  if (mod === 'MORE_THAN' || mod === 'EQUAL_OR_MORE') return sign < 0 ? 'BEFORE' : 'AFTER'
  if (mod === 'LESS_THAN' || mod === 'EQUAL_OR_LESS') return sign < 0 ? 'AFTER' : 'BEFORE'
  return mod
}

const signOf = (key: string): -1 | 1 | undefined =>
  key === 'قبل' || key === 'قبلها' || key === 'قبله'
    ? -1
    : key === 'بعد' || key === 'بعدها' || key === 'بعده'
      ? 1
      : undefined

/** قبل أسبوعين، بعد نحو عام، قبل أيام: counted from the anchor; with an event behind it, it is no date by itself. */
export function ago(scan: Scan, at: number): Part<Expression> | undefined {
  const { key, prefix } = tokenAt(scan, at)
  const sign = signOf(key)
  if (sign === undefined || !(prefix === '' || prefix === 'و' || prefix === 'ف')) return undefined
  // يوما بعد يوم, سنة بعد أخرى: on and on.
  const unit = tokenAt(scan, at - 1).sense?.unit
  if (unit?.count === 'one' && tokenAt(scan, at + 1).sense?.unit?.unit === unit.unit)
    return undefined
  const linked = fromPrevious(scan, at, sign)
  if (linked) return linked
  if (key !== 'قبل' && key !== 'بعد') return undefined
  const around = approximation(scan, at + 1)
  const from = around?.next ?? at + 1
  const one = around && wholeUnit(scan, from)
  const read = one ? { value: [one.value], next: one.next } : amountsAt(scan, from, true)
  if (!read || tokenAt(scan, at + 1).prefix !== '') return undefined
  // قبل عام 2003 is before that year, not a year ago.
  if (
    read.next === from + 1 &&
    yearWords.includes(tokenAt(scan, from).key) &&
    yearNumber(scan, read.next, { named: true })
  )
    return undefined
  // بعد عقد اجتماع is "after holding": a lone decade needs more than its noun.
  if (isWord(scan, at + 1, 'عقد') && read.next === at + 2) return undefined
  const event = eventAfter(scan, read.next)
  if (event === 'event') return undefined
  const base = event === 'previous' ? 'previous' : 'anchor'
  const roughly = !around && !event && isWord(scan, read.next, 'تقريبا')
  const next = roughly
    ? read.next + 1
    : event === 'now' || event === 'previous'
      ? past(scan, read.next, 'من', 'علي') + 1
      : read.next
  const value: Expression = isVague(read.value)
    ? { is: 'vague', value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF' }
    : { is: 'ago', amounts: read.value, sign, base }
  const said = roughly ? 'APPROX' : around?.value
  const mod = isVague(read.value) ? undefined : pointed(said, sign)
  return { value: mod ? { is: 'modified', mod, of: value } : value, next }
}

const possessive = /(?:ه|ها|هم|هما|هن|ي|ك)$/

/** استقال قبل أسبوعين من منصبه: a post or a place that is left, which no time is counted from. */
function isLeft(scan: Scan, at: number): boolean {
  const { prefix, key } = tokenAt(scan, at)
  const word = (prefix + key).replace(/^ال/, '')
  return leftNouns.has(word) || leftNouns.has(word.replace(possessive, ''))
}

/** What the time is counted from: بعد يومين من الآن, من ذلك, من الانفجار. */
function eventAfter(scan: Scan, at: number): 'event' | 'now' | 'previous' | undefined {
  if (isWord(scan, at, 'من', 'علي')) {
    if (isWord(scan, at + 1, 'الان', 'اليوم')) return 'now'
    if (isWord(scan, at, 'من') && isLeft(scan, at + 1)) return undefined
    return isWord(scan, at + 1, 'ذلك') ? 'previous' : 'event'
  }
  const { prefix, key } = tokenAt(scan, at)
  return prefix === '' && (key === 'عن' || key === 'فقط')
    ? key === 'عن'
      ? 'event'
      : undefined
    : undefined
}

/** بعد ذلك بيومين، بعدها بعام، قبلها بأسبوع: from the date before. */
function fromPrevious(scan: Scan, at: number, sign: -1 | 1): Part<Expression> | undefined {
  const own = tokenAt(scan, at).key
  const from =
    own === 'قبل' || own === 'بعد' ? (isWord(scan, at + 1, 'ذلك') ? at + 2 : undefined) : at + 1
  if (from === undefined || !tokenAt(scan, from).prefix.endsWith('ب')) {
    // بـ3 أيام
    if (from === undefined || !isWord(scan, from, 'ب')) return undefined
    const digits = amountsAt(scan, from + 1, true)
    return digits && !isVague(digits.value)
      ? { value: { is: 'ago', amounts: digits.value, sign, base: 'previous' }, next: digits.next }
      : undefined
  }
  const read = amountsAt(scan, from, true)
  if (!read) return undefined
  return {
    value: isVague(read.value)
      ? { is: 'vague', value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF' }
      : { is: 'ago', amounts: read.value, sign, base: 'previous' },
    next: read.next,
  }
}
