import { canonicalText } from '../../annotations/merge/canonical-text.ts'
import type { Annotation } from '../../annotations/model/annotation.ts'
import { type Change, inverseOf } from '../../annotations/model/change.ts'
import type { Remarks } from '../../annotations/model/remark.ts'
import { say } from '../strings/words.ts'
import { annotationById, goToNeighbour } from './actions.ts'
import { goTo, onSuggested, useEditor } from './editor.ts'
import { openDocument } from './navigation.ts'
import { announce, useSession } from './session.ts'
import { mayLook, sayRemark, useTalk } from './talk.ts'

type Submitted = { documentId: string; title: string; annotator: string; since: string }

/** Sets that were handed in and nobody has judged, of others than whoever is here; none that may not be looked at yet. */
export function submittedByOthers(): Submitted[] {
  const { documents, annotator: me } = useSession.getState()
  return documents.flatMap(({ id, title, sets }) =>
    mayLook(id)
      ? Object.entries(sets)
          .filter(([name, { status }]) => name !== me && name !== 'gold' && status === 'submitted')
          .map(([annotator, { since = '' }]) => ({ documentId: id, title, annotator, since }))
      : [],
  )
}

/** Open somebody's set to walk through it; nothing in it can be changed, what is tried is suggested. */
export async function beginReview(documentId: string, annotator: string): Promise<void> {
  await openDocument(documentId, annotator)
  const { open } = useEditor.getState()
  const first = open?.set.annotations[0]
  if (first && open.set.annotator === annotator) goTo(first)
}

export async function endReview(): Promise<void> {
  const { documentId } = useSession.getState()
  if (documentId !== undefined) await openDocument(documentId)
}

/** Annotations of a set that were looked at and are as they were then. */
export function seenIn(
  remarks: readonly Remarks[],
  annotator: string,
  annotations: readonly Annotation[],
): Set<string> {
  const texts = new Set(
    remarks.flatMap(part =>
      part.remarks.flatMap(one =>
        one.kind === 'seen' && one.on.annotator === annotator ? [one.text] : [],
      ),
    ),
  )
  return new Set(annotations.filter(one => texts.has(canonicalText(one))).map(({ id }) => id))
}

/** The annotation at hand is right; on to the next one that was not looked at. */
export async function markSeen(): Promise<void> {
  const { reviewing } = useSession.getState()
  const { open, current } = useEditor.getState()
  const annotation = annotationById(current)
  if (reviewing === undefined || open?.set.annotator !== reviewing) return
  if (!annotation) return void goToNeighbour(1)
  const on = { annotator: reviewing, annotation: annotation.id }
  const seen = seenIn(useTalk.getState().remarks, reviewing, open.set.annotations)
  if (!seen.has(annotation.id))
    await sayRemark({ kind: 'seen', on, text: canonicalText(annotation) })
  announce(say('people.seen'))
  goToNeighbour(1)
}

/** Judge the whole set, as it was handed in. */
export async function judge(
  verdict: 'approved' | 'changes-requested',
  text: string,
): Promise<boolean> {
  const { reviewing, documents, documentId } = useSession.getState()
  const { open, loading } = useEditor.getState()
  const summary = documents.find(({ id }) => id === documentId)?.sets[reviewing ?? '']
  if (reviewing === undefined || !open || loading || !summary) return false
  // What is judged is what is on the screen.
  if (open.document.id !== documentId || open.set.annotator !== reviewing) return false
  const set = {
    annotator: reviewing,
    revision: open.set.revision,
    ...(summary.handedIn !== undefined && { statusAt: summary.handedIn }),
  }
  const words = text.trim() === '' ? {} : { text: text.trim() }
  const said = await sayRemark({ kind: 'verdict', set, verdict, ...words })
  if (said) announce(say(`status.${verdict}`))
  return said
}

/** What a reviewer tries to change is a correction for the annotator to take or leave. */
async function suggest(changes: Change[]): Promise<void> {
  const { reviewing } = useSession.getState()
  const { open, current } = useEditor.getState()
  if (reviewing === undefined || open?.set.annotator !== reviewing) return
  // Whether a set is handed in is not the reviewer's to say here.
  if (changes.some(({ kind }) => kind === 'set-status')) return
  const touched = changes.flatMap(one =>
    one.kind === 'put-annotation'
      ? [one.annotation.id]
      : one.kind === 'remove-annotation'
        ? [one.id]
        : [],
  )
  const annotation = touched[0] ?? current
  const on = { annotator: reviewing, ...(annotation !== undefined && { annotation }) }
  const inverse = inverseOf(open.set, changes)
  if (await sayRemark({ kind: 'suggestion', on, changes, inverse }))
    announce(say('people.suggested'))
}

onSuggested(changes => void suggest(changes))
