import { parseDay } from './calendar-date.ts'
import type { DateMention, Resolved } from './date-mention.ts'
import type { Parsed } from './expression.ts'
import { dateAt } from './grammar/date-at.ts'
import { meaningOf } from './meaning.ts'
import { mentionSpan } from './mention-span.ts'
import { anchorOf } from './printed-anchor.ts'
import {
  beginReading,
  contextAt,
  enterStretch,
  hearGloss,
  listedAfter,
  type Origin,
  passMark,
  remember,
} from './reading.ts'
import { type Scan, tokenAt } from './scan.ts'
import { areEnds, bindingOf, doubted, hedged } from './signal.ts'
import { tokensOf } from './token.ts'

export type { DateMention } from './date-mention.ts'

export type FindDatesOptions = {
  /** The day (YYYY-MM-DD) the text speaks from: usually that of its publication. Undefined: a printed dateline, if any. */
  readonly anchor?: string | undefined
  /** That day is only likely: values counted from it are uncertain (EDTF `?`). */
  readonly unsure?: boolean
  /** Stretches of the text that speak from another day, or from none that is known; in order, apart from each other. */
  readonly anchors?: readonly Stretch[]
}

type Stretch = {
  readonly start: number
  readonly end: number
  readonly day?: string | undefined
  readonly unsure?: boolean | undefined
}

/** Which stretch holds an offset, from the one that held the last; -1 is the text itself. */
function stretchAt(anchors: readonly Stretch[], last: number, at: number): number {
  const known = anchors[last]
  if (known && known.start <= at && at < known.end) return last
  if (anchors.length === 0) return -1
  return anchors.findIndex(({ start, end }) => start <= at && at < end)
}

function originOf({ day: given, unsure }: Stretch): Origin {
  const day = given === undefined ? undefined : parseDay(given)
  return { anchor: day && { day, from: 'given' }, likely: unsure === true }
}

/** A date with all that stands around it: how sure it is, and what binds it. */
function mentionOf(
  scan: Scan,
  { start }: Parsed,
  span: { readonly start: number; readonly end: number },
  { known: _, ...resolution }: Resolved,
  { likely }: Origin,
): DateMention {
  return {
    ...span,
    text: scan.text.slice(span.start, span.end),
    ...resolution,
    ...hedged(scan, start, resolution),
    ...(likely && resolution.anchor?.from === 'given' ? doubted(resolution) : {}),
    ...bindingOf(scan, start, resolution),
  }
}

/** من 13 إلى 15 يوليو: the stretch of two ends (EDTF), where both can be written in it. */
const stretchOf = (first: DateMention | undefined, { edtf }: Resolved): string | undefined =>
  first?.edtf && edtf && first.type === 'DATE' ? `${first.edtf}/${edtf}` : undefined

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
  const article: Origin = {
    anchor: anchorOf(text.slice(0, anchors[0]?.start), given),
    likely: unsure && given !== undefined,
  }
  const reading = beginReading(article)
  const found: DateMention[] = []
  let stretch = -1

  for (let at = 0; at < tokens.length; at++) {
    const here = stretchAt(anchors, stretch, tokenAt(scan, at).start)
    if (here !== stretch) {
      const own = anchors[here]
      enterStretch(reading, own ? originOf(own) : article)
      stretch = here
    }
    const passed = passMark(scan, at, reading)
    if (passed !== undefined) {
      at = passed
      continue
    }
    const parsed = dateAt(scan, at, listedAfter(scan, at, reading))
    if (!parsed) continue
    hearGloss(scan, parsed, reading)
    const closing = reading.last !== undefined && areEnds(scan, reading.last, at)
    const begun = closing ? reading.inSentence : undefined
    const resolved = meaningOf(scan, parsed, contextAt(scan, parsed, reading), begun)
    const span = resolved && mentionSpan(scan, parsed)
    // No calendar has it (31 شباط): nor is the month in it a date.
    if (!resolved) at = parsed.next - 1
    if (!resolved || !span) continue
    const mention = mentionOf(scan, parsed, span, resolved, reading.origin)
    const first = closing ? found.at(-1) : undefined
    const range = stretchOf(first, resolved)
    if (first && range) found[found.length - 1] = { ...first, range }
    found.push(range ? { ...mention, range } : mention)
    remember(reading, parsed, resolved)
    at = parsed.next - 1
  }
  return found
}
