import { create } from 'zustand'
import type { AcrossReport } from '../../annotations/api/suggesting.ts'
import { type Annotation, quoteOf } from '../../annotations/model/annotation.ts'
import { likenessOf, suggestionsLike } from '../../annotations/suggest/open-suggestions.ts'
import { call } from '../bridge.ts'
import { say } from '../strings/words.ts'
import { acceptSuggestions } from './decide-suggestions.ts'
import { useEditor } from './editor.ts'
import { announce, fail, putEntries, showDialog, useSession } from './session.ts'
import { suggestionAt, waitingSuggestions } from './suggestion-layer.ts'

type Asked = {
  /** The suggestion that is asked about: all like it, in all articles. */
  one: Annotation | undefined
  /** Of the other articles; absent until they are counted by `job`. */
  count: { documents: number; suggestions: number } | undefined
  job: string | undefined
}
export const useAcceptAcross = create<Asked>(() => ({
  one: undefined,
  count: undefined,
  job: undefined,
}))

type Edits = AcrossReport['edits']

/** All like the one at hand in the whole corpus: asked about with their number. */
export function askAcross(): boolean {
  const { open } = useEditor.getState()
  const one = open && suggestionAt(open)
  if (!one) return false
  const { reviewing, heldBy } = useSession.getState()
  if (reviewing !== undefined || heldBy) {
    announce(say('held.read-only'))
    return true
  }
  const job = crypto.randomUUID()
  useAcceptAcross.setState({ one, count: undefined, job })
  showDialog('accept-across')
  void count(one, job)
  return true
}

/** In the other articles; nothing is written. */
async function count(one: Annotation, job: string): Promise<void> {
  const counted = await asked(one, false, job)
  if (useAcceptAcross.getState().job !== job) return
  if (!counted.ok) return fail(counted.failure)
  if (!counted.value.cancelled) useAcceptAcross.setState({ count: counted.value, job: undefined })
}

/** Whoever does not wait for the number does not want it. */
export function leaveAcross(): void {
  const { job } = useAcceptAcross.getState()
  useAcceptAcross.setState({ one: undefined, count: undefined, job: undefined })
  if (job !== undefined) void call('jobs.cancel', { job })
}

/** Of those like one: the words it goes by, and how many wait in the article that is open. */
export function hereLike(one: Annotation): { quote: string; count: number } {
  const { open } = useEditor.getState()
  return {
    quote: quoteOf(one),
    count: open ? suggestionsLike(waitingSuggestions(open), one).length : 0,
  }
}

function asked(one: Annotation, accept: boolean, job: string) {
  const { project, annotator } = useSession.getState()
  const except = useEditor.getState().open?.document.id
  return call('suggest.across', {
    project: project?.folder ?? '',
    ...{ annotator, accept, job },
    like: likenessOf(one),
    ...(except === undefined ? {} : { except }),
  })
}

/** What was written in other articles, taken back or done again: those that somebody changed since stay as they are. */
async function rewrite(edits: Edits, kind: 'undo' | 'redo', annotator: string): Promise<Edits> {
  const { project } = useSession.getState()
  const left: Edits = []
  let changed = 0
  for (const edit of edits) {
    const saved = await call('sets.save', {
      project: project?.folder ?? '',
      ...{ documentId: edit.documentId, annotator, revision: edit.revision },
      actions: [{ kind, changes: kind === 'undo' ? edit.inverse : edit.changes }],
    })
    if (saved.ok) {
      putEntries([saved.value.entry])
      left.push({ ...edit, revision: saved.value.revision })
    } else if (saved.failure.code === 'stale-revision') changed++
    else fail(saved.failure)
  }
  if (changed > 0) announce(say('across-accept.changed', { count: changed }))
  return left
}

/** Here and in all other articles, in one step that undo takes back everywhere. */
export async function acceptAcross(one: Annotation, job: string): Promise<boolean> {
  const { annotator } = useSession.getState()
  const written = await asked(one, true, job)
  if (!written.ok) {
    fail(written.failure)
    return false
  }
  const { suggestions, entries, rejected } = written.value
  putEntries(entries)
  const { open } = useEditor.getState()
  if (!open) return true
  let { edits } = written.value
  let turn: Promise<void> = Promise.resolve()
  // One after the other, however fast the keys are.
  const then = (kind: 'undo' | 'redo') => {
    turn = turn.then(async () => {
      edits = await rewrite(edits, kind, annotator)
    })
  }
  const here = suggestionsLike(waitingSuggestions(open), one)
  acceptSuggestions(here, { back: () => then('undo'), forth: () => then('redo') })
  announce(say('suggestions.accepted', { count: here.length + suggestions }))
  for (const { failure } of rejected.slice(0, 1)) fail(failure)
  return true
}
