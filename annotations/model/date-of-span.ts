import { type DateMention, findDates } from '../dates/find-dates.ts'
import type { Stretch } from '../text/paragraphs.ts'
import type { DateValue } from './date-value.ts'

/** The value a rule gives, with the rule and the day it was counted from. */
export function dateValueOf(mention: DateMention): DateValue {
  const { type, value, mod, edtf, calendar, anchor, rule } = mention
  return {
    type,
    value,
    ...(mod ? { mod } : {}),
    ...(edtf ? { edtf } : {}),
    calendar,
    ...(anchor ? { anchor: anchor.day } : {}),
    rule,
    decided: 'rule',
  }
}

const shared = (a: Stretch, b: Stretch) => Math.min(a.end, b.end) - Math.max(a.start, b.start)

/**
 * The date that a span of a text is about: of the dates found in the text, the one that shares most letters with it. The
 * text around it is read too, since a date may count from the one before.
 */
export function dateOfSpan(
  dates: readonly DateMention[],
  text: string,
  span: Stretch,
  anchor: string | undefined,
): DateValue | undefined {
  let best: DateMention | undefined
  for (const date of dates) {
    if (date.start >= span.end) break
    if (shared(date, span) > Math.max(0, best ? shared(best, span) : 0)) best = date
  }
  const alone = best ?? findDates(text.slice(span.start, span.end), { anchor })[0]
  return alone && dateValueOf(alone)
}
