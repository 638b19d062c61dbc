import type { PlotOptions } from '@observablehq/plot'
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { useSay } from '../strings/words.ts'

type Props = {
  /** What is drawn, made anew where it changes; keep it in a `useMemo`. */
  options: PlotOptions
  /** What kind of mark, as Plot names its group (dot, link, text, rule, bar), and the number in its data. */
  onMark(group: string, at: number): void
  /** A stretch that was drawn over along x, as values of its scale. */
  onBrush?: ((from: unknown, to: unknown) => void) | undefined
  svg: RefObject<SVGSVGElement | null>
  /** The same in a table, whose buttons do what the marks do. */
  children: ReactNode
  /** Of the table. */
  summary: string
}

/** Shorter than this is a click (CSS pixels). */
const leastBrush = 6

/** A drawing whose marks can be pressed, and the same as a table for the keyboard and for whoever does not see it. */
export function MarkedPlot({ options, onMark, onBrush, svg, children, summary }: Props) {
  const say = useSay()
  const place = useRef<HTMLDivElement>(null)
  const [drawn, setDrawn] = useState(false)
  const act = useRef({ onMark, onBrush })
  act.current = { onMark, onBrush }

  useEffect(() => {
    let current = true
    import('@observablehq/plot').then(({ plot }) => {
      const box = place.current
      if (!current || !box) return
      const made = plot(options)
      if (!(made instanceof SVGSVGElement)) return
      // The page takes no style but its own files'; what a drawing needs is in corpus.css and across.css.
      for (const style of made.querySelectorAll('style')) style.remove()
      made.setAttribute('aria-hidden', 'true')
      const x = made.scale('x')
      listen(made, act, value => x?.invert?.(value))
      svg.current = made
      box.replaceChildren(made)
      setDrawn(true)
    })
    return () => {
      current = false
      svg.current = null
    }
  }, [options, svg])

  return (
    <div className="plot marked-plot" data-drawn={drawn}>
      {!drawn && <p className="hint">{say('dashboard.drawing')}</p>}
      <div ref={place} className="plot-place" />
      <details className="plot-numbers">
        <summary>{summary}</summary>
        <div className="plot-table">{children}</div>
      </details>
    </div>
  )
}

type Acts = RefObject<Pick<Props, 'onMark' | 'onBrush'>>

function listen(made: SVGSVGElement, act: Acts, valueAt: (x: number) => unknown) {
  const at = (event: PointerEvent) => {
    const box = made.getBoundingClientRect()
    return ((event.clientX - box.left) * made.viewBox.baseVal.width) / box.width
  }
  let began: number | undefined
  const shade = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  shade.setAttribute('class', 'brush')
  made.addEventListener('pointerdown', event => {
    if (!act.current?.onBrush || event.button !== 0) return
    began = at(event)
    made.append(shade)
    shade.setAttribute('width', '0')
  })
  made.addEventListener('pointermove', event => {
    if (began === undefined) return
    const now = at(event)
    shade.setAttribute('x', String(Math.min(began, now)))
    shade.setAttribute('y', '0')
    shade.setAttribute('width', String(Math.abs(now - began)))
    shade.setAttribute('height', String(made.viewBox.baseVal.height))
  })
  const end = (event: PointerEvent) => {
    const from = began
    began = undefined
    shade.remove()
    if (from === undefined || Math.abs(at(event) - from) < leastBrush) return false
    const [one, two] = [valueAt(from), valueAt(at(event))]
    act.current?.onBrush?.(one, two)
    return true
  }
  let brushed = false
  made.addEventListener('pointerup', event => {
    brushed = end(event)
  })
  made.addEventListener('pointerleave', event => end(event))
  made.addEventListener('click', event => {
    if (brushed || !(event.target instanceof Element)) return
    const group = event.target.closest('g[aria-label]')?.getAttribute('aria-label')
    // Plot binds the number of its datum to every element it makes of one.
    const number: unknown = Reflect.get(event.target, '__data__')
    if (group && typeof number === 'number') act.current?.onMark(group, number)
  })
}
