import { useState } from 'react'
import type { Failure } from '../../annotations/api/failures.ts'
import type { Document, DocumentMetadata } from '../../annotations/model/document.ts'
import { withMetadata } from '../../annotations/model/with-metadata.ts'
import { call } from '../bridge.ts'
import { type Recounted, recountDates } from '../state/article-dates.ts'
import { useEditor } from '../state/editor.ts'
import { putEntry, showDialog } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { FormButtons } from '../ui/form-buttons.tsx'
import { TextField } from '../ui/text-field.tsx'
import { Toggle } from '../ui/toggle.tsx'
import { AnchorsField, anchorsTyped, isAnchorDay, type TypedAnchor } from './anchors-field.tsx'
import { DocumentFacts } from './document-facts.tsx'
import { PublishedField } from './published-field.tsx'
import { publishedFrom } from './published-from.ts'
import { RecountedDates } from './recounted-dates.tsx'

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
  const [unsure, setUnsure] = useState(document.publishedUnsure === true)
  const [anchors, setAnchors] = useState<readonly TypedAnchor[]>(() =>
    (document.anchors ?? []).map(({ day = '', ...anchor }) => ({ ...anchor, day })),
  )
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const [recounted, setRecounted] = useState<Recounted[]>()
  const close = () => showDialog(undefined)
  const change = (field: keyof typeof typed) => (value: string) =>
    setTyped(now => ({ ...now, [field]: value }))
  const published = publishedFrom(typed.published)
  const title = typed.title.trim()
  const daysRead = anchors.every(({ day }) => isAnchorDay(day))
  const ready = title !== '' && published.kind !== 'problem' && daysRead

  async function save() {
    if (!ready || busy) return
    const metadata: DocumentMetadata = { title }
    for (const field of ['outlet', 'author', 'url'] as const)
      if (typed[field].trim() !== '') metadata[field] = typed[field].trim()
    if (published.kind === 'date') metadata.published = published.value
    if (published.kind === 'date' && unsure) metadata.publishedUnsure = true
    const given = anchorsTyped(anchors)
    const anchorsChanged = JSON.stringify(given) !== JSON.stringify(document.anchors ?? [])
    setBusy(true)
    setFailure(undefined)
    const edited = await call('documents.edit', { project, id: document.id, metadata })
    setBusy(false)
    if (!edited.ok) return setFailure(edited.failure)
    putEntry(edited.value)
    const marked = anchorsChanged
      ? await call('documents.mark', {
          project,
          id: document.id,
          regions: document.regions,
          anchors: given,
        })
      : undefined
    if (marked && !marked.ok) return setFailure(marked.failure)
    const { open } = useEditor.getState()
    if (open?.document.id === document.id) {
      const now = withMetadata(open.document, metadata)
      useEditor.setState({
        open: { ...open, document: marked ? { ...now, anchors: marked.value.anchors } : now },
      })
    }
    const sameDay =
      document.published === metadata.published &&
      document.publishedUnsure === metadata.publishedUnsure
    const changed = sameDay && !anchorsChanged ? [] : recountDates()
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
        <FormButtons
          label={say('metadata.save')}
          isDisabled={!ready}
          busy={busy ? say('metadata.saving') : undefined}
          onCancel={close}
        />
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
      {typed.published !== '' && (
        <Toggle isSelected={unsure} onChange={setUnsure} testid="published-unsure">
          {say('metadata.unsure')}
        </Toggle>
      )}
      <AnchorsField document={document} value={anchors} onChange={setAnchors} />
      <DocumentFacts document={document} />
    </Dialog>
  )
}
