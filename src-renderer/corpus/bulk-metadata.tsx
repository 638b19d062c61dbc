import { useState } from 'react'
import { useSay } from '../strings/words.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FormButtons } from '../ui/form-buttons.tsx'
import { TextField } from '../ui/text-field.tsx'
import { PublishedField } from '../views/published-field.tsx'
import { publishedFrom } from '../views/published-from.ts'
import { editMetadata } from './bulk-edit.ts'

type Props = { chosen: ReadonlySet<string>; onClose(done: boolean): void }

/** The same outlet, author or date for many documents; what is left empty stays as each has it. */
export function BulkMetadata({ chosen, onClose }: Props) {
  const say = useSay()
  const [outlet, setOutlet] = useState('')
  const [author, setAuthor] = useState('')
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const published = publishedFrom(typed)
  const given = {
    ...(outlet.trim() !== '' && { outlet: outlet.trim() }),
    ...(author.trim() !== '' && { author: author.trim() }),
    ...(published.kind === 'date' && { published: published.value }),
  }
  const ready = published.kind !== 'problem' && Object.keys(given).length > 0

  async function save() {
    if (!ready || busy) return
    setBusy(true)
    const done = await editMetadata(chosen, given)
    setBusy(false)
    onClose(done)
  }

  return (
    <Dialog
      name="bulk-metadata"
      title={say('bulk.metadata-title', { count: chosen.size })}
      onClose={() => onClose(false)}
      onSubmit={save}
      footer={
        <FormButtons
          label={say('metadata.save')}
          isDisabled={!ready}
          busy={busy ? say('metadata.saving') : undefined}
          onCancel={() => onClose(false)}
        />
      }
    >
      <p className="lead">{say('bulk.metadata-lead')}</p>
      <TextField
        autoFocus
        label={say('metadata.outlet')}
        value={outlet}
        onChange={setOutlet}
        testid="bulk-outlet"
      />
      <TextField label={say('metadata.author')} value={author} onChange={setAuthor} />
      <PublishedField label={say('metadata.published')} value={typed} onChange={setTyped} />
    </Dialog>
  )
}
