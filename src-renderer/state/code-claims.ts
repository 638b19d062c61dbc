import type { Failure } from '../../annotations/api/failures.ts'
import type { Change } from '../../annotations/model/change.ts'
import { call } from '../bridge.ts'
import { flush } from './autosave.ts'
import { useEditor } from './editor.ts'
import { openDocument } from './navigation.ts'
import { putEntry, useSession } from './session.ts'

type Claim = { document: string; claim: string }

/** Give claims of many documents one proposition; each set's history takes it back there. */
export async function codeClaims(
  claims: readonly Claim[],
  proposition: string,
): Promise<{ coded: number; failure: Failure | undefined }> {
  const { project, annotator } = useSession.getState()
  if (!project || !(await flush())) return { coded: 0, failure: undefined }
  const byDocument = new Map<string, Set<string>>()
  for (const { document, claim } of claims)
    byDocument.set(document, (byDocument.get(document) ?? new Set()).add(claim))
  let coded = 0
  for (const [documentId, ids] of byDocument) {
    const read = await call('sets.read', { project: project.folder, documentId, annotator })
    if (!read.ok) return { coded, failure: read.failure }
    const { set } = read.value
    const changes = set.annotations
      .filter(({ id, attributes }) => ids.has(id) && attributes.proposition === undefined)
      .map(
        (annotation): Change => ({
          kind: 'put-annotation',
          annotation: { ...annotation, attributes: { ...annotation.attributes, proposition } },
        }),
      )
    if (changes.length === 0) continue
    const saved = await call('sets.save', {
      project: project.folder,
      documentId,
      annotator,
      revision: set.revision,
      actions: [{ changes }],
    })
    if (!saved.ok) return { coded, failure: saved.failure }
    putEntry(saved.value.entry)
    coded += changes.length
    if (useEditor.getState().open?.document.id === documentId) await openDocument(documentId)
  }
  return { coded, failure: undefined }
}
