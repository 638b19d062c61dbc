import type { DocumentEntry } from '../../annotations/api/views.ts'
import type { SetStatus } from '../../annotations/model/annotation-set.ts'
import type { DocumentMetadata } from '../../annotations/model/document.ts'
import { call } from '../bridge.ts'
import { flush } from '../state/autosave.ts'
import { openDocument } from '../state/navigation.ts'
import { announce, fail, putEntries, useSession } from '../state/session.ts'
import { say } from '../strings/words.ts'

type MetadataEdit = { id: string; metadata: DocumentMetadata }
type StatusEdit = { documentId: string; status: SetStatus }

const metadataOf = ({
  title,
  outlet,
  author,
  url,
  published,
}: DocumentEntry): DocumentMetadata => ({
  title,
  ...(outlet !== undefined && { outlet }),
  ...(author !== undefined && { author }),
  ...(url !== undefined && { url }),
  ...(published !== undefined && { published }),
})

/** What makes a bulk edit undone; kept until the next one. */
let last: (() => Promise<void>) | undefined
export const undoBulk = () => last?.()

const chosen = (ids: ReadonlySet<string>) =>
  useSession.getState().documents.filter(({ id }) => ids.has(id))

/** Rows as they are now; an open document that was among them is read again. */
async function took(entries: DocumentEntry[]) {
  putEntries(entries)
  const { documentId } = useSession.getState()
  if (documentId !== undefined && entries.some(({ id }) => id === documentId))
    await openDocument(documentId)
}

async function writeMetadata(edits: MetadataEdit[]): Promise<boolean> {
  const { project } = useSession.getState()
  if (!project || !(await flush())) return false
  const edited = await call('documents.edit-many', { project: project.folder, edits })
  if (!edited.ok) {
    fail(edited.failure)
    return false
  }
  await took(edited.value.entries)
  return true
}

async function writeStatus(edits: StatusEdit[]): Promise<boolean> {
  const { project, annotator } = useSession.getState()
  if (!project || !(await flush())) return false
  const edited = await call('sets.set-status', { project: project.folder, annotator, edits })
  if (!edited.ok) {
    fail(edited.failure)
    return false
  }
  await took(edited.value.entries)
  return true
}

/** Give every chosen document what is given here; what is not given stays as it is. */
export async function editMetadata(
  ids: ReadonlySet<string>,
  given: Partial<Pick<DocumentMetadata, 'outlet' | 'author' | 'published'>>,
): Promise<boolean> {
  const before = chosen(ids).map(entry => ({ id: entry.id, metadata: metadataOf(entry) }))
  const edits = before.map(({ id, metadata }) => ({ id, metadata: { ...metadata, ...given } }))
  if (!(await writeMetadata(edits))) return false
  last = async () => {
    if (await writeMetadata(before)) announce(say('bulk.undone'))
  }
  announce(say('bulk.edited', { count: edits.length }))
  return true
}

/** Give our set on every chosen document a status. */
export async function editStatus(ids: ReadonlySet<string>, status: SetStatus): Promise<boolean> {
  const { annotator } = useSession.getState()
  const before = chosen(ids).map(({ id, sets }) => ({
    documentId: id,
    status: sets[annotator]?.status ?? ('in-progress' as const),
  }))
  if (!(await writeStatus(before.map(({ documentId }) => ({ documentId, status }))))) return false
  last = async () => {
    if (await writeStatus(before)) announce(say('bulk.undone'))
  }
  announce(say('bulk.edited', { count: before.length }))
  return true
}
