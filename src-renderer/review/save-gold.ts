import { goldName } from '../../annotations/review/adjudicate.ts'
import { tallyOf } from '../../annotations/review/tally.ts'
import { call } from '../bridge.ts'
import { fail, putEntry } from '../state/session.ts'
import { useReview } from './review-state.ts'

const set = useReview.setState
const get = useReview.getState

let saving: Promise<boolean> | undefined

async function saveOnce(): Promise<boolean> {
  const { open, gold, pending, judged } = get()
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
    fail(saved.failure)
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
      tallies: { ...now.tallies, [document.id]: { ...known, tally: tallyOf(judged) } },
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
