import { create } from 'zustand'
import type { Failure } from '../../annotations/api/failures.ts'
import type { Action } from '../../annotations/model/action.ts'
import type { Annotation } from '../../annotations/model/annotation.ts'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import { applyChanges, type Change, inverseOf } from '../../annotations/model/change.ts'
import type { Document } from '../../annotations/model/document.ts'
import { withForm } from '../../annotations/model/written-form.ts'
import type { Stretch } from '../../annotations/text/paragraphs.ts'
import { say } from '../strings/words.ts'
import { announce, useSession } from './session.ts'
import { namesNow } from './stem.ts'

/** Where the caret is and where its selection began: UTF-16 offsets into the text, never DOM nodes. */
export type Selection = { readonly anchor: number; readonly focus: number }

export type SaveState =
  | { kind: 'saved'; at: string | undefined }
  | { kind: 'changed' }
  | { kind: 'saving' }
  | { kind: 'failed'; failure: Failure }
  /** Someone saved meanwhile; theirs is on the disk, ours on the screen. */
  | { kind: 'conflict'; failure: Failure; stored: AnnotationSet }

/** What goes back and forth with a step, in other articles. */
export type Beside = { back(): void; forth(): void }

export type Step = {
  changes: Change[]
  inverse: Change[]
  selection: Selection
  beside?: Beside | undefined
}

export type OpenDocument = {
  project: string
  document: Document
  paragraphs: Stretch[]
  set: AnnotationSet
  /** Annotations of the file whose words are not in the text: named, never painted. */
  lost: Annotation[]
}

export type Editor = {
  open: OpenDocument | undefined
  /** Its annotations are still being read: it can be looked at and not yet changed. */
  loading: boolean
  selection: Selection
  /** The annotation at hand. */
  current: string | undefined
  /** A claim waiting for what it is to be linked to, and by which type of relation if that was said. */
  linking: string | undefined
  linkType: string | undefined
  /** The annotation whose attributes are being edited beside its words. */
  editing: string | undefined
  /** A number typed, waiting for the move it repeats. */
  times: number | undefined
  /** What is being searched for in the text, and where the caret stood before. */
  finding: { origin: Selection } | undefined
  /** The selection a mouse just made: the labels are shown beside it until it changes. */
  floating: Selection | undefined
  /** What lies over the letter clicked, until the caret goes elsewhere. */
  stack: { ids: string[]; selection: Selection } | undefined
  /** The words last found. */
  found: Stretch | undefined
  undo: Step[]
  redo: Step[]
  /** Made and not yet acknowledged, in order. */
  pending: Action[]
  save: SaveState
  /** Raised each time the reader should bring the caret into view. */
  reveal: number
}

/** A document nothing has been done to yet. */
export const untouched = {
  selection: { anchor: 0, focus: 0 },
  current: undefined,
  linking: undefined,
  linkType: undefined,
  editing: undefined,
  times: undefined,
  finding: undefined,
  floating: undefined,
  stack: undefined,
  found: undefined,
  undo: [],
  redo: [],
  pending: [],
  save: { kind: 'saved', at: undefined },
} satisfies Partial<Editor>

export const useEditor = create<Editor>(() => ({
  ...untouched,
  open: undefined,
  loading: false,
  reveal: 0,
}))

const set = useEditor.setState
const get = useEditor.getState

/** How many steps back are kept. */
const undoKept = 1000

/** Takes what a reviewer tries to change; `reviewing.ts` provides it. */
let suggest: (changes: Change[]) => void = () => {}
export const onSuggested = (take: (changes: Change[]) => void) => {
  suggest = take
}

/** Hears of every step made, taken back and made again, and in which document; `steps.ts` provides it. */
let hear: (kind: 'made' | 'undone' | 'redone', documentId: string) => void = () => {}
export const onStep = (listen: typeof hear) => {
  hear = listen
}

/** Apply changes to the open set, remember the way back, and leave them for the next save. */
export function make(changes: Change[], kind: 'edit' | 'restore' = 'edit', beside?: Beside): void {
  const { open, loading, undo, selection, pending } = get()
  if (!open || loading || changes.length === 0) return
  if (useSession.getState().reviewing !== undefined) {
    suggest(changes)
    return
  }
  if (useSession.getState().heldBy) {
    announce(say('held.read-only'))
    return
  }
  // Wherever an annotation comes from, it says the word its letters stand for.
  const formed = changes.map(change =>
    change.kind === 'put-annotation'
      ? { ...change, annotation: withForm(open.document.text, change.annotation, namesNow()) }
      : change,
  )
  const step = { changes: formed, inverse: inverseOf(open.set, formed), selection, beside }
  set({
    open: { ...open, set: applyChanges(open.set, formed) },
    undo: [...undo.slice(1 - undoKept), step],
    redo: [],
    pending: [...pending, { kind, changes: formed }],
  })
  hear('made', open.document.id)
}

function replay(step: Step, action: Action & { kind: 'undo' | 'redo' }) {
  const { open, pending } = get()
  const { heldBy, reviewing } = useSession.getState()
  if (!open || heldBy || reviewing !== undefined) return
  const next = applyChanges(open.set, action.changes)
  const touched = action.changes.flatMap(change =>
    change.kind === 'put-annotation' ? [change.annotation.id] : [],
  )
  set({
    open: { ...open, set: next },
    pending: [...pending, action],
    selection: step.selection,
    current: touched.at(-1),
    reveal: get().reveal + 1,
  })
  hear(action.kind === 'undo' ? 'undone' : 'redone', open.document.id)
}

export function undo(): boolean {
  if (useSession.getState().reviewing !== undefined) return false
  const step = get().undo.at(-1)
  if (!step) return false
  replay(step, { kind: 'undo', changes: step.inverse })
  step.beside?.back()
  set(({ undo, redo }) => ({ undo: undo.slice(0, -1), redo: [...redo, step] }))
  return true
}

export function redo(): boolean {
  if (useSession.getState().reviewing !== undefined) return false
  const step = get().redo.at(-1)
  if (!step) return false
  replay(step, { kind: 'redo', changes: step.changes })
  step.beside?.forth()
  set(({ undo, redo }) => ({ undo: [...undo, step], redo: redo.slice(0, -1) }))
  return true
}

/** Move the caret; `extend` keeps the other end of the selection where it is. */
export function moveCaret(focus: number, extend = false): void {
  const { selection, reveal } = get()
  set({ selection: { anchor: extend ? selection.anchor : focus, focus }, reveal: reveal + 1 })
}

export function select(anchor: number, focus: number): void {
  set({ selection: { anchor, focus } })
}

export const selected = ({ anchor, focus }: Selection): Stretch => ({
  start: Math.min(anchor, focus),
  end: Math.max(anchor, focus),
})

/** Make an annotation the one at hand, and bring it into view with the caret at its beginning. */
export function goTo(annotation: Annotation): void {
  const start = annotation.spans[0]?.start ?? 0
  set({
    current: annotation.id,
    selection: { anchor: start, focus: start },
    reveal: get().reveal + 1,
  })
}
