import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import { applyChanges } from '../../annotations/model/change.ts'
import { goldName } from '../../annotations/review/adjudicate.ts'
import { judge } from '../../annotations/review/judge.ts'
import { tallyOf } from '../../annotations/review/tally.ts'
import { call } from '../bridge.ts'
import { fail, putEntry } from '../state/session.ts'
import { useReview } from './review-state.ts'

const set = useReview.setState
const get = useReview.getState

let saving: Promise<boolean> | undefined

/** How long until what could not be saved is tried again (ms). */
const retry = 5000

/** Somebody else wrote the gold set meanwhile: what is decided here is made again upon what is there now. */
function again(stored: AnnotationSet): boolean {
  const { open, pending } = get()
  if (!open) return false
  const gold = applyChanges(
    stored,
    pending.flatMap(({ changes }) => changes),
  )
  set({ gold, judged: judge(open.comparison, gold) })
  return true
}

async function saveOnce(): Promise<boolean> {
  const { open, gold, pending } = get()
  if (!open || !gold || pending.length === 0) return true
  const { document } = open
  const saved = await call('sets.save', {
    project: open.project,
    documentId: document.id,
    annotator: goldName,
    revision: gold.revision,
    actions: pending,
  })
  if (!saved.ok) {
    if (saved.failure.code === 'stale-revision')
      return again(saved.failure.details as AnnotationSet)
    fail(saved.failure)
    setTimeout(() => void saveGold(), retry)
    return false
  }
  const { revision, updated, entry } = saved.value
  putEntry(entry)
  const now = get()
  if (now.open?.document.id === document.id && now.gold)
    set({
      gold: { ...now.gold, revision, updated },
      pending: now.pending.slice(pending.length),
    })
  const known = now.tallies[document.id]
  if (known)
    set({
      tallies: { ...now.tallies, [document.id]: { ...known, tally: tallyOf(get().judged) } },
    })
  return true
}

async function saveAll(): Promise<boolean> {
  set({ saving: true })
  let done = true
  while (done && get().pending.length > 0) done = await saveOnce()
  set({ saving: false })
  return done
}

/** Everything decided is on the disk when this is done; false if it could not be put there. */
export function saveGold(): Promise<boolean> {
  saving ??= saveAll().finally(() => {
    saving = undefined
  })
  return saving
}
