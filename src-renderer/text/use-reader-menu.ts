import { type MouseEvent, type RefObject, useState } from 'react'
import { pointAt } from '../state/actions.ts'
import { selected, useEditor } from '../state/editor.ts'
import { reader } from '../state/focus-places.ts'
import type { Place } from './context-menu.tsx'
import { caretRect, offsetAtPoint } from './dom-offsets.ts'

/** The menu over the text, and what opens it: a key at the caret; the mouse where that is, which may be on other words. */
export function useReaderMenu(scroller: RefObject<HTMLElement | null>) {
  const [menu, setMenu] = useState<Place>()

  function onContextMenu(event: MouseEvent) {
    const root = scroller.current
    const { selection } = useEditor.getState()
    if (!root || (event.target as Element).closest('.edit-here')) return
    event.preventDefault()
    const byMouse = event.button === 2
    const rect = byMouse ? undefined : caretRect(root, selection.focus)
    const offset = byMouse ? offsetAtPoint(root, event.clientX, event.clientY) : undefined
    const { start, end } = selected(selection)
    if (offset !== undefined && !(start <= offset && offset <= end && start < end)) pointAt(offset)
    setMenu(rect ? { x: rect.left, y: rect.bottom } : { x: event.clientX, y: event.clientY })
  }

  const closeMenu = () => {
    setMenu(undefined)
    reader.focus()
  }

  return { menu, onContextMenu, closeMenu }
}
