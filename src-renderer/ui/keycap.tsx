import { type Chord, printed } from '../state/keys.ts'
import { language } from '../strings/words.ts'

/** A chord as it is printed on the keyboard of the interface's language. */
export function Keycap({ chord }: { chord: Chord }) {
  return (
    <kbd dir="ltr" className="keycap">
      {printed(chord, language())}
    </kbd>
  )
}
