import { type RefObject, useLayoutEffect, useMemo, useRef } from 'react'
import type { OpenDocument } from '../state/editor.ts'
import { marksOf } from '../state/hidden.ts'
import { useSay } from '../strings/words.ts'
import { drawnRanges } from './dom-offsets.ts'

type Props = {
  scroller: RefObject<HTMLElement | null>
  page: RefObject<HTMLElement | null>
  open: OpenDocument
  /** What is drawn now: nothing else gets a chip. */
  from: number
  to: number
}

/** As many as are of use on one screen. */
const most = 200

/** A chip at every hidden character that is drawn: bidi controls by their names, letters that look like others. */
export function HiddenChips({ scroller, page, open, from, to }: Props) {
  const say = useSay()
  const layer = useRef<HTMLDivElement>(null)
  const all = useMemo(() => marksOf(open.document.text), [open.document.text])
  const marks = all.filter(({ start, end }) => start < to && end > from).slice(0, most)

  useLayoutEffect(() => {
    const root = scroller.current
    if (!root || !page.current || marks.length === 0) return
    const origin = page.current.getBoundingClientRect()
    for (const [at, chip] of [...(layer.current?.children ?? [])].entries()) {
      const mark = marks[at]
      if (!(chip instanceof HTMLElement) || !mark) continue
      // A control has no width: its place is where its letter would stand.
      const rect = drawnRanges(root, mark.start, mark.end)[0]?.getBoundingClientRect()
      chip.hidden = rect === undefined
      if (rect)
        chip.style.transform = `translate(calc(${rect.left + rect.width / 2 - origin.left}px - 50%), calc(${rect.top - origin.top}px - 60%))`
    }
  })

  return (
    <div ref={layer} className="hidden-chips" aria-hidden="true" data-testid="hidden-chips">
      {marks.map(({ kind, name, start }) => (
        <span
          key={start}
          className={`hidden-chip ${kind}`}
          dir="ltr"
          title={say(`hidden.${kind}`, { name })}
        >
          {name}
        </span>
      ))}
    </div>
  )
}
