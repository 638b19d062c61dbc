import { type RefObject, useLayoutEffect, useRef } from 'react'
import { type OpenDocument, useEditor } from '../state/editor.ts'
import { linkCandidates, linkTo } from '../state/linking.ts'
import { Keycap } from '../ui/keycap.tsx'
import { isRtl, paragraphOf } from './dom-offsets.ts'
import { rectsOf } from './place-beside.ts'

type Props = {
  scroller: RefObject<HTMLElement | null>
  page: RefObject<HTMLElement | null>
  open: OpenDocument
}

/** While a link is being made: the nearest picks carry the number that takes them, above their first letter. */
export function LinkHints({ scroller, page, open }: Props) {
  const layer = useRef<HTMLDivElement>(null)
  const linking = useEditor(editor => editor.linking)
  // A rendering when the type asked for changes, which changes the picks.
  useEditor(editor => editor.linkType)
  const picks = linking === undefined ? [] : linkCandidates(open, linking)

  useLayoutEffect(() => {
    const root = scroller.current
    if (!root || !page.current || picks.length === 0) return
    const origin = page.current.getBoundingClientRect()
    picks.forEach((pick, at) => {
      const hint = layer.current?.children[at]
      if (!(hint instanceof HTMLElement)) return
      const rect = rectsOf(root, pick.spans)[0]
      hint.hidden = rect === undefined
      if (!rect) return
      const rtl = isRtl(paragraphOf(root, pick.spans[0]?.start ?? 0))
      const across = rtl ? rect.right - hint.offsetWidth : rect.left
      const top = rect.top - hint.offsetHeight + 4
      hint.style.transform = `translate(${across - origin.left}px, ${top - origin.top}px)`
    })
  })

  if (linking === undefined) return null
  return (
    <div ref={layer} className="link-hints" data-testid="link-hints">
      {picks.map((pick, at) => (
        <button
          key={pick.id}
          type="button"
          tabIndex={-1}
          aria-hidden="true"
          className="link-hint"
          data-pick={pick.id}
          data-pick-start={pick.spans[0]?.start}
          onPointerDown={event => event.stopPropagation()}
          onClick={() => linkTo(pick.id)}
        >
          <Keycap chord={`Digit${at + 1}`} />
        </button>
      ))}
    </div>
  )
}
