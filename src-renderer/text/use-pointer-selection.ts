import { type PointerEvent, type RefObject, useEffect, useRef } from 'react'
import { snapToGraphemes, snapToWords, wordAt } from '../../annotations/text/boundaries.ts'
import { paragraphAt, type Stretch } from '../../annotations/text/paragraphs.ts'
import { goThroughStack, pointAt } from '../state/actions.ts'
import { addPart } from '../state/adjust.ts'
import { select, useEditor } from '../state/editor.ts'
import { browserSelection, offsetAtPoint } from './dom-offsets.ts'
import { forgetGoal } from './line-moves.ts'

/** How near the edge a drag begins to scroll, and its greatest speed (px, px a frame). */
const edge = 32
const fastest = 48
/** A click this soon after the last, and this near, is one more of the same (ms, px). */
const again = { within: 500, near: 5 }

/**
 * Selecting with the mouse, by offsets: beyond what is drawn, across paragraphs, snapped to words unless Ctrl (Cmd on
 * a Mac) is held. A click sets the caret and takes the annotation under it; clicking again goes through a stack.
 */
export function usePointerSelection(scroller: RefObject<HTMLElement | null>) {
  const drag = useRef<{
    anchor: number
    unit: Stretch | undefined
    moved: boolean
    /** Alt was held: what is selected becomes a part of the annotation at hand. */
    adds: boolean
    x: number
    y: number
  } | null>(null)
  const frame = useRef(0)
  const clicked = useRef({ at: 0, x: 0, y: 0, times: 0 })

  /** How many clicks this one makes: one, two, three. Pointer events do not count them. */
  const countClick = ({ timeStamp, clientX: x, clientY: y }: PointerEvent<HTMLElement>): number => {
    const last = clicked.current
    const same =
      timeStamp - last.at < again.within &&
      Math.abs(x - last.x) + Math.abs(y - last.y) <= again.near
    const times = same ? (last.times % 3) + 1 : 1
    clicked.current = { at: timeStamp, x, y, times }
    return times
  }

  const unitAt = (offset: number, clicks: number): Stretch | undefined => {
    const { open } = useEditor.getState()
    if (!open || clicks < 2) return undefined
    if (clicks === 2) return wordAt(open.document.text, offset)
    return open.paragraphs[paragraphAt(open.paragraphs, offset)]
  }

  const extendTo = (x: number, y: number) => {
    const root = scroller.current
    const state = drag.current
    const focus = root && offsetAtPoint(root, x, y)
    if (!state || focus === undefined || focus === null) return
    const { unit, anchor } = state
    if (!unit) return select(anchor, focus)
    if (focus < unit.start) select(unit.end, focus)
    else select(unit.start, Math.max(focus, unit.end))
  }

  const scrollAtEdge = () => {
    const root = scroller.current
    const state = drag.current
    if (!root || !state) return
    const box = root.getBoundingClientRect()
    const over =
      state.y < box.top + edge ? state.y - box.top - edge : Math.max(0, state.y - box.bottom + edge)
    if (over !== 0) {
      root.scrollTop += Math.sign(over) * Math.min(Math.abs(over) / 2, fastest)
      extendTo(state.x, Math.min(Math.max(state.y, box.top + 4), box.bottom - 4))
    }
    frame.current = requestAnimationFrame(scrollAtEdge)
  }

  function onPointerDown(event: PointerEvent<HTMLElement>) {
    const root = scroller.current
    const { open, selection } = useEditor.getState()
    if (event.button !== 0 || !root || !open) return
    if (!(event.target as Element).closest('[data-page]')) return
    const offset = offsetAtPoint(root, event.clientX, event.clientY)
    if (offset === undefined) return
    event.preventDefault()
    root.focus({ preventScroll: true })
    document.getSelection()?.removeAllRanges()
    forgetGoal()
    root.setPointerCapture(event.pointerId)
    const unit = unitAt(offset, countClick(event))
    const anchor = event.shiftKey ? selection.anchor : offset
    drag.current = {
      anchor,
      unit,
      moved: event.shiftKey,
      adds: event.altKey,
      x: event.clientX,
      y: event.clientY,
    }
    if (unit) select(unit.start, unit.end)
    else select(anchor, offset)
    frame.current = requestAnimationFrame(scrollAtEdge)
  }

  function onPointerMove(event: PointerEvent<HTMLElement>) {
    const state = drag.current
    if (!state) return
    state.moved ||= Math.abs(event.clientX - state.x) + Math.abs(event.clientY - state.y) > 3
    state.x = event.clientX
    state.y = event.clientY
    if (state.moved) extendTo(event.clientX, event.clientY)
  }

  function onPointerUp(event: PointerEvent<HTMLElement>) {
    const state = drag.current
    const { open, selection } = useEditor.getState()
    drag.current = null
    cancelAnimationFrame(frame.current)
    // A drag is no first click of two.
    if (state?.moved) clicked.current.times = 0
    if (!state || !open) return
    const { anchor, focus } = selection
    if (anchor === focus || (!state.moved && !state.unit)) return pointAt(focus)
    const raw = { start: Math.min(anchor, focus), end: Math.max(anchor, focus) }
    const { text } = open.document
    const snapped =
      event.ctrlKey || event.metaKey ? snapToGraphemes(text, raw) : snapToWords(text, raw)
    if (snapped.start >= snapped.end) return select(focus, focus)
    if (state.adds && addPart(snapped)) return
    if (anchor <= focus) select(snapped.start, snapped.end)
    else select(snapped.end, snapped.start)
    useEditor.setState(({ selection }) => ({ floating: selection }))
    if (state.unit && !state.moved) goThroughStack()
  }

  // Selections made by a screen reader, by touch or by a script arrive as the browser's own.
  useEffect(() => {
    const adopt = () => {
      const root = scroller.current
      const found = root && !drag.current && browserSelection(root)
      if (found) select(found.anchor, found.focus)
    }
    document.addEventListener('selectionchange', adopt)
    return () => document.removeEventListener('selectionchange', adopt)
  }, [scroller])

  return { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp }
}
