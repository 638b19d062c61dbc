import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import { applyChanges } from '../../annotations/model/change.ts'
import { call } from '../bridge.ts'
import { useEditor } from './editor.ts'
import { putEntry } from './session.ts'

/** How long the hand must rest before a save, and how long until a failed one is tried again (ms). */
const rest = 250
const retry = 5000

const set = useEditor.setState
const get = useEditor.getState

let timer: ReturnType<typeof setTimeout> | undefined
let saving: Promise<void> | undefined

function later(wait: number) {
  clearTimeout(timer)
  timer = setTimeout(() => void save(), wait)
}

async function saveOnce(): Promise<void> {
  const { open, pending } = get()
  if (!open || pending.length === 0) return
  set({ save: { kind: 'saving' } })
  const saved = await call('sets.save', {
    project: open.project,
    documentId: open.document.id,
    annotator: open.set.annotator,
    revision: open.set.revision,
    actions: pending,
  })
  const now = get().open
  if (!now || now.document.id !== open.document.id) return
  if (saved.ok) {
    const { revision, updated, entry } = saved.value
    const left = get().pending.slice(pending.length)
    set({
      open: { ...now, set: { ...now.set, revision, updated } },
      pending: left,
      save: left.length > 0 ? { kind: 'changed' } : { kind: 'saved', at: updated },
    })
    putEntry(entry)
    return
  }
  const { failure } = saved
  if (failure.code === 'stale-revision')
    return set({ save: { kind: 'conflict', failure, stored: failure.details as AnnotationSet } })
  set({ save: { kind: 'failed', failure } })
  later(retry)
}

/** One save at a time; what is made meanwhile goes with the next. */
function save(): Promise<void> {
  clearTimeout(timer)
  saving ??= saveOnce().finally(() => {
    saving = undefined
  })
  return saving
}

/** Save now, until nothing is pending; false if that cannot be done. */
export async function flush(): Promise<boolean> {
  while (get().pending.length > 0) {
    await save()
    const { kind } = get().save
    if (kind === 'failed' || kind === 'conflict') return false
  }
  return true
}

/** Both sides kept: what is on the disk, with our unsaved changes made again on top. */
export function keepBoth(): void {
  const { open, save, pending } = get()
  if (!open || save.kind !== 'conflict') return
  set({
    open: {
      ...open,
      set: applyChanges(
        save.stored,
        pending.flatMap(({ changes }) => changes),
      ),
    },
    undo: [],
    redo: [],
    save: { kind: 'changed' },
  })
  later(0)
}

/** Give up the unsaved changes for what is on the disk. */
export function takeStored(): void {
  const { open, save } = get()
  if (!open || save.kind !== 'conflict') return
  set({
    open: { ...open, set: save.stored },
    undo: [],
    redo: [],
    pending: [],
    save: { kind: 'saved', at: save.stored.updated },
  })
}

/** Watch the editor: whatever is pending is saved once the hand rests. */
export function startAutosave(): () => void {
  return useEditor.subscribe((now, before) => {
    if (now.pending === before.pending || now.pending.length === 0) return
    if (now.save.kind === 'conflict' || now.save.kind === 'saving') return
    if (now.save.kind === 'saved') set({ save: { kind: 'changed' } })
    later(rest)
  })
}
