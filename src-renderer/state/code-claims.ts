import type { Failure } from '../../annotations/api/failures.ts'
import type { Annotation } from '../../annotations/model/annotation.ts'
import { call } from '../bridge.ts'
import { flush } from './autosave.ts'
import { changeSet, showAgain } from './change-set.ts'
import { newProposition } from './propositions.ts'
import { putPropositions, saveProposition } from './register.ts'
import { useSession } from './session.ts'

type Claim = { document: string; claim: string }

/** Claims that were given one proposition at once, and all that is needed to take it back. */
export type Coding = {
  proposition: string
  /** The proposition was made for them. */
  made: boolean
  claims: readonly Claim[]
}

/** Change claims of the annotator at work wherever they stand; what was changed is the answer, up to where it could not be. */
async function changeClaims(
  claims: readonly Claim[],
  change: (claim: Annotation) => Annotation | undefined,
): Promise<{ changed: Claim[]; failure: Failure | undefined }> {
  const changed: Claim[] = []
  if (!(await flush())) return { changed, failure: undefined }
  const byDocument = new Map<string, Set<string>>()
  for (const { document, claim } of claims)
    byDocument.set(document, (byDocument.get(document) ?? new Set()).add(claim))
  let failure: Failure | undefined
  for (const [document, ids] of byDocument) {
    let own: Annotation[] = []
    const done = await changeSet(document, set => {
      own = set.annotations.filter(({ id }) => ids.has(id)).flatMap(claim => change(claim) ?? [])
      return own.map(annotation => ({ kind: 'put-annotation', annotation }))
    })
    failure = done.failure
    if (failure) break
    changed.push(...own.map(({ id }) => ({ document, claim: id })))
  }
  await showAgain([...byDocument.keys()])
  return { changed, failure }
}

type Coded = { coding: Coding | undefined; failure: Failure | undefined }

/** Give claims of many documents one proposition; those that have one keep it. */
export async function codeClaims(
  claims: readonly Claim[],
  proposition: string,
  made = false,
): Promise<Coded> {
  const { changed, failure } = await changeClaims(claims, claim =>
    claim.attributes.proposition === undefined
      ? { ...claim, attributes: { ...claim.attributes, proposition } }
      : undefined,
  )
  const coding = changed.length > 0 ? { proposition, made, claims: changed } : undefined
  return { coding, failure }
}

/** Make a proposition of words, and give it to claims. */
export async function codeAsNew(claims: readonly Claim[], words: string): Promise<Coded> {
  const made = newProposition(words, useSession.getState().propositions)
  if (!(await saveProposition(made))) return { coding: undefined, failure: undefined }
  return codeClaims(claims, made.id, true)
}

/** Take a coding back: the claims are without a proposition again, and one that was made for them is gone. */
export async function takeBack({
  proposition,
  made,
  claims,
}: Coding): Promise<Failure | undefined> {
  const { failure } = await changeClaims(claims, claim => {
    if (claim.attributes.proposition !== proposition) return undefined
    const { proposition: _, ...attributes } = claim.attributes
    return { ...claim, attributes }
  })
  const { project } = useSession.getState()
  if (failure || !made || !project) return failure
  // Refused where somebody else points to it meanwhile: then it is theirs, too, and stays.
  const removed = await call('propositions.remove', { project: project.folder, id: proposition })
  if (removed.ok) putPropositions([], removed.value.removed)
  return undefined
}
