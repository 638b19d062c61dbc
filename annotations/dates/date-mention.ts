import type { Day } from './calendar-date.ts'
import type { RuleId } from './rules.ts'
import type { Calendar, DateModifier, DateType, Precision } from './timex.ts'

/** Two things a text says of one date that cannot both be true; nothing is chosen. */
export type Conflict =
  | { readonly kind: 'month-names'; readonly values: readonly string[] }
  | { readonly kind: 'weekday'; readonly said: number; readonly found: number }
  | { readonly kind: 'calendars'; readonly values: readonly string[] }

/** The day that a relative date was counted from, and where it comes from. */
export type UsedAnchor = {
  readonly day: string
  readonly from: 'given' | 'dateline' | 'previous' | 'utterance'
}

/** What a date expression means. */
export type Resolution = {
  readonly type: DateType
  /** TIMEX3 `@value`; X where the text and the anchor leave it open. */
  readonly value: string
  readonly mod?: DateModifier
  readonly edtf?: string
  /** The calendar the text writes in; the value is Gregorian all the same. */
  readonly calendar: Calendar
  readonly precision: Precision
  /** The date in its own calendar (1446-02-20), where that is not the Gregorian one. */
  readonly written?: string
  /** Days by which a sighting of the moon may differ from the civil calendar. */
  readonly tolerance?: number
  readonly quant?: 'EVERY'
  readonly freq?: string
  /** IANA name of the zone of a clock time. */
  readonly zone?: string
  /** EDTF of the stretch that a signal (منذ، حتى) or a direction (الماضية) makes of it. */
  readonly range?: string
  readonly anchor?: UsedAnchor
  /** It needs an anchor and has none: the value holds X. */
  readonly needsAnchor?: true
  readonly conflict?: Conflict
  readonly rule: RuleId
}

/** A date in a text: UTF-16 offsets, half-open, with what stands there. */
export type DateMention = Resolution & {
  readonly start: number
  readonly end: number
  readonly text: string
  /** The preposition before it that says how it binds: منذ، حتى، بحلول. */
  readonly signal?: string
}

/** First and last day of what a resolution covers, for those that count from it. */
export type Known = { readonly first: Day; readonly last: Day }

export type Resolved = Resolution & { readonly known?: Known }
