import type { LogEntry } from '../../annotations/model/action.ts'
import { backTo, stepsOf } from '../../annotations/model/history.ts'
import { call } from '../bridge.ts'
import { say } from '../strings/words.ts'
import { flush } from './autosave.ts'
import { make, type OpenDocument, type Step, useEditor } from './editor.ts'
import { announce, fail } from './session.ts'

const get = useEditor.getState

const asked = (open: OpenDocument) => ({
  project: open.project,
  documentId: open.document.id,
  annotator: open.set.annotator,
})

/** Where the caret goes when a step of an earlier day is taken back: to the first words it is about. */
function selectionOf(entry: LogEntry) {
  const change = [...entry.changes, ...entry.inverse].find(({ kind }) => kind === 'put-annotation')
  const at = change?.kind === 'put-annotation' ? (change.annotation.spans[0]?.start ?? 0) : 0
  return { anchor: at, focus: at }
}

const stepFrom = (entry: LogEntry): Step => ({
  changes: entry.changes,
  inverse: entry.inverse,
  selection: selectionOf(entry),
})

let turns = 0

/** What was done to the open set in earlier sittings can be taken back too, after what was done in this one. */
async function rememberSteps(): Promise<void> {
  const turn = ++turns
  const { open } = get()
  if (!open || open.set.revision === 0) return
  const history = await call('sets.history', asked(open))
  const now = get()
  const same =
    now.open?.document.id === open.document.id && now.open.set.annotator === open.set.annotator
  // Without its log a set can be worked on all the same; what is told at once is what cannot. Opened twice in a moment, it
  // remembers them once.
  if (!history.ok || !same || turn !== turns) return
  const earlier = history.value.entries.filter(({ revision }) => revision <= open.set.revision)
  const { undo, redo } = stepsOf(earlier)
  useEditor.setState({
    undo: [...undo.map(stepFrom), ...now.undo],
    redo: now.undo.length > 0 ? now.redo : [...redo.map(stepFrom), ...now.redo],
  })
}

let recalling: Promise<void> = Promise.resolve()
let isKnown = true

/** Begin to remember the steps of earlier sittings; what is asked meanwhile waits for them. */
export function recallSteps(): void {
  isKnown = false
  const now = rememberSteps().then(() => {
    if (recalling === now) isKnown = true
  })
  recalling = now
}

/** The steps of earlier sittings are remembered. */
export const stepsKnown = () => recalling

/**
 * A step back or forth; one that is not known yet is made when it is. False where there is none: who asked for one that is
 * still to come has been heard, and nobody else is to be asked.
 */
export function stepOnceKnown(step: () => boolean, stepped: () => void): boolean {
  if (step()) {
    stepped()
    return true
  }
  if (isKnown) return false
  const before = get().open?.document.id
  void recalling.then(() => {
    if (get().open?.document.id === before && step()) stepped()
  })
  return true
}

/** Everything done to the open set, what is not saved yet first saved; the last done first. */
export async function readHistory(): Promise<LogEntry[]> {
  if (!(await flush())) return []
  const { open } = get()
  const history = open && (await call('sets.history', asked(open)))
  if (!history) return []
  if (history.ok) return [...history.value.entries].reverse()
  fail(history.failure)
  return []
}

/** The set as it stood after a revision, as one more step that can be taken back. */
export async function restoreTo(revision: number): Promise<void> {
  const entries = (await readHistory()).reverse()
  const changes = backTo(entries, revision)
  if (changes.length === 0) return
  make(changes, 'restore')
  announce(say('said.restored'))
  await flush()
}
