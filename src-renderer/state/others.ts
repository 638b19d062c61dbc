import type { AppEvent } from '../../annotations/api/app-event.ts'
import { onEvent } from '../bridge.ts'
import { say } from '../strings/words.ts'
import { useEditor } from './editor.ts'
import { isAtRest } from './holding.ts'
import { askForSet } from './read-placed.ts'
import { announce, putEntry, useSession } from './session.ts'

/** The open set as it is on the disk now, where nothing unsaved stands against it. */
async function readSetAgain(): Promise<void> {
  const { open } = useEditor.getState()
  if (!open || !isAtRest()) return
  const { project, document, set } = open
  const asking = askForSet({ project, documentId: document.id, annotator: set.annotator })
  const found = await asking.placedIn(document)
  const now = useEditor.getState().open
  if (!found.ok || now !== open || !isAtRest()) return
  if (found.value.set.revision === set.revision && found.value.set.updated === set.updated) return
  useEditor.setState({
    open: { ...open, set: found.value.set, lost: found.value.lost },
    undo: [],
    redo: [],
    current: undefined,
    save: { kind: 'saved', at: found.value.set.updated },
  })
  announce(say('others.read-again'))
}

async function onChanged(event: Extract<AppEvent, { kind: 'changed' }>, refresh: () => void) {
  const { project, annotator, reviewing, documentId } = useSession.getState()
  if (event.project !== project?.folder) return
  for (const entry of event.entries) putEntry(entry)
  const mine = event.sets.some(
    set => set.annotator === (reviewing ?? annotator) && set.documentId === documentId,
  )
  if (mine) await readSetAgain()
  if (event.more) refresh()
}

/** Hear of what others do to the project's files, and of what looks like a mishap. */
export const startHearing = (refresh: () => void): (() => void) =>
  onEvent(event => {
    if (event.kind === 'changed') void onChanged(event, refresh)
    if (event.kind === 'shrunk' && event.project === useSession.getState().project?.folder)
      useSession.setState({ shrunk: event })
  })
