import { useSay } from '../strings/words.ts'

const sides = ['for', 'against', 'neutral'] as const

/** How a date is drawn, by what is known of it. The direction of the page turns the drawings. */
const shapes = {
  day: <circle cx="20" cy="7" r="5" />,
  band: <rect x="4" y="3.5" width="32" height="7" opacity="0.75" />,
  about: <path d="M4 7H36" strokeWidth="7" strokeDasharray="2 2" opacity="0.5" />,
  open: (
    <>
      <rect x="3" y="1" width="2.5" height="12" />
      <path d="M6 7H29" strokeWidth="4" strokeDasharray="9 4" />
      <path d="M30 2L38 7L30 12Z" />
    </>
  ),
} as const
const shapeIds = ['day', 'band', 'about', 'open'] as const

export function TimelineLegend() {
  const say = useSay()
  return (
    <ul className="plot-legend">
      {sides.map(side => (
        <li key={side}>
          <span className={`side-mark ${side}`} aria-hidden="true" />
          {say(`across.side.${side}`)}
        </li>
      ))}
      {shapeIds.map(id => (
        <li key={id}>
          <svg className="date-shape" viewBox="0 0 40 14" aria-hidden="true">
            {shapes[id]}
          </svg>
          {say(`across.shape.${id}`)}
        </li>
      ))}
    </ul>
  )
}
