import { create } from 'zustand'
import type { Output } from '../../annotations/api/contract.ts'
import type { Assignment } from '../../annotations/model/assignment.ts'
import type { Remark, Remarks } from '../../annotations/model/remark.ts'
import { documentsOf, isBlind } from '../../annotations/review/assigned.ts'
import { unreadOf } from '../../annotations/review/threads.ts'
import { call, onEvent } from '../bridge.ts'
import { say } from '../strings/words.ts'
import { openDocument, openNeighbour } from './navigation.ts'
import { newId } from './new-id.ts'
import { painted } from './painted.ts'
import { announce, fail, putEntry, useSession } from './session.ts'

/** What people say to each other about the open document, and who was given what. */
type Talk = {
  documentId: string | undefined
  remarks: Remarks[]
  assignments: Assignment[]
}

export const useTalk = create<Talk>(() => ({ documentId: undefined, remarks: [], assignments: [] }))

const set = useTalk.setState

async function readRemarks(): Promise<void> {
  const { project, documentId } = useSession.getState()
  if (!project || documentId === undefined) return set({ documentId: undefined, remarks: [] })
  if (useTalk.getState().documentId !== documentId) set({ documentId, remarks: [] })
  await painted()
  if (useSession.getState().documentId !== documentId) return
  const read = await call('remarks.read', { project: project.folder, documentId })
  if (read.ok && useSession.getState().documentId === documentId)
    set({ documentId, remarks: read.value.remarks })
}

export async function readAssignments(): Promise<void> {
  const { project } = useSession.getState()
  if (!project) return set({ assignments: [] })
  const listed = await call('assign.list', { project: project.folder })
  if (listed.ok) set({ assignments: listed.value.assignments })
}

/** What is said goes with the document that is open; what others say is heard of from the disk. */
export function startTalking(): () => void {
  const stop = useSession.subscribe((now, before) => {
    if (now.project !== before.project) void readAssignments()
    if (now.documentId !== before.documentId || now.project !== before.project) void readRemarks()
  })
  const deaf = onEvent(event => {
    if (event.kind === 'changed' && event.more) void readRemarks()
  })
  return () => {
    stop()
    deaf()
  }
}

type Unsaid<R> = R extends Remark ? Omit<R, 'id' | 'at'> : never

/** Say something as whoever annotates here; true when it is on the disk. */
export async function sayRemark(remark: Unsaid<Remark>, about?: string): Promise<boolean> {
  const { project, annotator, documentId } = useSession.getState()
  const id = about ?? documentId
  if (!project || id === undefined) return false
  const said = await call('remarks.add', {
    project: project.folder,
    author: annotator,
    documentId: id,
    remark: { ...remark, id: newId('t'), at: new Date().toISOString() },
  })
  if (!said.ok) {
    fail(said.failure)
    return false
  }
  putEntry(said.value.entry)
  if (useTalk.getState().documentId === id) set({ remarks: said.value.remarks })
  return true
}

/** Everything on the screen counts as read. */
export async function markAllRead(): Promise<void> {
  const { project, annotator, documentId } = useSession.getState()
  const { remarks, documentId: shown } = useTalk.getState()
  if (!project || documentId === undefined || shown !== documentId) return
  const ids = unreadOf(remarks, annotator).map(({ id }) => id)
  if (ids.length === 0) return
  const marked = await call('remarks.mark-read', {
    project: project.folder,
    reader: annotator,
    documentId,
    ids,
  })
  if (marked.ok && useTalk.getState().documentId === documentId)
    set({ remarks: marked.value.remarks })
}

const isDone = (status: string | undefined) => status === 'submitted' || status === 'approved'

/** May whoever annotates here see what others made of a document? */
export function mayLook(documentId: string): boolean {
  const { annotator, documents } = useSession.getState()
  const own = documents.find(({ id }) => id === documentId)?.sets[annotator]
  const handedIn = own?.handedIn !== undefined || isDone(own?.status)
  return !isBlind(useTalk.getState().assignments, { annotator, documentId, handedIn })
}

/** The next document that waits for this annotator: asked to be changed, then given, in the order of the list. */
function nextForMe(): string | undefined {
  const { annotator, documents, documentId } = useSession.getState()
  const mine = documentsOf(useTalk.getState().assignments, annotator)
  const at = documents.findIndex(({ id }) => id === documentId)
  const after = [...documents.slice(at + 1), ...documents.slice(0, Math.max(0, at))]
  const status = (entry: (typeof documents)[number]) => entry.sets[annotator]?.status
  return (
    after.find(entry => status(entry) === 'changes-requested') ??
    after.find(entry => mine.has(entry.id) && !isDone(status(entry)))
  )?.id
}

/** Go to it; where nothing was given out, the next of the list. */
export async function openNextForMe(): Promise<void> {
  const { annotator } = useSession.getState()
  const { assignments } = useTalk.getState()
  const next = nextForMe()
  if (next !== undefined) return openDocument(next)
  if (documentsOf(assignments, annotator).size > 0) announce(say('people.all-done'))
  else await openNeighbour(1)
}

export type ToDo = Output<'remarks.to-do'>['todo'][number]

export async function readToDo(): Promise<ToDo[]> {
  const { project, annotator } = useSession.getState()
  if (!project) return []
  const read = await call('remarks.to-do', { project: project.folder, annotator })
  if (read.ok) return read.value.todo
  fail(read.failure)
  return []
}
