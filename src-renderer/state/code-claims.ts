import type { Failure } from '../../annotations/api/failures.ts'
import { flush } from './autosave.ts'
import { changeSet, showAgain } from './change-set.ts'

type Claim = { document: string; claim: string }

/** Give claims of many documents one proposition; each set's history takes it back there. */
export async function codeClaims(
  claims: readonly Claim[],
  proposition: string,
): Promise<{ coded: number; failure: Failure | undefined }> {
  if (!(await flush())) return { coded: 0, failure: undefined }
  const byDocument = new Map<string, Set<string>>()
  for (const { document, claim } of claims)
    byDocument.set(document, (byDocument.get(document) ?? new Set()).add(claim))
  let coded = 0
  let failure: Failure | undefined
  for (const [documentId, ids] of byDocument) {
    const done = await changeSet(documentId, set =>
      set.annotations
        .filter(({ id, attributes }) => ids.has(id) && attributes.proposition === undefined)
        .map(annotation => ({
          kind: 'put-annotation',
          annotation: { ...annotation, attributes: { ...annotation.attributes, proposition } },
        })),
    )
    coded += done.count
    failure = done.failure
    if (failure) break
  }
  await showAgain([...byDocument.keys()])
  return { coded, failure }
}
