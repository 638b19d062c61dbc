import { commands } from '../state/commands.ts'
import type { Chord } from '../state/keys.ts'
import { showDialog, useSession } from '../state/session.ts'
import { type Key, language, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Keycap } from '../ui/keycap.tsx'

type Line = { id: string; name: string; chords: readonly Chord[] }

/** How the caret moves: the reader's own keys, beside the table of commands. */
const moves: [Key, Chord[]][] = [
  ['move.character', ['Forward', 'Backward']],
  ['move.word', ['Ctrl+Forward', 'Ctrl+Backward']],
  ['move.line', ['ArrowDown', 'ArrowUp']],
  ['move.edge', ['Home', 'End']],
  ['move.text', ['Ctrl+Home', 'Ctrl+End']],
]
const groups = ['keys.annotate', 'keys.move', 'keys.documents', 'keys.app'] as const

/** Every key, from the tables that obey them. */
export function KeysDialog() {
  const say = useSay()
  const labels = useSession(session => session.project?.project.scheme.labels)
  const close = () => showDialog(undefined)

  const own: Partial<Record<(typeof groups)[number], Line[]>> = {
    'keys.annotate': (labels ?? []).map(({ id, name, keys }) => ({
      id: `label-${id}`,
      name: say('labels.tag', { label: name[language()] }),
      chords: keys,
    })),
    'keys.move': moves.map(([key, chords]) => ({ id: key, name: say(key), chords })),
  }
  const linesOf = (group: (typeof groups)[number]): Line[] => [
    ...(own[group] ?? []),
    ...commands
      .filter(command => command.group === group)
      .map(({ id, name, keys }) => ({ id, name: say(name), chords: keys })),
  ]

  return (
    <Dialog
      name="keys"
      size="large"
      title={say('bar.keys')}
      onClose={close}
      onSubmit={close}
      footer={
        <>
          <span className="said">{say('keys.layout')}</span>
          <Button kind="primary" type="submit" autoFocus data-testid="submit">
            {say('dialog.done')}
          </Button>
        </>
      }
    >
      <div className="key-groups">
        {groups.map(group => (
          <section key={group} className="key-group">
            <h3 className="section-title">{say(group)}</h3>
            <dl className="key-list">
              {linesOf(group).map(({ id, name, chords }) => (
                <div key={id} className="key-line">
                  <dt>{name}</dt>
                  <dd>
                    {chords.map(chord => (
                      <Keycap key={chord} chord={chord} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
            {group === 'keys.move' && <p className="hint">{say('move.extend')}</p>}
          </section>
        ))}
      </div>
    </Dialog>
  )
}
