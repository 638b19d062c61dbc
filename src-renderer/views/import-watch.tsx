import { useState } from 'react'
import type { Failure } from '../../annotations/api/failures.ts'
import { call } from '../bridge.ts'
import { applySettings, useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Icon } from '../ui/icon.tsx'
import { Browse } from './browse.tsx'
import { parentOf } from './path-names.ts'

/** Folders whose articles come in by themselves while the project is open. */
export function ImportWatch({ project }: { project: string }) {
  const say = useSay()
  const all = useSession(session => session.settings.watching)
  const watched = all.filter(one => one.project === project)
  const [failure, setFailure] = useState<Failure>()

  async function change(method: 'watch.start' | 'watch.stop', folder: string | undefined) {
    if (folder === undefined) return
    const changed = await call(method, { project, folder })
    setFailure(changed.ok ? undefined : changed.failure)
    if (changed.ok) applySettings(changed.value)
  }

  return (
    <section className="watched" data-testid="watched">
      <div className="dialog-actions">
        <h3 className="section-title">{say('watch.title')}</h3>
        <span className="grow" />
        <Browse
          testid="watch-folder"
          kind="folder"
          title={say('watch.choose')}
          start={parentOf(project)}
          onChosen={([folder]) => change('watch.start', folder)}
        >
          {say('watch.add')}
        </Browse>
      </div>
      <FailureNote failure={failure} onDismiss={() => setFailure(undefined)} />
      {watched.length === 0 ? (
        <p className="hint">{say('watch.hint')}</p>
      ) : (
        <ul className="sources">
          {watched.map(({ folder }) => (
            <li key={folder} className="source">
              <bdi dir="ltr">{folder}</bdi>
              <Button
                kind="icon"
                aria-label={say('watch.stop', { folder })}
                onPress={() => change('watch.stop', folder)}
              >
                <Icon name="close" />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
