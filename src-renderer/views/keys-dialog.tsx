import { useState } from 'react'
import { commandGroups } from '../state/command.ts'
import { commands } from '../state/commands.ts'
import { resetKeys } from '../state/key-conflicts.ts'
import { showDialog, useSession } from '../state/session.ts'
import { language, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Keycap } from '../ui/keycap.tsx'
import { KeyLine } from './key-line.tsx'

/** Every key, from the table that obeys it; and the place to change them. */
export function KeysDialog() {
  const say = useSay()
  const labels = useSession(session => session.project?.project.scheme.labels)
  const own = useSession(session => Object.keys(session.settings.keys).length > 0)
  const [changing, setChanging] = useState(false)
  const close = () => showDialog(undefined)

  return (
    <Dialog
      name="keys"
      size="large"
      title={say('bar.keys')}
      onClose={close}
      onSubmit={close}
      footer={
        <>
          <Button onPress={() => setChanging(!changing)} data-testid="change-keys">
            {say(changing ? 'keys.done-changing' : 'keys.change')}
          </Button>
          {changing && own && (
            <Button kind="quiet" onPress={() => resetKeys()}>
              {say('keys.reset-all')}
            </Button>
          )}
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
              {group === 'keys.annotate' &&
                labels?.map(({ id, name, keys }) => (
                  <div key={id} className="key-line">
                    <dt>{say('labels.tag', { label: name[language()] })}</dt>
                    <dd>
                      {keys.map(chord => (
                        <Keycap key={chord} chord={chord} />
                      ))}
                    </dd>
                  </div>
                ))}
              {commands
                .filter(command => command.group === group)
                .map(command => (
                  <KeyLine key={command.id} command={command} changing={changing} />
                ))}
            </dl>
            {group === 'keys.move' && <p className="hint">{say('move.extend')}</p>}
          </section>
        ))}
      </div>
    </Dialog>
  )
}
