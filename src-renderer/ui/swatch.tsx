import type { Label } from '../../annotations/model/scheme.ts'

/** A label's colour and line as they are in the text. */
export function Swatch({ label }: { label: Label }) {
  return (
    <span
      className="swatch"
      aria-hidden="true"
      style={{
        background: label.fill ? `var(--${label.colour}-bg)` : 'transparent',
        borderBlockEnd:
          label.underline === 'none'
            ? 'none'
            : `2px ${cssLine(label.underline)} var(--${label.colour})`,
      }}
    />
  )
}

// Borders know no wavy line.
const cssLine = (underline: Label['underline']) => (underline === 'wavy' ? 'double' : underline)
