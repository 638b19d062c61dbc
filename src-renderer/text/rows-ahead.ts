import type { Range } from '@tanstack/react-virtual'

/** Rows beyond those in view that are never waited for. */
const margin = 2
/** How far ahead of the hand is drawn at once (px), and how many rows at most. */
const reach = 900
const most = 12

/**
 * Which rows are drawn. Those that are stay until the view comes near their end; then some more in the direction it goes,
 * at once: every change of what is drawn has the browser paint all highlights in view anew, so ten rows are changed in one
 * frame and none in the next nine. The same rows are the same list. `height` is that of a row on average (px).
 */
export function rowsAhead(height: () => number): (range: Range) => number[] {
  let drawn: number[] = []
  let before = 0
  return ({ startIndex, endIndex, overscan, count }) => {
    const [first = count, last = -1] = [drawn[0], drawn.at(-1)]
    const isDrawn =
      last < count &&
      first <= Math.max(0, startIndex - margin) &&
      last >= Math.min(count - 1, endIndex + margin)
    const way = Math.sign(startIndex - before)
    before = startIndex
    if (isDrawn) return drawn
    const ahead = Math.max(overscan, Math.min(most, Math.round(reach / height())))
    const from = Math.max(0, startIndex - (way < 0 ? ahead : overscan))
    const to = Math.min(count - 1, endIndex + (way > 0 ? ahead : overscan))
    drawn = Array.from({ length: to - from + 1 }, (_, at) => from + at)
    return drawn
  }
}
