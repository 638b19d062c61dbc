import { useState } from 'react'
import type { Failure } from '../../annotations/api/failures.ts'
import {
  type ReadySchemeId,
  readySchemeIds,
  readySchemes,
} from '../../annotations/model/ready-schemes.ts'
import { call } from '../bridge.ts'
import { showDialog, useSession } from '../state/session.ts'
import { language, useSay } from '../strings/words.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { FormButtons } from '../ui/form-buttons.tsx'
import { Segments } from '../ui/segments.tsx'
import { TextField } from '../ui/text-field.tsx'
import { openFolder } from './open-folder.ts'
import { PathField } from './path-field.tsx'
import { fileNameFrom, joined } from './path-names.ts'

export function NewProjectDialog() {
  const say = useSay()
  const home = useSession(session => session.app?.home ?? '')
  const [title, setTitle] = useState('')
  const [parent, setParent] = useState(home)
  /** The folder as typed; until then it follows the title. */
  const [typed, setTyped] = useState<string>()
  const [scheme, setScheme] = useState<ReadySchemeId>('claims')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const close = () => showDialog(undefined)
  const follows = fileNameFrom(title) && parent ? joined(parent, fileNameFrom(title)) : ''
  const folder = typed ?? follows
  const ready = title.trim() !== '' && folder.trim() !== ''

  async function create() {
    if (!ready || busy) return
    setBusy(true)
    setFailure(undefined)
    const asked = { folder: folder.trim(), title: title.trim(), scheme }
    const created = await call('project.create', asked)
    setFailure(created.ok ? await openFolder(created.value.folder) : created.failure)
    setBusy(false)
  }

  return (
    <Dialog
      name="new-project"
      title={say('new-project.title')}
      onClose={close}
      onSubmit={create}
      footer={
        <FormButtons
          label={say('new-project.create')}
          isDisabled={!ready}
          busy={busy ? say('new-project.creating') : undefined}
          onCancel={close}
        />
      }
    >
      <FailureNote failure={failure} />
      <TextField
        autoFocus
        label={say('new-project.name')}
        value={title}
        onChange={setTitle}
        testid="title"
      />
      <PathField
        label={say('new-project.folder')}
        kind="folder"
        title={say('new-project.choose')}
        value={folder}
        onChange={setTyped}
        onChosen={chosen => {
          setParent(chosen)
          setTyped(follows ? undefined : chosen)
        }}
        start={parent || undefined}
        hint={say('new-project.hint')}
      />
      <Segments<ReadySchemeId>
        label={say('new-project.scheme')}
        options={readySchemeIds.map(id => ({ id, name: readySchemes[id].name[language()] }))}
        value={scheme}
        onChange={setScheme}
        testid="scheme"
      />
      <p className="hint">
        {say('new-project.labels', {
          labels: readySchemes[scheme].scheme.labels
            .map(({ name }) => name[language()])
            .join(language() === 'ar' ? '، ' : ', '),
        })}
      </p>
    </Dialog>
  )
}
