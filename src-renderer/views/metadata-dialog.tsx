import { useState } from 'react'
import type { Failure } from '../../annotations/api/failures.ts'
import type { Document, DocumentMetadata } from '../../annotations/model/document.ts'
import { call } from '../bridge.ts'
import { type Recounted, recountDates } from '../state/article-dates.ts'
import { useEditor } from '../state/editor.ts'
import { putEntry, showDialog } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { TextField } from '../ui/text-field.tsx'
import { DocumentFacts } from './document-facts.tsx'
import { PublishedField } from './published-field.tsx'
import { publishedFrom } from './published-from.ts'
import { RecountedDates } from './recounted-dates.tsx'

/** The document with other metadata; what is no longer known is no longer there. */
function withMetadata(document: Document, metadata: DocumentMetadata): Document {
  const { title: _t, outlet: _o, author: _a, url: _u, published: _p, ...rest } = document
  return { ...rest, ...metadata }
}

export function MetadataDialog() {
  const open = useEditor(editor => editor.open)
  return open ? (
    <Metadata key={open.document.id} project={open.project} document={open.document} />
  ) : null
}

function Metadata({ project, document }: { project: string; document: Document }) {
  const say = useSay()
  const [typed, setTyped] = useState({
    title: document.title,
    outlet: document.outlet ?? '',
    author: document.author ?? '',
    url: document.url ?? '',
    published: document.published ?? '',
  })
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const [recounted, setRecounted] = useState<Recounted[]>()
  const close = () => showDialog(undefined)
  const change = (field: keyof typeof typed) => (value: string) =>
    setTyped(now => ({ ...now, [field]: value }))
  const published = publishedFrom(typed.published)
  const title = typed.title.trim()
  const ready = title !== '' && published.kind !== 'problem'

  async function save() {
    if (!ready || busy) return
    const metadata: DocumentMetadata = { title }
    for (const field of ['outlet', 'author', 'url'] as const)
      if (typed[field].trim() !== '') metadata[field] = typed[field].trim()
    if (published.kind === 'date') metadata.published = published.value
    setBusy(true)
    setFailure(undefined)
    const edited = await call('documents.edit', { project, id: document.id, metadata })
    setBusy(false)
    if (!edited.ok) return setFailure(edited.failure)
    putEntry(edited.value)
    const { open } = useEditor.getState()
    if (open?.document.id === document.id)
      useEditor.setState({ open: { ...open, document: withMetadata(open.document, metadata) } })
    const changed = document.published === metadata.published ? [] : recountDates()
    if (changed.length === 0) close()
    else setRecounted(changed)
  }

  if (recounted) return <RecountedDates list={recounted} onClose={close} />

  return (
    <Dialog
      name="metadata"
      title={say('metadata.title')}
      onClose={close}
      onSubmit={save}
      footer={
        <>
          <Button onPress={close}>{say('dialog.cancel')}</Button>
          <Button
            kind="primary"
            type="submit"
            isDisabled={!ready}
            busy={busy ? say('metadata.saving') : undefined}
            data-testid="submit"
          >
            {say('metadata.save')}
          </Button>
        </>
      }
    >
      <FailureNote failure={failure} />
      <TextField
        autoFocus
        label={say('metadata.headline')}
        value={typed.title}
        onChange={change('title')}
        error={title === '' ? say('metadata.no-headline') : undefined}
        testid="title"
      />
      <div className="pair">
        <TextField
          label={say('metadata.outlet')}
          value={typed.outlet}
          onChange={change('outlet')}
          testid="outlet"
        />
        <PublishedField
          label={say('metadata.published')}
          value={typed.published}
          onChange={change('published')}
        />
        <TextField
          label={say('metadata.author')}
          value={typed.author}
          onChange={change('author')}
          testid="author"
        />
        <TextField
          label={say('metadata.url')}
          value={typed.url}
          onChange={change('url')}
          direction="ltr"
          testid="url"
        />
      </div>
      <DocumentFacts document={document} />
    </Dialog>
  )
}
