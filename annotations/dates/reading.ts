import { type Day, isoDay } from './calendar-date.ts'
import type { Known, Resolved } from './date-mention.ts'
import type { Parsed } from './expression.ts'
import { dateAt } from './grammar/date-at.ts'
import { titleEnd } from './grammar/title.ts'
import { daySaid, quotationAt } from './quotation.ts'
import type { Context } from './resolve/context.ts'
import { resolve } from './resolve/resolve.ts'
import { isMark, isWord, type Scan, tokenAt } from './scan.ts'
import { tenseAt } from './tense.ts'

/** The day a stretch of text speaks from, and whether that is only likely. */
export type Origin = { readonly anchor: Context['anchor']; readonly likely: boolean }

/** What is known at a token of a text that is read from its beginning: all that a date there may be counted from. */
export type Reading = {
  origin: Origin
  /** The first token of the sentence, and the date that was read in it last. */
  sentence: number
  inSentence: Resolved | undefined
  previous: Known | undefined
  /** Inside quotation marks, and the day the words in them were said on. */
  quoted: boolean
  said: Context['anchor']
  /** The last date, and what may follow it in a list. */
  last: Parsed | undefined
  after: { readonly next: number; readonly year: boolean; readonly month: boolean }
}

export const beginReading = (origin: Origin): Reading => ({
  origin,
  sentence: 0,
  inSentence: undefined,
  previous: undefined,
  quoted: false,
  said: undefined,
  last: undefined,
  after: { next: -1, year: false, month: false },
})

/** Another article begins: nothing in it follows from what stands above. */
export function enterStretch(reading: Reading, origin: Origin): void {
  reading.origin = origin
  reading.previous = undefined
  reading.inSentence = undefined
  reading.said = undefined
  reading.quoted = false
}

const endsSentence = (scan: Scan, at: number) =>
  tokenAt(scan, at).kind === 'line' ||
  (isMark(scan, at, '.؟?!؛…') &&
    !(
      tokenAt(scan, at).glued &&
      tokenAt(scan, at + 1).glued &&
      tokenAt(scan, at + 1).kind === 'number'
    ))

/** Takes in a title, a quotation mark or the end of a sentence: its last token; undefined where none stands. */
export function passMark(scan: Scan, at: number, reading: Reading): number | undefined {
  const title = reading.quoted ? undefined : titleEnd(scan, at)
  if (title !== undefined) return title
  const quotation = quotationAt(scan, at, reading.quoted)
  if (quotation !== undefined) {
    const { sentence, inSentence, origin } = reading
    reading.quoted = quotation
    reading.said = quotation
      ? daySaid(scan, sentence, at, inSentence, origin.anchor?.day)
      : undefined
    return at
  }
  if (!endsSentence(scan, at)) return undefined
  if (tokenAt(scan, at).kind === 'line') {
    reading.quoted = false
    reading.said = undefined
  }
  reading.sentence = at + 1
  reading.inSentence = undefined
  return at
}

/** What a plain number or a lone month at a token may be said in one list with. */
export function listedAfter(scan: Scan, at: number, { after }: Reading) {
  const listed = after.next === at || (after.next === at - 1 && isWord(scan, at - 1, 'و', 'او'))
  return { year: listed && after.year, month: listed && after.month }
}

/** A day by itself: what a clock time behind it belongs to. */
const singleDay = (resolved: Resolved | undefined): Day | undefined =>
  resolved?.known && isoDay(resolved.known.first) === isoDay(resolved.known.last)
    ? resolved.known.first
    : undefined

const saidOn = (day: Day, shift: number): Day => {
  const back = resolve(
    { is: 'period', shift: { unit: 'D', by: -shift, base: 'anchor' } },
    { anchor: { day, from: 'given' } },
  )
  return back?.known?.first ?? day
}

/** «يبدأ اليوم (أول أمس)»: the paper says in its own words which day the speaker meant. */
export function hearGloss(scan: Scan, { next, expression }: Parsed, reading: Reading): void {
  if (!reading.quoted || !isMark(scan, next, '(')) return
  if (expression.is !== 'period' || expression.shift.unit !== 'D') return
  const gloss = dateAt(scan, next + 1, { year: false, month: false })
  if (!gloss || !isMark(scan, gloss.next, ')')) return
  const { anchor } = reading.origin
  const day = singleDay(resolve(gloss.expression, anchor ? { anchor } : {}))
  if (day) reading.said = { day: saidOn(day, expression.shift.by), from: 'utterance' }
}

/** What a date is counted from where it stands: its own sentence's day, the day of the words, or that of the article. */
export function contextAt(scan: Scan, parsed: Parsed, reading: Reading): Context {
  const { start, next, expression } = parsed
  const { origin, quoted, said, previous, sentence, inSentence } = reading
  const day = expression.is === 'time' && !expression.of ? singleDay(inSentence) : undefined
  const glossing = isMark(scan, start - 1, '(')
  const anchor: Context['anchor'] = day
    ? { day, from: 'previous' }
    : glossing
      ? origin.anchor
      : (said ?? origin.anchor)
  return {
    ...(anchor ? { anchor } : {}),
    ...(quoted && origin.anchor ? { article: origin.anchor.day } : {}),
    ...(previous ? { previous } : {}),
    ...tenseAt(scan, start, next, sentence),
  }
}

/** Keeps a date for those that follow it. */
export function remember(reading: Reading, parsed: Parsed, resolved: Resolved): void {
  const { is } = parsed.expression
  if (resolved.known) reading.previous = resolved.known
  reading.last = parsed
  reading.inSentence = resolved
  reading.after = {
    next: parsed.next,
    year: is === 'year' || is === 'interval',
    month: is === 'month',
  }
}
