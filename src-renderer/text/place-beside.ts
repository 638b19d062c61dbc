import type { Stretch } from '../../annotations/text/paragraphs.ts'
import { drawnRanges, isRtl, paragraphOf } from './dom-offsets.ts'

/** Room kept between words and what is placed beside them, and to the edges of the reader (px). */
const below = 14
const above = 10
const edge = 8

/** Where stretches stand on the screen, line by line, as far as they are drawn. */
export const rectsOf = (root: Element, stretches: readonly Stretch[]): DOMRect[] =>
  stretches.flatMap(({ start, end }) =>
    drawnRanges(root, start, end).flatMap(range => [...range.getClientRects()]),
  )

/**
 * Put a box (fixed, at the page's corner) beside words and never over them: below their last line, or above their
 * first, whichever has room. False, and hidden, where the words are not in view.
 */
export function placeBeside(
  root: Element,
  box: HTMLElement,
  stretches: readonly Stretch[],
  side: 'below' | 'above' = 'below',
): boolean {
  const rects = rectsOf(root, stretches)
  const first = rects[0]
  const last = rects.at(-1)
  if (!first || !last) {
    box.hidden = true
    return false
  }
  const view = root.getBoundingClientRect()
  box.hidden = last.bottom < view.top || first.top > view.bottom
  if (box.hidden) return false
  const under = Math.min(last.bottom + below, view.bottom - edge)
  const over = first.top - box.offsetHeight - above
  const fitsUnder = under + box.offsetHeight <= view.bottom - edge
  const fitsOver = over >= view.top
  const top =
    side === 'below'
      ? fitsUnder || !fitsOver
        ? under
        : over
      : fitsOver || !fitsUnder
        ? over
        : under
  const rtl = isRtl(paragraphOf(root, stretches[0]?.start ?? 0))
  const anchor = top === over ? first : last
  const wanted = rtl ? anchor.right - box.offsetWidth : anchor.left
  const left = Math.min(Math.max(wanted, view.left + edge), view.right - box.offsetWidth - edge)
  // A window too low for both shows the box whole, over other words than these where it can.
  const whole = Math.max(Math.min(top, innerHeight - box.offsetHeight - edge), edge)
  box.style.transform = `translate(${left}px, ${whole}px)`
  return true
}
