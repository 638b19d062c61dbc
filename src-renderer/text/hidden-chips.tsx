import { type RefObject, useLayoutEffect, useMemo, useRef } from 'react'
import { type OpenDocument, selected, useEditor } from '../state/editor.ts'
import { aboutMark, marksOf } from '../state/hidden.ts'
import { useSay } from '../strings/words.ts'
import { useAfterPaint } from '../ui/use-after-paint.ts'
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
  useSay()
  const selection = useEditor(editor => editor.selection)
  const layer = useRef<HTMLDivElement>(null)
  // Looking through a whole article for them may follow its words a frame later.
  const text = useAfterPaint(open.document.text, '')
  const all = useMemo(() => marksOf(text), [text])
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
      if (!rect) continue
      // Words of what is at hand stay on the page.
      const half = chip.offsetWidth / 2
      const middle = rect.left + rect.width / 2 - origin.left
      const x = Math.max(half, Math.min(middle, origin.width - half))
      chip.style.transform = `translate(calc(${x}px - 50%), calc(${rect.top - origin.top}px - ${chip.classList.contains('at-hand') ? 105 : 60}%))`
    }
  })

  return (
    <div ref={layer} className="hidden-chips" aria-hidden="true" data-testid="hidden-chips">
      {marks.map(mark => {
        const { kind, name, like, start, end } = mark
        const { start: from, end: to } = selected(selection)
        // The one that is selected says in words what it is.
        if (from === start && to === end)
          return (
            <span key={start} className={`hidden-chip at-hand ${kind}`} dir="auto">
              {aboutMark(mark)}
            </span>
          )
        return (
          <span key={start} className={`hidden-chip ${kind}`} dir="ltr" title={aboutMark(mark)}>
            {like === undefined ? name : `≠ ${like}`}
          </span>
        )
      })}
    </div>
  )
}
