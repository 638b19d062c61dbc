import { type PlotOptions, plot } from '@observablehq/plot'
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { formatNumber } from '../strings/words.ts'
import { noRing, ringAround, showRing } from './mark-ring.ts'
import { hearPointer } from './plot-pointer.ts'
import { moved } from './stops.ts'

/** A mark of a drawing one can go to: its group (`markClass`), its number there, what it says. */
export type Stop = {
  group: string
  at: number
  /** Marks of one row stand together: up and down go from row to row. */
  row: string
  /** In words; asked for only where one is at it. */
  says(): string
}

type Props = {
  /** What is drawn, made anew where it changes; keep it in a `useMemo`. */
  options: PlotOptions
  /** What the drawing shows, in words. */
  title: string
  /** Its marks, in the order the keyboard goes through them. */
  stops: readonly Stop[]
  onMark(group: string, at: number): void
  /** A stretch that was drawn over along x, as values of its scale. */
  onBrush?: ((from: unknown, to: unknown) => void) | undefined
  /** Keys of this drawing alone; true where one was taken. */
  onKey?: ((key: string, stop: Stop | undefined) => boolean) | undefined
  /** What the keys do, for whoever has come here by keyboard. */
  keys: string
  svg: RefObject<SVGSVGElement | null>
  /** The same in a table. */
  children: ReactNode
  /** Of the table. */
  summary: string
}

const same = (one: Stop | undefined, group: string, at: number) =>
  one?.group === group && one.at === at

/** A drawing whose marks can be pressed and gone through by keyboard, each said in words below it, and the same as a table. */
export function MarkedPlot(props: Props) {
  const { options, title, stops, onMark, onBrush, onKey, keys, svg, children, summary } = props
  const place = useRef<HTMLDivElement>(null)
  const said = useRef<HTMLDivElement>(null)
  const byKey = useRef(false)
  const id = useId()
  const [drawn, setDrawn] = useState<PlotOptions>()
  const [held, setHeld] = useState<Stop>()
  const [focused, setFocused] = useState(false)
  const [opened, setOpened] = useState(false)
  const at = Math.max(
    0,
    stops.findIndex(stop => held !== undefined && same(stop, held.group, held.at)),
  )
  const current = stops[at]
  const acts = useRef({ press: onMark, brush: onBrush, over: (_group: string, _at: number) => {} })
  acts.current = {
    press: onMark,
    brush: onBrush,
    over(group, number) {
      if (same(held, group, number)) return
      const over = stops.find(stop => same(stop, group, number))
      if (over) setHeld(over)
    },
  }

  // In one frame with what is said of it.
  useLayoutEffect(() => {
    const box = place.current
    const made = box && plot(options)
    if (!(made instanceof SVGSVGElement)) return
    // The page takes no style but its own files'; what a drawing needs is in corpus.css and across.css.
    for (const style of made.querySelectorAll('style')) style.remove()
    made.setAttribute('aria-hidden', 'true')
    const x = made.scale('x')
    hearPointer(
      made,
      () => acts.current,
      value => x?.invert?.(value),
    )
    svg.current = made
    box?.replaceChildren(made)
    setDrawn(options)
    return () => {
      svg.current = null
    }
  }, [options, svg])

  useEffect(() => {
    if (drawn !== options || !svg.current) return
    if (!focused || !current) return noRing(svg.current)
    ringAround(svg.current, current.group, current.at)
    // Where the pointer is, is in sight.
    if (byKey.current) showRing(svg.current, said.current)
    byKey.current = false
  }, [current, focused, drawn, options, svg])

  function press(event: KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const to = moved(stops, at, event.key, getComputedStyle(event.currentTarget).direction)
    byKey.current = true
    if (to !== undefined) setHeld(stops[to])
    else if (event.key === 'Enter' && current) onMark(current.group, current.at)
    else if (!onKey?.(event.key, current)) return
    event.preventDefault()
  }

  return (
    <div className="plot marked-plot" data-drawn={drawn === options}>
      {/* Of a list one goes through by keyboard the entry one is at is there, which says how many there are. */}
      <div
        className="plot-stops"
        role="listbox"
        tabIndex={0}
        aria-label={title}
        aria-describedby={`${id}keys`}
        aria-activedescendant={current && `${id}stop`}
        onKeyDown={press}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        data-testid="plot-stops"
      >
        <div ref={place} className="plot-place" aria-hidden="true" />
        {current && (
          <div
            ref={said}
            id={`${id}stop`}
            className="plot-stop"
            role="option"
            tabIndex={-1}
            aria-selected={focused}
            aria-posinset={at + 1}
            aria-setsize={stops.length}
            data-testid="plot-stop"
          >
            <span className="plot-stop-at" aria-hidden="true">
              {formatNumber(at + 1)}/{formatNumber(stops.length)}
            </span>
            <span>{current.says()}</span>
          </div>
        )}
      </div>
      <p className="hint plot-keys" id={`${id}keys`}>
        {keys}
      </p>
      <details className="plot-numbers" onToggle={event => setOpened(event.currentTarget.open)}>
        <summary>{summary}</summary>
        {/* Hundreds of rows nobody looks at are not made. */}
        {opened && <div className="plot-table">{children}</div>}
      </details>
    </div>
  )
}
