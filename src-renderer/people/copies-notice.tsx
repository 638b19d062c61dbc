import { useState } from 'react'
import { call } from '../bridge.ts'
import { flush } from '../state/autosave.ts'
import { reloadProject } from '../state/navigation.ts'
import { secondCopies } from '../state/second-copies.ts'
import { announce, fail, useSession } from '../state/session.ts'
import { say as sayNow, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'

/** Bring second copies and Git's two sides into the files they belong to. */
async function resolveCopies(): Promise<void> {
  const { project } = useSession.getState()
  if (!project || !(await flush())) return
  const done = await call('project.resolve', { project: project.folder })
  if (!done.ok) return fail(done.failure)
  const { resolved, inUse } = done.value
  announce(sayNow('copies.resolved', { value: resolved.length }))
  if (inUse.length > 0) announce(sayNow('copies.in-use', { names: inUse.join('، ') }))
  useSession.setState({ failure: undefined })
  await reloadProject()
}

/** So many files are named, and the rest counted. */
const named = 3

/** Where there are any, and what makes them one. */
export function CopiesNotice() {
  const say = useSay()
  const [busy, setBusy] = useState(false)
  const unreadable = useSession(session => session.project?.unreadable)
  const copies = secondCopies(unreadable ?? [])
  if (copies.length === 0) return null
  return (
    <div className="notice warn" role="status" data-testid="copies">
      <div>
        <p>{say('copies.conflict')}</p>
        <ul className="copies-files">
          {copies.slice(0, named).map(name => (
            <li key={name}>
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
        {copies.length > named && <p>{say('copies.more', { value: copies.length })}</p>}
      </div>
      <Button
        kind="primary"
        busy={busy ? say('merge.running') : undefined}
        onPress={async () => {
          setBusy(true)
          await resolveCopies()
          setBusy(false)
        }}
        data-testid="resolve-copies"
      >
        {say('copies.resolve')}
      </Button>
    </div>
  )
}
