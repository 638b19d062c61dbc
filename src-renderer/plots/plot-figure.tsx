import type { PlotOptions } from '@observablehq/plot'
import { useEffect, useRef, useState } from 'react'
import { useSay } from '../strings/words.ts'

type Props = {
  /** What is drawn, made anew where it changes; keep it in a `useMemo`. */
  options: PlotOptions
  /** What the drawing shows, in words. */
  title: string
  hint?: string
  /** The same in numbers, for whoever does not see the drawing or wants to copy it. */
  head: readonly string[]
  rows: readonly (readonly string[])[]
}

/** A drawing and its numbers. The library is loaded when the first one is looked at. */
export function PlotFigure({ options, title, hint, head, rows }: Props) {
  const say = useSay()
  const place = useRef<HTMLDivElement>(null)
  const [drawn, setDrawn] = useState(false)

  useEffect(() => {
    let current = true
    import('@observablehq/plot').then(({ plot }) => {
      if (!current || !place.current) return
      const svg = plot(options)
      // The page takes no style but its own files'; what a drawing needs is in plots.css.
      for (const style of svg.querySelectorAll('style')) style.remove()
      svg.setAttribute('aria-hidden', 'true')
      place.current.replaceChildren(svg)
      setDrawn(true)
    })
    return () => {
      current = false
    }
  }, [options])

  return (
    <figure className="plot" data-drawn={drawn}>
      <figcaption>
        <h3 className="section-title">{title}</h3>
        {hint !== undefined && <p className="hint">{hint}</p>}
      </figcaption>
      {!drawn && <p className="hint">{say('dashboard.drawing')}</p>}
      <div ref={place} className="plot-place" />
      <details className="plot-numbers">
        <summary>{say('dashboard.numbers')}</summary>
        <div className="plot-table">
          <table>
            <thead>
              <tr>
                {head.map(name => (
                  <th key={name}>{name}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(row => (
                <tr key={row.join('\n')}>
                  {row.map((cell, at) => (
                    <td key={head[at]}>
                      <bdi>{cell}</bdi>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}
