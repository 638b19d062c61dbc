import { compareDays, type Day } from './calendar-date.ts'
import type { Resolved, UsedAnchor } from './date-mention.ts'
import { isMark, type Scan, tokenAt } from './scan.ts'
import { saying } from './words/verb-words.ts'

/** Whether a token opens or closes a quotation; undefined if it is no quotation mark. */
export function quotationAt(scan: Scan, at: number, quoted: boolean): boolean | undefined {
  if (isMark(scan, at, '«“„')) return true
  if (isMark(scan, at, '»”')) return false
  return isMark(scan, at, '"') ? !quoted : undefined
}

/** Titles and names stand in quotation marks, too: words are somebody's where a verb of saying brings them. */
function isSaid(scan: Scan, sentence: number, at: number): boolean {
  for (let n = at - 1; n >= Math.max(sentence, at - 40); n--) {
    const { prefix, key } = tokenAt(scan, n)
    const word = prefix + key
    if (saying.has(word) || saying.has(word.replace(/^[وف]/, ''))) return true
  }
  return false
}

/** The day a quotation was said on: «قال أمس: "نبدأ اليوم"» puts its today on yesterday. */
export function daySaid(
  scan: Scan,
  sentence: number,
  at: number,
  before: Resolved | undefined,
  anchor: Day | undefined,
): { day: Day; from: UsedAnchor['from'] } | undefined {
  const known = before?.known
  if (!known || !anchor || before.precision === 'unknown') return undefined
  if (before.precision !== 'day' && before.precision !== 'time') return undefined
  // What lies ahead was not said yet.
  if (compareDays(known.first, anchor) > 0 || !isSaid(scan, sentence, at)) return undefined
  return { day: known.first, from: 'utterance' }
}
