import type { DocumentEntry } from '../../annotations/api/views.ts'
import { emptySet } from '../../annotations/model/annotation-set.ts'
import { goldName } from '../../annotations/review/adjudicate.ts'
import { compareSets } from '../../annotations/review/compare-sets.ts'
import { isAsked, judge } from '../../annotations/review/judge.ts'
import { paragraphsOf } from '../../annotations/text/paragraphs.ts'
import { call } from '../bridge.ts'
import { flush } from '../state/autosave.ts'
import { openAgain } from '../state/navigation.ts'
import { announce, fail, useSession } from '../state/session.ts'
import { mayLook } from '../state/talk.ts'
import { say } from '../strings/words.ts'
import { firstAsked, shown, useReview } from './review-state.ts'
import { saveGold } from './save-gold.ts'

const set = useReview.setState
const get = useReview.getState

/** Who has a set on a document, of those compared. */
export function sidesOf(entry: DocumentEntry, asked: string[] | undefined): string[] {
  // In a blind round nobody sees others' work before handing in their own.
  if (!mayLook(entry.id)) return []
  return Object.keys(entry.sets).filter(
    name => name !== goldName && (asked?.includes(name) ?? true),
  )
}

/** Documents there is something to compare on. */
const reviewable = (asked: string[] | undefined): DocumentEntry[] =>
  useSession.getState().documents.filter(entry => sidesOf(entry, asked).length > 1)

let turn = 0

/** Open a document's sets side by side; what is being decided is saved first. `keep` stays where one is. */
export async function openReview(documentId: string, keep = false): Promise<void> {
  const { project } = useSession.getState()
  if (!project || !(await saveGold())) return
  const mine = ++turn
  set({ loading: true })
  const { annotators } = get()
  const { folder } = project
  const opened = await call('review.open', {
    project: folder,
    documentId,
    ...(annotators ? { annotators } : {}),
  })
  if (mine !== turn) return
  if (!opened.ok) {
    set({ loading: false })
    return fail(opened.failure)
  }
  const { document, sets, notes } = opened.value
  const gold = opened.value.gold ?? emptySet(document.id, document.textDigest, goldName)
  const comparison = compareSets(document.text, sets, project.project.scheme)
  const judged = judge(comparison, gold)
  const before = get()
  const stay = keep && before.open?.document.id === documentId
  // What was settled while somebody saved is not what she is at any more, if there is something to decide.
  const here = judged.find(({ item }) => item.id === before.current)
  const current = stay && here !== undefined && (isAsked(here) || !judged.some(isAsked))
  set({
    open: { project: folder, document, paragraphs: paragraphsOf(document.text), comparison, notes },
    gold,
    judged,
    loading: false,
    pending: [],
    editing: undefined,
    ...(stay ? {} : { undo: [], redo: [], reason: '', filter: 'all' as const }),
    current: current
      ? before.current
      : firstAsked(shown({ judged, filter: stay ? before.filter : 'all' })),
    reveal: before.reveal + 1,
  })
  useSession.setState({ documentId })
}

/** Counts of differences for the list, a few documents at a time so that nothing waits for all. */
export async function tallyDocuments(ids: readonly string[]): Promise<void> {
  const { project } = useSession.getState()
  const { annotators } = get()
  if (!project) return
  for (let at = 0; at < ids.length; at += 10) {
    const asked = await call('review.tally', {
      project: project.folder,
      documentIds: ids.slice(at, at + 10),
      ...(annotators ? { annotators } : {}),
    })
    // Somebody else's sets by now, or another project.
    if (get().annotators !== annotators || useSession.getState().project?.folder !== project.folder)
      return
    if (!asked.ok) return fail(asked.failure)
    const news = Object.fromEntries(asked.value.tallies.map(one => [one.documentId, one]))
    set(({ tallies }) => ({ tallies: { ...tallies, ...news } }))
  }
}

/** From the desk to the review of the same document, if there is something to compare on it. */
export async function enterReview(): Promise<void> {
  if (useSession.getState().place === 'review' || !(await flush())) return
  useSession.setState({ place: 'review', pane: undefined, dialog: undefined })
  const list = reviewable(get().annotators)
  const { documentId } = useSession.getState()
  const first = list.find(({ id }) => id === documentId) ?? list[0]
  set({ open: undefined, judged: [], gold: undefined, tallies: {} })
  if (!first) return
  await openReview(first.id)
  void tallyDocuments(list.map(({ id }) => id))
}

export async function leaveReview(): Promise<void> {
  if (useSession.getState().place !== 'review' || !(await saveGold())) return
  useSession.setState({ place: 'desk' })
  await openAgain()
}

/** Other people's sets, from now on. */
export async function compareOthers(annotators: string[] | undefined): Promise<void> {
  if (!(await saveGold())) return
  set({ annotators, tallies: {} })
  const list = reviewable(annotators)
  const here = get().open?.document.id
  const next = list.find(({ id }) => id === here) ?? list[0]
  if (!next) return set({ open: undefined, judged: [], gold: undefined })
  await openReview(next.id, true)
  void tallyDocuments(list.map(({ id }) => id))
}

/** What all agree on, in every document: gold sets made of it where nobody has decided otherwise. */
export async function agreedEverywhere(): Promise<void> {
  const { project, annotator } = useSession.getState()
  if (!project || !(await saveGold())) return
  const { annotators, open } = get()
  const made = await call('review.adjudicate', {
    project: project.folder,
    job: 'review',
    by: annotator,
    ...(annotators ? { annotators } : {}),
  })
  if (!made.ok) return fail(made.failure)
  announce(say('review.said-everywhere', { count: made.value.changed }))
  if (open) await openReview(open.document.id, true)
  void tallyDocuments(reviewable(annotators).map(({ id }) => id))
}

/** The next document of the list with something left to decide, else the next; none is the end of it. */
export async function openNextReview(by: 1 | -1, asked = false): Promise<boolean> {
  const { open, annotators, tallies } = get()
  const list = reviewable(annotators)
  const here = list.findIndex(({ id }) => id === open?.document.id)
  const rest = by === 1 ? list.slice(here + 1) : list.slice(0, Math.max(0, here)).reverse()
  const left = ({ id }: DocumentEntry) => tallies[id]?.tally.open !== 0
  const next = asked ? (rest.find(left) ?? list.find(left)) : rest[0]
  if (!next || next.id === open?.document.id) return false
  await openReview(next.id)
  return true
}
