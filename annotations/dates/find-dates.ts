import { nextGrapheme, previousGrapheme } from '../text/boundaries.ts'
import { paragraphsOf } from '../text/paragraphs.ts'
import { printedDate } from '../text/printed-date.ts'
import { type Day, isoDay, parseDay } from './calendar-date.ts'
import type { DateMention, Resolution, Resolved, UsedAnchor } from './date-mention.ts'
import type { Expression, Parsed } from './expression.ts'
import { dateAt } from './grammar/date-at.ts'
import { titleEnd } from './grammar/title.ts'
import { daySaid, quotationAt } from './quotation.ts'
import type { Context } from './resolve/context.ts'
import { endAfter, resolve } from './resolve/resolve.ts'
import { isMark, isWord, type Scan, tokenAt } from './scan.ts'
import { areEnds, bindingOf, doubted, hedged } from './signal.ts'
import { isNowadays, tenseAt } from './tense.ts'
import { tokensOf } from './token.ts'

export type { DateMention } from './date-mention.ts'

export type FindDatesOptions = {
  /** The day (YYYY-MM-DD) the text speaks from: usually that of its publication. Undefined: a printed dateline, if any. */
  readonly anchor?: string | undefined
  /** That day is only likely: values counted from it are uncertain (EDTF `?`). */
  readonly unsure?: boolean
  /** Stretches of the text that speak from another day, or from none that is known; in order, apart from each other. */
  readonly anchors?: readonly {
    readonly start: number
    readonly end: number
    readonly day?: string | undefined
    readonly unsure?: boolean | undefined
  }[]
}

const none = {}
const nowadaysRule = { rule: 'nowadays' as const }

/** How many lines of an article may stand above its date. */
const linesOfHead = 8

function printedAnchor(text: string): Context['anchor'] {
  let seen = 0
  for (const { start, end } of paragraphsOf(text.slice(0, 4000))) {
    const line = text.slice(start, end)
    if (line.trim() === '') continue
    const iso = printedDate(line)
    const day = iso === undefined ? undefined : parseDay(iso)
    if (day) return { day, from: 'dateline' }
    if (++seen === linesOfHead) return undefined
  }
  return undefined
}

function anchorOf(text: string, given: string | undefined): Context['anchor'] {
  const day = given === undefined ? undefined : parseDay(given.slice(0, 10))
  return day ? { day, from: 'given' } : printedAnchor(text)
}

/** An era mark that stands apart (١٤٤٥ هـ) is no part of the words; one that is joined is. */
function lastToken(scan: Scan, { next }: Parsed): number {
  const token = tokenAt(scan, next - 1)
  const apart = !token.glued && isWord(scan, next - 1, 'ه', 'م') && !isWord(scan, next - 2, 'ق')
  return apart ? next - 2 : next - 1
}

/** بنهاية stays whole: its ب is part of the adverb. Other clitics are left out. */
function startOffset(scan: Scan, { start, expression }: Parsed): number {
  const token = tokenAt(scan, start)
  if (token.prefix === 'ب' && token.key === 'نهايه' && expression.is === 'modified')
    return token.start
  return token.from
}

/** Beside plain letters, digits and spaces every offset is a grapheme edge; elsewhere the segmenter is asked. */
const isPlain = (code: number) =>
  code < 0x300 ||
  (code >= 0x620 && code <= 0x64a) ||
  (code >= 0x660 && code <= 0x66d) ||
  (code >= 0x6f0 && code <= 0x6f9) ||
  code === 0x60c ||
  code === 0x61b ||
  code === 0x61f ||
  (code >= 0x2010 && code <= 0x2027)

function isEdge(text: string, at: number): boolean {
  if (at === 0 || at === text.length) return true
  if (isPlain(text.charCodeAt(at - 1)) && isPlain(text.charCodeAt(at))) return true
  return previousGrapheme(text, nextGrapheme(text, at)) === at
}

/** Which stretch holds an offset, from the one that held the last; -1 is the text itself. */
function stretchAt(
  anchors: NonNullable<FindDatesOptions['anchors']>,
  last: number,
  at: number,
): number {
  const known = anchors[last]
  if (known && known.start <= at && at < known.end) return last
  if (anchors.length === 0) return -1
  const next = anchors.findIndex(({ start, end }) => start <= at && at < end)
  return next
}

/** A day by itself: what a clock time behind it belongs to. */
const singleDay = (resolved: Resolved | undefined): Day | undefined =>
  resolved?.known && isoDay(resolved.known.first) === isoDay(resolved.known.last)
    ? resolved.known.first
    : undefined

const isToday = (expression: Expression) =>
  expression.is === 'period' &&
  expression.shift.unit === 'D' &&
  expression.shift.by === 0 &&
  expression.shift.base === 'anchor' &&
  expression.weekday === undefined

const endsSentence = (scan: Scan, at: number) =>
  tokenAt(scan, at).kind === 'line' ||
  (isMark(scan, at, '.؟?!؛…') &&
    !(
      tokenAt(scan, at).glued &&
      tokenAt(scan, at + 1).glued &&
      tokenAt(scan, at + 1).kind === 'number'
    ))

/**
 * The dates of an Arabic text, in order, none inside another, with what they mean (TIMEX3, EDTF). Offsets are UTF-16,
 * half-open, on grapheme edges. What is relative is counted from `anchor`, from a printed dateline, from the date before
 * it, or, inside a quotation, from the day it was said; without any of these its value holds X.
 */
export function findDates(
  text: string,
  { anchor: given, unsure = false, anchors = [] }: FindDatesOptions = {},
): DateMention[] {
  const tokens = tokensOf(text)
  const scan: Scan = { text, tokens, verbs: new Uint8Array(tokens.length) }
  const main = {
    anchor: anchorOf(text.slice(0, anchors[0]?.start), given),
    unsure: unsure && given !== undefined,
  }
  let { anchor } = main
  let likely = main.unsure
  let stretch = -1
  const found: DateMention[] = []
  let sentence = 0
  let inSentence: Resolved | undefined
  let previous: Resolved['known']
  let said: { readonly day: Day; readonly from: UsedAnchor['from'] } | undefined
  let quoted = false
  let last: Parsed | undefined
  let after = { next: -1, year: false, month: false }

  for (let at = 0; at < scan.tokens.length; at++) {
    const here = stretchAt(anchors, stretch, tokenAt(scan, at).start)
    if (here !== stretch) {
      // Another article: nothing in it follows from what stands above.
      stretch = here
      const own = anchors[here]
      const day = own?.day === undefined ? undefined : parseDay(own.day)
      anchor = own ? day && { day, from: 'given' } : main.anchor
      likely = own ? own.unsure === true : main.unsure
      previous = undefined
      inSentence = undefined
      said = undefined
      quoted = false
    }
    const title = quoted ? undefined : titleEnd(scan, at)
    if (title !== undefined) {
      at = title
      continue
    }
    const quotation = quotationAt(scan, at, quoted)
    if (quotation !== undefined) {
      quoted = quotation
      said = quoted ? daySaid(scan, sentence, at, inSentence, anchor?.day) : undefined
      continue
    }
    if (endsSentence(scan, at)) {
      if (tokenAt(scan, at).kind === 'line') {
        quoted = false
        said = undefined
      }
      sentence = at + 1
      inSentence = undefined
      continue
    }
    const listed = after.next === at || (after.next === at - 1 && isWord(scan, at - 1, 'و', 'او'))
    const parsed = dateAt(scan, at, {
      year: listed && after.year,
      month: listed && after.month,
    })
    if (!parsed) continue
    const { expression } = parsed
    let spoken = said
    if (quoted && isMark(scan, parsed.next, '(')) {
      // «يبدأ اليوم (أول أمس)»: the paper says in its own words which day the speaker meant.
      const gloss = dateAt(scan, parsed.next + 1, { year: false, month: false })
      const closed = gloss && isMark(scan, gloss.next, ')')
      const day = closed
        ? singleDay(resolve(gloss.expression, { ...(anchor ? { anchor } : {}) }))
        : undefined
      if (day && expression.is === 'period' && expression.shift.unit === 'D')
        spoken = said = { day: saidOn(day, expression.shift.by), from: 'utterance' }
    }
    const glossing = isMark(scan, at - 1, '(')
    const own = glossing ? anchor : (spoken ?? anchor)
    const sameSentence =
      expression.is === 'time' && !expression.of ? singleDay(inSentence) : undefined
    const context: Context = {
      ...(sameSentence
        ? { anchor: { day: sameSentence, from: 'previous' as const } }
        : own
          ? { anchor: own }
          : {}),
      ...(quoted && anchor ? { article: anchor.day } : {}),
      ...(previous ? { previous } : {}),
      ...tenseAt(scan, parsed.start, parsed.next, sentence),
    }
    const nowadays = isToday(expression) && isNowadays(scan, parsed.start, parsed.next)
    const plain = nowadays
      ? resolve({ is: 'vague', value: 'PRESENT_REF' }, context)
      : resolve(vagueByTense(scan, parsed, context), context)
    const begun = last && areEnds(scan, last, at) ? inSentence : undefined
    const resolved = begun ? endAfter(expression, begun, plain) : plain
    const start = startOffset(scan, parsed)
    const end = tokenAt(scan, lastToken(scan, parsed)).end
    if (!resolved) {
      // No calendar has it (31 شباط): nor is the month in it a date.
      at = parsed.next - 1
      continue
    }
    if (!isEdge(text, start) || !isEdge(text, end)) continue
    const { known } = resolved
    const resolution: Resolution = resolved
    const binding = bindingOf(scan, parsed.start, resolution)
    const first = found.at(-1)
    if (
      last &&
      first &&
      areEnds(scan, last, at) &&
      first.edtf &&
      resolution.edtf &&
      first.type === 'DATE'
    ) {
      const range = `${first.edtf}/${resolution.edtf}`
      found[found.length - 1] = { ...first, range }
      Object.assign(binding, { range })
    }
    const { known: _, ...mention } = {
      start,
      end,
      text: text.slice(start, end),
      ...resolved,
      ...(nowadays ? nowadaysRule : none),
      ...hedged(scan, parsed.start, resolution),
      ...(likely && resolved.anchor?.from === 'given' ? doubted(resolved) : none),
      ...binding,
    }
    found.push(mention)
    if (known) previous = known
    last = parsed
    inSentence = resolved
    after = {
      next: parsed.next,
      year: expression.is === 'year' || expression.is === 'interval',
      month: expression.is === 'month',
    }
    at = parsed.next - 1
  }
  return found
}

const saidOn = (day: Day, shift: number): Day => {
  const back = resolve(
    { is: 'period', shift: { unit: 'D', by: -shift, base: 'anchor' } },
    { anchor: { day, from: 'given' } },
  )
  return back?.known?.first ?? day
}

/** لاحقا and في وقت لاحق lie behind a past verb, and ahead of any other. */
function vagueByTense(
  scan: Scan,
  { start, next, expression }: Parsed,
  { tense }: Context,
): Expression {
  if (expression.is !== 'vague' || tense === undefined) return expression
  const later =
    ['لاحقا', 'لاحق'].includes(tokenAt(scan, next - 1).key) || tokenAt(scan, start).key === 'فيما'
  if (!later || start >= next) return expression
  return { is: 'vague', value: tense === 'past' ? 'PAST_REF' : 'FUTURE_REF' }
}
