import { useEditor } from '../state/editor.ts'
import { bringIntoView } from './bring-into-view.ts'
import { caretRect } from './dom-offsets.ts'

/** Room kept between the caret and the reader's edge when it is brought into view (px). */
const margin = 56

/** Scrolls the reader so that the line of an offset can be read; false where it is not drawn. */
function scrollToLine(root: HTMLElement, offset: number): boolean {
  const rect = caretRect(root, offset)
  if (!rect) return false
  const box = root.getBoundingClientRect()
  // A far jump leaves room below, where what is said of the words is shown.
  if (rect.bottom < box.top || rect.top > box.bottom)
    root.scrollTop += rect.top - box.top - box.height * 0.35
  else if (rect.top < box.top + margin) root.scrollTop += rect.top - box.top - margin
  else if (rect.bottom > box.bottom - margin) root.scrollTop += rect.bottom - box.bottom + margin
  return true
}

/** Brings the caret into view: its paragraph first, then its line. Answers how to stop. */
export function revealCaret(root: HTMLElement, toParagraphOf: (offset: number) => void) {
  const { focus } = useEditor.getState().selection
  return bringIntoView(
    () => scrollToLine(root, focus),
    () => toParagraphOf(focus),
  )
}

/** Draws the caret where it stands on the page; not at all where its paragraph is not drawn. */
export function placeCaret(root: HTMLElement, page: HTMLElement, caret: HTMLElement, at: number) {
  const rect = caretRect(root, at)
  caret.hidden = rect === undefined
  if (!rect) return
  const origin = page.getBoundingClientRect()
  caret.style.transform = `translate(${rect.left - origin.left}px, ${rect.top - origin.top}px)`
  caret.style.blockSize = `${rect.height}px`
}
