import { type Command, commandGroups } from '../state/command.ts'
import { commands } from '../state/commands.ts'
import { keysOf } from '../state/keymap.ts'
import type { Chord } from '../state/keys.ts'
import { showDialog, useSession } from '../state/session.ts'
import { language, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Keycap } from '../ui/keycap.tsx'

type Line = { id: string; name: string; chords: readonly Chord[] }

/** Every key, from the tables that obey them. */
export function KeysDialog() {
  const say = useSay()
  const labels = useSession(session => session.project?.project.scheme.labels)
  const close = () => showDialog(undefined)

  const own: Partial<Record<Command['group'], Line[]>> = {
    'keys.annotate': (labels ?? []).map(({ id, name, keys }) => ({
      id: `label-${id}`,
      name: say('labels.tag', { label: name[language()] }),
      chords: keys,
    })),
  }
  const linesOf = (group: Command['group']): Line[] => [
    ...(own[group] ?? []),
    ...commands
      .filter(command => command.group === group)
      .map(({ id, name }) => ({ id, name: say(name), chords: keysOf(id) })),
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
        {commandGroups.map(group => (
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
