import { useEffect, useMemo, useState } from 'react'
import { useSession } from '../state/session.ts'
import {
  everything,
  type Filter,
  type Grouping,
  haystackOf,
  kindOf,
  matching,
  rowsOf,
  type Sort,
  sorted,
} from './corpus-query.ts'

/** Entries folded in one idle stretch. */
const stretch = 500

/** Fold what the filter looks in while nobody waits for it, so that the first letter typed finds it done. */
function useFoldedAhead() {
  const documents = useSession(session => session.documents)
  useEffect(() => {
    let at = 0
    let idle = 0
    const some = () => {
      for (const entry of documents.slice(at, at + stretch)) haystackOf(entry)
      at += stretch
      if (at < documents.length) idle = requestIdleCallback(some)
    }
    idle = requestIdleCallback(some)
    return () => cancelIdleCallback(idle)
  }, [documents])
}

/** The corpus as it is asked for: filtered, counted, sorted, grouped. */
export function useCorpus() {
  const documents = useSession(session => session.documents)
  const annotator = useSession(session => session.annotator)
  const [filter, setFilter] = useState<Filter>(everything)
  const [sort, setSort] = useState<Sort>('published')
  const [descending, setDescending] = useState(false)
  const [grouping, setGrouping] = useState<Grouping>('none')
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  useFoldedAhead()

  const found = useMemo(() => matching(documents, filter), [documents, filter])
  const counts = useMemo(() => {
    const counted = { all: found.length, untouched: 0, 'in-progress': 0, submitted: 0 }
    for (const entry of found) counted[kindOf(entry, annotator)]++
    return counted
  }, [found, annotator])
  const { kind } = filter
  const shown = useMemo(() => {
    const ofKind = kind === 'all' ? found : found.filter(one => kindOf(one, annotator) === kind)
    return sorted(ofKind, sort, descending, annotator)
  }, [found, kind, sort, descending, annotator])
  const rows = useMemo(
    () => rowsOf(shown, grouping, annotator, closed),
    [shown, grouping, annotator, closed],
  )
  // The next document is the next one that is seen.
  useEffect(() => useSession.setState({ order: shown.map(({ id }) => id) }), [shown])

  return {
    filter,
    change: (patch: Partial<Filter>) => setFilter(now => ({ ...now, ...patch })),
    clear: () => setFilter(everything),
    sort,
    setSort,
    descending,
    setDescending,
    grouping,
    setGrouping(next: Grouping) {
      setClosed(new Set())
      setGrouping(next)
    },
    toggleGroup: (id: string) =>
      setClosed(now => {
        const next = new Set(now)
        if (!next.delete(id)) next.add(id)
        return next
      }),
    closed,
    counts,
    shown,
    rows,
  }
}

export type Corpus = ReturnType<typeof useCorpus>
