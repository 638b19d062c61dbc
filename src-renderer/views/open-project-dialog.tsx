import { useState } from 'react'
import type { Failure } from '../../annotations/api/failures.ts'
import { showDialog, useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { FormButtons } from '../ui/form-buttons.tsx'
import { openFolder } from './open-folder.ts'
import { PathField } from './path-field.tsx'

export function OpenProjectDialog() {
  const say = useSay()
  const home = useSession(session => session.app?.home)
  const [folder, setFolder] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const close = () => showDialog(undefined)

  async function open() {
    if (folder.trim() === '' || busy) return
    setBusy(true)
    setFailure(await openFolder(folder.trim()))
    setBusy(false)
  }

  return (
    <Dialog
      name="open-project"
      title={say('open-project.title')}
      onClose={close}
      onSubmit={open}
      footer={
        <FormButtons
          label={say('open-project.open')}
          isDisabled={folder.trim() === ''}
          busy={busy ? say('open-project.opening') : undefined}
          onCancel={close}
        />
      }
    >
      <FailureNote failure={failure} />
      <PathField
        autoFocus
        label={say('open-project.folder')}
        kind="folder"
        title={say('open-project.choose')}
        value={folder}
        onChange={setFolder}
        start={folder || home}
        hint={say('open-project.hint')}
      />
    </Dialog>
  )
}
