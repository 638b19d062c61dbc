import type { Figure } from '../../../annotations/agreement/report-shape.ts'

const at = (value: number) => Math.max(0, Math.min(1, value)) * 100

/** From 0 to 1, the interval and the value on it; the numbers stand beside. Drawn left to right in both languages. */
export function IntervalBar({ figure: { result, interval } }: { figure: Figure }) {
  if (result.kind === 'undefined') return null
  return (
    <svg className="interval-bar" viewBox="-3 0 106 10" aria-hidden="true">
      <line x1="0" x2="100" y1="5" y2="5" />
      {interval && (
        <rect
          x={at(interval.low)}
          y="1"
          width={Math.max(1, at(interval.high) - at(interval.low))}
          height="8"
          rx="1"
        />
      )}
      <circle cx={at(result.value)} cy="5" r="1.8" />
    </svg>
  )
}
