import type { Day } from '../calendar-date.ts'
import { isoDay } from '../calendar-date.ts'
import type { Known, UsedAnchor } from '../date-mention.ts'
import type { Base } from '../expression.ts'

/** Where a date stands: what it may be counted from, and which way its verb looks. */
export type Context = {
  readonly anchor?: { readonly day: Day; readonly from: UsedAnchor['from'] }
  /** The day of the article, where a quotation has its own. */
  readonly article?: Day
  readonly previous?: Known
  readonly tense?: 'past' | 'future' | 'present'
  /** The sentence begins with its verb: announcements do, captions do not. */
  readonly verbFirst?: boolean
}

type Origin = { readonly day: Day; readonly used: UsedAnchor }

/** The day to count from; a text that has no earlier date counts from its anchor. */
export function originOf({ anchor, previous }: Context, base: Base): Origin | undefined {
  if (base === 'previous' && previous)
    return { day: previous.first, used: { day: isoDay(previous.first), from: 'previous' } }
  return anchor && { day: anchor.day, used: { day: isoDay(anchor.day), from: anchor.from } }
}
