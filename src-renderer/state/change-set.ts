import type { Failure } from '../../annotations/api/failures.ts'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import { type Change, inverseOf } from '../../annotations/model/change.ts'
import { call } from '../bridge.ts'
import { useEditor } from './editor.ts'
import { openDocument } from './navigation.ts'
import { putEntry, useSession } from './session.ts'

export type SetChanged = {
  /** How many changes were made, and what takes them back. */
  count: number
  inverse: Change[]
  failure: Failure | undefined
}

/**
 * Save changes to the newest revision of one's set of a document, open or not, as one action; what the changes are is
 * decided on that very set. The open article's own work is saved before (`flush`), and what was changed of it is read
 * again after (`showAgain`).
 */
export async function changeSet(
  documentId: string,
  changesOf: (set: AnnotationSet) => Change[],
): Promise<SetChanged> {
  const { project, annotator } = useSession.getState()
  const none = { count: 0, inverse: [] }
  if (!project) return { ...none, failure: undefined }
  const read = await call('sets.read', { project: project.folder, documentId, annotator })
  if (!read.ok) return { ...none, failure: read.failure }
  const { set } = read.value
  const changes = changesOf(set)
  if (changes.length === 0) return { ...none, failure: undefined }
  const saved = await call('sets.save', {
    project: project.folder,
    documentId,
    annotator,
    revision: set.revision,
    actions: [{ changes }],
  })
  if (!saved.ok) return { ...none, failure: saved.failure }
  putEntry(saved.value.entry)
  return { count: changes.length, inverse: inverseOf(set, changes), failure: undefined }
}

/** What is on the screen is read again if it was among those changed. */
export async function showAgain(documentIds: readonly string[]): Promise<void> {
  const id = useEditor.getState().open?.document.id
  if (id !== undefined && documentIds.includes(id)) await openDocument(id)
}
