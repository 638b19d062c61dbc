import { type KeyboardEvent, useState } from 'react'
import { commands } from '../state/commands.ts'
import { keysOf } from '../state/keymap.ts'
import { type Chord, chordOf } from '../state/keys.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Keycap } from '../ui/keycap.tsx'

type Props = {
  keys: readonly Chord[]
  /** Keys of other labels. */
  others: readonly Chord[]
  onChange(keys: Chord[]): void
}

/** Keys that mean something else where labels' keys are pressed. */
const takenKeys = (): Chord[] => commands.flatMap(({ id }) => [...keysOf(id)])

const modifier = /^(Control|Shift|Alt|Meta|CapsLock|Fn)/

/** The keys of a label, pressed rather than written. */
export function KeysField({ keys, others, onChange }: Props) {
  const say = useSay()
  const [listening, setListening] = useState(false)
  const [refused, setRefused] = useState<Chord>()

  function onKeyDown(event: KeyboardEvent) {
    if (!listening || modifier.test(event.key)) return
    if (event.key === 'Tab') return setListening(false)
    event.preventDefault()
    event.stopPropagation()
    setListening(false)
    if (event.key === 'Escape') return
    const chord = chordOf(event.nativeEvent, document.documentElement.dir === 'rtl')
    const taken = takenKeys().includes(chord) || others.includes(chord)
    setRefused(taken ? chord : undefined)
    if (!taken && !keys.includes(chord)) onChange([...keys, chord])
  }

  return (
    <div className="field" role="group" aria-label={say('scheme.keys')}>
      <span className="field-label">{say('scheme.keys')}</span>
      <div className="key-row">
        {keys.map(chord => (
          <span key={chord} className="key-held">
            <Keycap chord={chord} />
            <Button
              kind="icon"
              aria-label={say('scheme.remove-key', { key: chord })}
              onPress={() => onChange(keys.filter(other => other !== chord))}
            >
              <Icon name="close" />
            </Button>
          </span>
        ))}
        <button
          type="button"
          className="button"
          aria-pressed={listening}
          onClick={() => setListening(on => !on)}
          onBlur={() => setListening(false)}
          onKeyDown={onKeyDown}
          data-testid="press-key"
        >
          {say(listening ? 'scheme.press-now' : 'scheme.press-key')}
        </button>
      </div>
      {refused !== undefined && (
        <span className="field-error" role="alert">
          {say('scheme.key-taken', { key: refused })}
        </span>
      )}
    </div>
  )
}
