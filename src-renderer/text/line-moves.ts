import { caretRect, isRtl, offsetAtPoint, paragraphOf } from './dom-offsets.ts'

/** Where the caret wants to be across, kept while it moves up and down. */
let goal: number | undefined

export const forgetGoal = () => {
  goal = undefined
}

/** The offset one line down (`by` 1) or up (-1) from another, under the same place across. */
export function lineFrom(root: Element, offset: number, by: 1 | -1): number {
  const rect = caretRect(root, offset)
  if (!rect) return offset
  goal ??= rect.left
  const middle = rect.top + rect.height / 2
  const pace = Math.max(rect.height / 2, 6)
  const limit = root.getBoundingClientRect()
  for (let y = middle + by * pace; y > limit.top - 400 && y < limit.bottom + 400; y += by * pace) {
    const found = offsetAtPoint(root, goal, y)
    const line = found === undefined ? undefined : caretRect(root, found)
    if (found === undefined || !line) continue
    const moved = (line.top + line.height / 2 - middle) * by
    if (moved > rect.height / 2) return found
  }
  return offset
}

/** The beginning or end of the line the caret is on. */
export function lineEdge(root: Element, offset: number, edge: 'start' | 'end'): number {
  const paragraph = paragraphOf(root, offset)
  const rect = caretRect(root, offset)
  if (!paragraph || !rect) return offset
  const box = paragraph.getBoundingClientRect()
  const right = (edge === 'start') === isRtl(paragraph)
  return (
    offsetAtPoint(root, right ? box.right - 1 : box.left + 1, rect.top + rect.height / 2) ?? offset
  )
}
