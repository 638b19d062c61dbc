import { useState } from 'react'
import type { Actor } from '../../annotations/model/actor.ts'

/** Who of the register is looked at, edited or split, and who is marked to be merged. */
export function useChosen(stored: readonly Actor[]) {
  const [selected, setSelected] = useState<string>()
  const [draft, setDraft] = useState<Actor>()
  const [splitting, setSplitting] = useState(false)
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())

  function select(id: string | undefined) {
    setSelected(id)
    setDraft(undefined)
    setSplitting(false)
  }

  function mark(id: string) {
    setMarked(now => {
      const next = new Set(now)
      if (!next.delete(id)) next.add(id)
      return next
    })
  }

  return {
    selected,
    select,
    /** As it is edited; absent while nothing is. */
    draft,
    setDraft,
    /** As its file is; absent for nobody, and for one that is yet to be made. */
    file: stored.find(({ id }) => id === (draft?.id ?? selected)),
    splitting,
    split: () => setSplitting(true),
    marked,
    mark,
    unmark: () => setMarked(new Set()),
  }
}
