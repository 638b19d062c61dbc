import { useState } from 'react'
import type { Failure } from '../../annotations/api/failures.ts'
import { call } from '../bridge.ts'
import { openDocument, refreshProject } from '../state/navigation.ts'
import { announce, showDialog, useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { FormButtons } from '../ui/form-buttons.tsx'
import { LinesField } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { PublishedField } from './published-field.tsx'
import { publishedFrom } from './published-from.ts'

/** An article as text from anywhere: its words, and what is known of it. */
export function PasteDialog() {
  const say = useSay()
  const project = useSession(session => session.project?.folder)
  const [text, setText] = useState(() => useSession.getState().pasted)
  const [title, setTitle] = useState('')
  const [outlet, setOutlet] = useState('')
  const [typed, setTyped] = useState('')
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState(false)
  const published = publishedFrom(typed)
  const ready = text.trim() !== '' && published.kind !== 'problem'
  const close = () => {
    useSession.setState({ pasted: '' })
    showDialog(undefined)
  }

  async function put() {
    if (!ready || busy || project === undefined) return
    setBusy(true)
    const put = await call('import.paste', {
      project,
      text,
      metadata: {
        ...(title.trim() !== '' && { title: title.trim() }),
        ...(outlet.trim() !== '' && { outlet: outlet.trim() }),
        ...(published.kind === 'date' && { published: published.value }),
      },
    })
    setBusy(false)
    if (!put.ok) return setFailure(put.failure)
    close()
    await refreshProject()
    await openDocument(put.value.id)
    announce(say(put.value.duplicate ? 'paste.known' : 'paste.done', { title: put.value.title }))
  }

  return (
    <Dialog
      name="paste"
      size="large"
      title={say('paste.title')}
      onClose={close}
      onSubmit={put}
      footer={
        <FormButtons
          label={say('paste.put')}
          isDisabled={!ready}
          busy={busy ? say('import.importing') : undefined}
          onCancel={close}
        />
      }
    >
      <FailureNote failure={failure} />
      <LinesField
        autoFocus
        label={say('paste.text')}
        value={text}
        onChange={setText}
        rows={12}
        lang="ar"
        hint={say('paste.hint')}
        testid="text"
      />
      <div className="triple">
        <TextField
          label={say('metadata.headline')}
          value={title}
          onChange={setTitle}
          hint={say('paste.title-hint')}
          testid="title"
        />
        <TextField
          label={say('metadata.outlet')}
          value={outlet}
          onChange={setOutlet}
          testid="outlet"
        />
        <PublishedField label={say('metadata.published')} value={typed} onChange={setTyped} />
      </div>
    </Dialog>
  )
}
