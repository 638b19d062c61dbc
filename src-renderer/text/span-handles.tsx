import { type PointerEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { snapToGraphemes, snapToWords } from '../../annotations/text/boundaries.ts'
import type { Stretch } from '../../annotations/text/paragraphs.ts'
import { annotationById } from '../state/actions.ts'
import { moveEnd } from '../state/adjust.ts'
import { type OpenDocument, select, useEditor } from '../state/editor.ts'
import { isRtl, offsetAtPoint, paragraphOf } from './dom-offsets.ts'
import { rectsOf } from './place-beside.ts'

type Edge = 'start' | 'end'
/** The end at hand, the letter it is over, and where on the screen it was taken. */
type Dragged = { edge: Edge; offset: number; x: number; y: number }
type Props = {
  scroller: RefObject<HTMLElement | null>
  page: RefObject<HTMLElement | null>
  open: OpenDocument
}

const edges: Edge[] = ['start', 'end']

/** Two handles at the ends of the annotation at hand: dragged they move them, by words, or by letters with Ctrl. */
export function SpanHandles({ scroller, page, open }: Props) {
  const handles = useRef<Partial<Record<Edge, HTMLDivElement | null>>>({})
  const annotation = useEditor(editor => annotationById(editor.current))
  const idle = useEditor(({ linking, editing }) => linking === undefined && editing === undefined)
  const [dragged, setDragged] = useState<Dragged>()
  const spans = annotation?.spans
  const part = (edge: Edge) => spans?.at(edge === 'start' ? 0 : -1) as Stretch

  useLayoutEffect(() => {
    const root = scroller.current
    if (!root || !page.current || !spans) return
    const origin = page.current.getBoundingClientRect()
    for (const edge of edges) {
      const handle = handles.current[edge]
      if (!handle) continue
      const { start, end } = part(edge)
      const at = dragged?.edge === edge ? dragged.offset : edge === 'start' ? start : end
      const letter =
        edge === 'start' ? { start: at, end: at + 1 } : { start: Math.max(at - 1, 0), end: at }
      const rect = rectsOf(root, [letter])[0]
      handle.hidden = rect === undefined
      if (!rect) continue
      const right = isRtl(paragraphOf(root, letter.start)) === (edge === 'start')
      const left = (right ? rect.right : rect.left) - origin.left
      handle.style.transform = `translate(${left}px, ${rect.top - origin.top}px)`
      handle.style.blockSize = `${rect.height}px`
    }
  })

  if (!annotation || !idle) return null

  const stretchTo = (edge: Edge, offset: number): Stretch => {
    const { start, end } = part(edge)
    return edge === 'start'
      ? { start: Math.min(offset, end), end }
      : { start, end: Math.max(offset, start) }
  }

  function begin(event: PointerEvent<HTMLElement>, edge: Edge) {
    event.preventDefault()
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    const { start, end } = part(edge)
    setDragged({
      edge,
      offset: edge === 'start' ? start : end,
      x: event.clientX,
      y: event.clientY,
    })
  }

  /** The letter under the pointer; the last one it was over where there is none, or where the hand has not moved. */
  function under({ clientX, clientY }: PointerEvent<HTMLElement>, { x, y, offset }: Dragged) {
    const root = scroller.current
    if (!root || (clientX === x && clientY === y)) return offset
    return offsetAtPoint(root, clientX, clientY) ?? offset
  }

  function move(event: PointerEvent<HTMLElement>, edge: Edge) {
    if (!dragged) return
    const offset = under(event, dragged)
    const { start, end } = stretchTo(edge, offset)
    setDragged({ ...dragged, offset })
    select(start, end)
  }

  // The end is where the pointer is let go: a quick hand lets go before its last move is drawn.
  function finish(event: PointerEvent<HTMLElement>, edge: Edge) {
    if (!dragged || !annotation) return
    const { text } = open.document
    const raw = stretchTo(edge, under(event, dragged))
    const letters = event.ctrlKey || event.metaKey
    const snapped = letters ? snapToGraphemes(text, raw) : snapToWords(text, raw)
    setDragged(undefined)
    if (snapped.start < snapped.end) moveEnd(annotation.id, edge, snapped[edge])
    const { start } = annotationById(annotation.id)?.spans[0] ?? part('start')
    select(start, start)
    useEditor.setState({ current: annotation.id })
  }

  return edges.map(edge => (
    <div
      key={edge}
      ref={element => {
        handles.current[edge] = element
      }}
      className={`handle ${edge}`}
      data-handle={edge}
      aria-hidden="true"
      onPointerDown={event => begin(event, edge)}
      onPointerMove={event => move(event, edge)}
      onPointerUp={event => finish(event, edge)}
      onPointerCancel={() => setDragged(undefined)}
    />
  ))
}
