import { paragraphsOf } from '../text/paragraphs.ts'
import { printedDate } from '../text/printed-date.ts'
import { parseDay } from './calendar-date.ts'
import type { Context } from './resolve/context.ts'

/** How many lines of an article may stand above its date. */
const linesOfHead = 8

/** How much of a text is looked at for its dateline, in UTF-16 units. */
const head = 4000

function printedAnchor(text: string): Context['anchor'] {
  let seen = 0
  for (const { start, end } of paragraphsOf(text.slice(0, head))) {
    const line = text.slice(start, end)
    if (line.trim() === '') continue
    const iso = printedDate(line)
    const day = iso === undefined ? undefined : parseDay(iso)
    if (day) return { day, from: 'dateline' }
    if (++seen === linesOfHead) return undefined
  }
  return undefined
}

/** The day a text speaks from: the one that is given (YYYY-MM-DD…), or else the one its dateline prints. */
export function anchorOf(text: string, given: string | undefined): Context['anchor'] {
  const day = given === undefined ? undefined : parseDay(given.slice(0, 10))
  return day ? { day, from: 'given' } : printedAnchor(text)
}
