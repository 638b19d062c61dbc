import type { Output } from '../../annotations/api/contract.ts'
import type { Failure } from '../../annotations/api/failures.ts'
import { fold } from '../../annotations/arabic/fold.ts'
import { wordsWithKeys } from '../../annotations/arabic/folded-words.ts'
import type { Change } from '../../annotations/model/change.ts'
import { alignWords } from '../../annotations/text/align-words.ts'
import { flush } from './autosave.ts'
import { changeSet, type SetChanged, showAgain } from './change-set.ts'
import { newId } from './new-id.ts'

/** A stretch of one side: does the other say the same there? */
export type Piece = { start: number; text: string; same: boolean }

function pieces(
  text: string,
  words: readonly { start: number; end: number }[],
  same: readonly boolean[],
): Piece[] {
  const found: Piece[] = []
  let from = 0
  for (const [at, word] of words.entries()) {
    const end = words[at + 1]?.start ?? text.length
    if (same[at] === same[at + 1] && at + 1 < words.length) continue
    // What stands between two words goes with the first.
    const until = same[at] ? end : word.end
    found.push({ start: from, text: text.slice(from, until), same: same[at] === true })
    from = until
  }
  if (from < text.length) found.push({ start: from, text: text.slice(from), same: true })
  return found
}

/** Two texts cut where they differ, word by word; spelling and marks are no difference. */
export function differences(left: string, right: string): { left: Piece[]; right: Piece[] } {
  const [here, there] = [wordsWithKeys(fold(left)), wordsWithKeys(fold(right))]
  const alignment = alignWords(
    here.map(({ key }) => key),
    there.map(({ key }) => key),
  )
  const paired = new Set(alignment)
  return {
    left: pieces(
      left,
      here,
      here.map((_, at) => alignment[at] !== -1),
    ),
    right: pieces(
      right,
      there,
      there.map((_, at) => paired.has(at)),
    ),
  }
}

export type Carried = Output<'copies.carry'>

/** Put the chosen of the carried annotations into the copy's set under ids of their own, with what takes them back. */
export async function acceptCarried(
  documentId: string,
  { annotations, relations, known }: Carried,
  chosen: ReadonlySet<string>,
): Promise<SetChanged> {
  if (!(await flush())) return { count: 0, inverse: [], failure: undefined }
  const taken = annotations.filter(({ id }) => chosen.has(id))
  const ids = new Map([
    ...Object.entries(known),
    ...taken.map(({ id }) => [id, newId('c')] as const),
  ])
  const changes: Change[] = [
    ...taken.map(annotation => ({
      kind: 'put-annotation' as const,
      annotation: { ...annotation, id: ids.get(annotation.id) as string },
    })),
    ...relations.flatMap(relation => {
      const [from, to] = [ids.get(relation.from), ids.get(relation.to)]
      if (from === undefined || to === undefined) return []
      return [
        { kind: 'put-relation' as const, relation: { ...relation, id: newId('r'), from, to } },
      ]
    }),
  ]
  const changed = await changeSet(documentId, () => changes)
  if (!changed.failure) await showAgain([documentId])
  return { ...changed, count: taken.length }
}

/** Take carried annotations out of the copy's set again. */
export async function takeBack(
  documentId: string,
  inverse: readonly Change[],
): Promise<Failure | undefined> {
  if (!(await flush())) return undefined
  const { failure } = await changeSet(documentId, () => [...inverse])
  if (!failure) await showAgain([documentId])
  return failure
}
