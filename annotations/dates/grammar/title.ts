import { isBefore, isMark, type Scan, tokenAt } from '../scan.ts'
import { mediaBefore, named } from '../words/name-words.ts'

/** How many words a title has at most: what is longer was said by somebody. */
const longest = 6

/** فيلم «ليلة أمس», شاشة «الآن»: where the name of a work, a channel or a place ends that opens at a token. */
export function titleEnd(scan: Scan, at: number): number | undefined {
  if (!isMark(scan, at, '«"“')) return undefined
  if (!isBefore(scan, at, named, 2) && !isBefore(scan, at, mediaBefore, 2)) return undefined
  for (let next = at + 1; next <= at + longest + 1; next++) {
    if (tokenAt(scan, next).kind === 'line') return undefined
    if (isMark(scan, next, '»"”')) return next
  }
  return undefined
}
