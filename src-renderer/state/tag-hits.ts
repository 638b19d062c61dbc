import { create } from 'zustand'
import type { Failure } from '../../annotations/api/failures.ts'
import type { ConcordanceLine } from '../../annotations/api/searching.ts'
import { type Change, inverseOf } from '../../annotations/model/change.ts'
import { placement } from '../../annotations/model/placement.ts'
import type { Label } from '../../annotations/model/scheme.ts'
import { writtenFormOf } from '../../annotations/model/written-form.ts'
import { call } from '../bridge.ts'
import { flush } from './autosave.ts'
import { useEditor } from './editor.ts'
import { openDocument } from './navigation.ts'
import { putEntry, useSession } from './session.ts'
import { namesNow } from './stem.ts'

/** What one press of a key did to many documents, and the way back. */
export type Batch = {
  label: Label
  /** Annotations made, and hits that had the label already. */
  made: number
  already: number
  undone: boolean
  inverse: { documentId: string; changes: Change[] }[]
  failure: Failure | undefined
}

export const useBatch = create<{ batch: Batch | undefined; busy: boolean }>(() => ({
  batch: undefined,
  busy: false,
}))
const set = useBatch.setState

const newId = () =>
  `h${crypto.getRandomValues(new Uint32Array(2)).reduce((id, part) => id + part.toString(36), '')}`

type Hit = Pick<ConcordanceLine, 'start' | 'end' | 'hit' | 'before' | 'after'>

/** Save changes to the newest revision of a document's set; what the changes are is decided on that very set. */
async function change(
  documentId: string,
  changesOf: (set: Parameters<typeof inverseOf>[0]) => Change[],
): Promise<{ inverse: Change[]; count: number; failure: Failure | undefined }> {
  const { project, annotator } = useSession.getState()
  const none = { inverse: [], count: 0 }
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
  return { inverse: inverseOf(set, changes), count: changes.length, failure: undefined }
}

/** What is on the screen is read again if it was among them. */
async function show(touched: readonly { documentId: string }[]): Promise<void> {
  const id = useEditor.getState().open?.document.id
  if (id !== undefined && touched.some(({ documentId }) => documentId === id))
    await openDocument(id)
}

/** Tag every hit with a label: one deed over many documents, undone as one. */
export async function tagHits(lines: readonly ConcordanceLine[], label: Label): Promise<void> {
  if (useBatch.getState().busy || lines.length === 0 || !(await flush())) return
  set({ busy: true })
  const byDocument = new Map<string, Hit[]>()
  for (const line of lines)
    byDocument.set(line.document, [...(byDocument.get(line.document) ?? []), line])
  const batch: Batch = {
    label,
    made: 0,
    already: 0,
    undone: false,
    inverse: [],
    failure: undefined,
  }
  for (const [documentId, hits] of byDocument) {
    const done = await change(documentId, set => {
      const places = placement(set.annotations)
      const fresh = hits.filter(
        ({ start, end }) =>
          !places
            .within(start, end)
            .some(
              ({ label: had, spans }) =>
                had === label.id && spans[0]?.start === start && spans[0].end === end,
            ),
      )
      batch.already += hits.length - fresh.length
      return fresh.map(({ start, end, hit, before, after }) => {
        // The line has what is written to the hit's first word, too.
        const here = { start: before.length, end: before.length + hit.length, quote: hit }
        const form = writtenFormOf(`${before}${hit}${after}`, { spans: [here] }, namesNow())
        return {
          kind: 'put-annotation' as const,
          annotation: {
            id: newId(),
            label: label.id,
            spans: [{ start, end, quote: hit }],
            attributes: {},
            ...(form ? { form } : {}),
          },
        }
      })
    })
    batch.failure ??= done.failure
    batch.made += done.count
    if (done.count > 0) batch.inverse.push({ documentId, changes: done.inverse })
  }
  set({ batch, busy: false })
  await show(batch.inverse)
}

/** Take the last tagging of hits back, in all its documents. */
export async function undoBatch(): Promise<void> {
  const { batch, busy } = useBatch.getState()
  if (!batch || busy || batch.undone || !(await flush())) return
  set({ busy: true })
  let failure: Failure | undefined
  for (const { documentId, changes } of batch.inverse) {
    const done = await change(documentId, () => changes)
    failure ??= done.failure
  }
  set({ batch: { ...batch, undone: true, failure }, busy: false })
  await show(batch.inverse)
}
