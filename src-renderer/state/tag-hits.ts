import { create } from 'zustand'
import type { Failure } from '../../annotations/api/failures.ts'
import type { ConcordanceLine } from '../../annotations/api/searching.ts'
import type { Change } from '../../annotations/model/change.ts'
import { placement } from '../../annotations/model/placement.ts'
import type { Label } from '../../annotations/model/scheme.ts'
import { writtenFormOf } from '../../annotations/model/written-form.ts'
import { flush } from './autosave.ts'
import { changeSet, showAgain } from './change-set.ts'
import { newId } from './new-id.ts'
import { namesNow } from './stem.ts'

/** What one press of a key did to many documents, and the way back. */
type Batch = {
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

type Hit = Pick<ConcordanceLine, 'start' | 'end' | 'hit' | 'before' | 'after'>

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
    const done = await changeSet(documentId, set => {
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
            id: newId('h'),
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
  await showAgain(batch.inverse.map(({ documentId }) => documentId))
}

/** Take the last tagging of hits back, in all its documents. */
export async function undoBatch(): Promise<void> {
  const { batch, busy } = useBatch.getState()
  if (!batch || busy || batch.undone || !(await flush())) return
  set({ busy: true })
  let failure: Failure | undefined
  for (const { documentId, changes } of batch.inverse) {
    const done = await changeSet(documentId, () => changes)
    failure ??= done.failure
  }
  set({ batch: { ...batch, undone: true, failure }, busy: false })
  await showAgain(batch.inverse.map(({ documentId }) => documentId))
}
