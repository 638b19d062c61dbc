import type { Selection } from '../state/editor.ts'

/** Drawn paragraphs: one text node each, `data-start` says where in the document it begins. */
export const drawnParagraphs = (root: Element) => [
  ...root.querySelectorAll<HTMLElement>('p[data-start]'),
]

const startOf = (paragraph: HTMLElement) => Number(paragraph.dataset.start)
const lengthOf = (paragraph: HTMLElement) => paragraph.firstChild?.nodeValue?.length ?? 0

/** The drawn paragraph that holds an offset, its line end included. */
export function paragraphOf(root: Element, offset: number): HTMLElement | undefined {
  return drawnParagraphs(root).find(p => startOf(p) <= offset && offset <= startOf(p) + lengthOf(p))
}

/** The offset a DOM place stands for, if it is in the text. */
function offsetOf(root: Element, node: Node, offset: number): number | undefined {
  const element = node instanceof Element ? node : node.parentElement
  const paragraph = element?.closest<HTMLElement>('p[data-start]')
  if (!paragraph || !root.contains(paragraph)) return undefined
  if (node.nodeType === Node.TEXT_NODE) return startOf(paragraph) + offset
  return startOf(paragraph) + (offset > 0 ? lengthOf(paragraph) : 0)
}

/** The offset nearest to a point; beside or between paragraphs, that of the nearest line. */
export function offsetAtPoint(root: Element, x: number, y: number): number | undefined {
  const hit = document.caretPositionFromPoint(x, y)
  const exact = hit && offsetOf(root, hit.offsetNode, hit.offset)
  if (exact !== null && exact !== undefined) return exact
  let nearest: HTMLElement | undefined
  let distance = Number.POSITIVE_INFINITY
  for (const paragraph of drawnParagraphs(root)) {
    const { top, bottom } = paragraph.getBoundingClientRect()
    const away = y < top ? top - y : y > bottom ? y - bottom : 0
    if (away >= distance) continue
    nearest = paragraph
    distance = away
  }
  if (!nearest) return undefined
  const box = nearest.getBoundingClientRect()
  const inside = document.caretPositionFromPoint(
    Math.min(Math.max(x, box.left + 1), box.right - 1),
    Math.min(Math.max(y, box.top + 1), box.bottom - 1),
  )
  const found = inside && offsetOf(root, inside.offsetNode, inside.offset)
  return found ?? startOf(nearest)
}

/**
 * What of a stretch of the document is in a drawn paragraph, to be painted. Static, for the page keeps every living range
 * in step with every change of its nodes, those painted in frames long gone included.
 */
export function stretchIn(
  paragraph: HTMLElement,
  start: number,
  end: number,
): StaticRange | undefined {
  const text = paragraph.firstChild
  if (!text) return undefined
  const from = Math.max(start - startOf(paragraph), 0)
  const to = Math.min(end - startOf(paragraph), lengthOf(paragraph))
  if (from >= to) return undefined
  return new StaticRange({
    startContainer: text,
    startOffset: from,
    endContainer: text,
    endOffset: to,
  })
}

/** The same to be measured. */
function rangeIn(paragraph: HTMLElement, start: number, end: number): Range | undefined {
  const stretch = stretchIn(paragraph, start, end)
  if (!stretch) return undefined
  const range = new Range()
  range.setStart(stretch.startContainer, stretch.startOffset)
  range.setEnd(stretch.endContainer, stretch.endOffset)
  return range
}

/** Ranges over a stretch of the document, as far as it is drawn. */
export function drawnRanges(root: Element, start: number, end: number): Range[] {
  return drawnParagraphs(root).flatMap(p => rangeIn(p, start, end) ?? [])
}

/** Where the caret stands for an offset, in client coordinates; undefined where its paragraph is not drawn. */
export function caretRect(root: Element, offset: number): DOMRect | undefined {
  const paragraph = paragraphOf(root, offset)
  if (!paragraph) return undefined
  const text = paragraph.firstChild
  const box = paragraph.getBoundingClientRect()
  if (!text) return new DOMRect(isRtl(paragraph) ? box.right : box.left, box.top, 0, box.height)
  const range = new Range()
  range.setStart(text, offset - startOf(paragraph))
  range.collapse(true)
  const rects = range.getClientRects()
  return rects[rects.length - 1] ?? box
}

export const isRtl = (paragraph: Element | undefined) =>
  !paragraph || getComputedStyle(paragraph).direction === 'rtl'

/** A selection the browser itself holds in the text: made by a screen reader, a script, or by touch. */
export function browserSelection(root: Element): Selection | undefined {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || !selection.anchorNode || !selection.focusNode)
    return undefined
  const anchor = offsetOf(root, selection.anchorNode, selection.anchorOffset)
  const focus = offsetOf(root, selection.focusNode, selection.focusOffset)
  if (anchor === undefined || focus === undefined) return undefined
  return { anchor, focus }
}
