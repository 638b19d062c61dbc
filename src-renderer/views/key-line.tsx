import { useEffect, useState } from 'react'
import type { Command } from '../state/command.ts'
import { type Conflict, conflictOf, giveKey, resetKeys, takeKey } from '../state/key-conflicts.ts'
import { useKeysOf } from '../state/keymap.ts'
import { type Chord, chordOf } from '../state/keys.ts'
import { useSession } from '../state/session.ts'
import { language, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Keycap } from '../ui/keycap.tsx'

type Asking = { kind: 'no' } | { kind: 'listening' } | { kind: 'taken'; chord: Chord; by: Conflict }

/** Keys that are no chord by themselves. */
const modifiers = /^(Shift|Control|Alt|Meta|CapsLock|Fn)/

/** A command and its keys: press one more, take one away, or have back those it came with. */
export function KeyLine({ command, changing }: { command: Command; changing: boolean }) {
  const say = useSay()
  const keys = useKeysOf(command.id)
  const changed = useSession(session => session.settings.keys[command.id] !== undefined)
  const [asking, setAsking] = useState<Asking>({ kind: 'no' })
  const name = say(command.name)

  useEffect(() => {
    if (asking.kind !== 'listening') return
    const hear = (event: globalThis.KeyboardEvent) => {
      event.preventDefault()
      event.stopPropagation()
      if (modifiers.test(event.code)) return
      if (event.code === 'Escape') return setAsking({ kind: 'no' })
      const chord = chordOf(event, document.documentElement.dir === 'rtl')
      const by = conflictOf(command, chord)
      if (by) return setAsking({ kind: 'taken', chord, by })
      setAsking({ kind: 'no' })
      void giveKey(command, chord)
    }
    window.addEventListener('keydown', hear, true)
    return () => window.removeEventListener('keydown', hear, true)
  }, [asking, command])

  const whose = (by: Conflict) =>
    by.kind === 'command'
      ? say('keys.taken', { name: say(by.command.name) })
      : by.kind === 'label'
        ? say('keys.taken-label', { name: by.label.name[language()] })
        : say('keys.taken-digit')

  return (
    <div className="key-line" data-command={command.id}>
      <dt>{name}</dt>
      <dd>
        {keys.map(chord => (
          <span key={chord} className="key-own">
            <Keycap chord={chord} />
            {changing && (
              <Button
                kind="icon"
                aria-label={say('keys.remove', { name })}
                onPress={() => takeKey(command, chord)}
              >
                <Icon name="close" />
              </Button>
            )}
          </span>
        ))}
        {asking.kind === 'listening' ? (
          <span className="key-listening" role="status" data-testid="listening">
            {say('keys.press')}
          </span>
        ) : !changing ? null : (
          <Button
            kind="quiet"
            aria-label={say('keys.add-for', { name })}
            onPress={() => setAsking({ kind: 'listening' })}
          >
            {say('keys.add')}
          </Button>
        )}
        {changing && changed && (
          <Button
            kind="quiet"
            aria-label={say('keys.reset-for', { name })}
            onPress={() => resetKeys(command)}
          >
            {say('keys.reset')}
          </Button>
        )}
        {asking.kind === 'taken' && (
          <span className="key-conflict" role="alert" data-testid="key-conflict">
            <Keycap chord={asking.chord} /> {whose(asking.by)}
            {asking.by.kind === 'command' && (
              <Button
                kind="plain"
                onPress={() => {
                  setAsking({ kind: 'no' })
                  void giveKey(command, asking.chord)
                }}
              >
                {say('keys.take-over')}
              </Button>
            )}
            <Button kind="quiet" onPress={() => setAsking({ kind: 'no' })}>
              {say('keys.leave')}
            </Button>
          </span>
        )}
      </dd>
    </div>
  )
}
