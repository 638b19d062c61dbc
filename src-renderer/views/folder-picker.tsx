import { useEffect, useRef, useState } from 'react'
import type { FolderListing } from '../../annotations/api/views.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { FormButtons } from '../ui/form-buttons.tsx'
import { Icon } from '../ui/icon.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { Wanted } from './browse.tsx'
import { FolderEntries } from './folder-entries.tsx'
import { joined, nameOf } from './path-names.ts'
import { useFolder } from './use-folder.ts'

type Props = {
  kind: Wanted
  title: string
  start?: string | undefined
  onChosen(paths: string[]): void
  onClose(): void
}

/** Choose a folder, files, or a place to save in, where the system has no window for it. */
export function FolderPicker({ kind, title, start, onChosen, onClose }: Props) {
  const say = useSay()
  const { listing, failure, reading, go: goThere } = useFolder(start)
  // What is being typed is not written over by a folder that was asked for before.
  const typing = useRef(false)
  const [typed, setTyped] = useState(start ?? '')
  const [files, setFiles] = useState<string[]>([])
  const [name, setName] = useState(kind === 'save' && start ? nameOf(start) : '')

  useEffect(() => {
    if (listing && !typing.current) setTyped(listing.folder)
    setFiles([])
  }, [listing])

  function go(path: string | undefined) {
    typing.current = false
    return goThere(path)
  }

  const here = listing?.folder
  const chosen =
    here === undefined
      ? []
      : kind === 'folder'
        ? [here]
        : kind === 'files'
          ? files
          : name.trim() === ''
            ? []
            : [joined(here, name.trim())]

  /** A path typed and not yet gone to is gone to first: nobody chooses what they have not seen. */
  function submit() {
    if (typed !== here) void go(typed)
    else if (chosen.length > 0) onChosen(chosen)
  }

  function open(entry: FolderListing['entries'][number]) {
    if (entry.kind !== 'file') void go(entry.path)
    else if (kind === 'save') setName(entry.name)
  }

  const choose = {
    folder: say('picker.this-folder'),
    files: say('picker.files', { count: files.length }),
    save: say('picker.save'),
  }
  return (
    <Dialog
      name="folder-picker"
      title={title}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <span className="said">{chosen.length === 1 && <bdi dir="ltr">{chosen[0]}</bdi>}</span>
          <FormButtons
            label={choose[kind]}
            isDisabled={chosen.length === 0}
            onCancel={onClose}
            testid="choose"
          />
        </>
      }
    >
      <div className="picker-bar">
        <Button
          kind="icon"
          aria-label={say('picker.up')}
          isDisabled={!listing?.parent}
          onPress={() => go(listing?.parent)}
        >
          <Icon name="up" />
        </Button>
        <Button kind="icon" aria-label={say('picker.home')} onPress={() => go(undefined)}>
          <Icon name="home" />
        </Button>
        <TextField
          bare
          autoFocus
          label={say('picker.path')}
          value={typed}
          onChange={path => {
            typing.current = true
            setTyped(path)
          }}
          direction="ltr"
          spellCheck="false"
          testid="picker-path"
          onKeyDown={event => {
            if (event.key !== 'Enter' || typed === here) return
            event.preventDefault()
            void go(typed)
          }}
        />
        <Button onPress={() => go(typed)}>{say('picker.go')}</Button>
      </div>
      <FailureNote failure={failure} />
      <FolderEntries
        kind={kind}
        entries={listing?.entries ?? []}
        reading={reading}
        files={files}
        onFiles={setFiles}
        onOpen={open}
      />
      {kind === 'save' && (
        <TextField
          label={say('picker.name')}
          value={name}
          onChange={setName}
          testid="picker-name"
        />
      )}
    </Dialog>
  )
}
