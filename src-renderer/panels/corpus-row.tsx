import { memo } from 'react'
import type { DocumentEntry } from '../../annotations/api/views.ts'
import { readPointedAt, readPressed } from '../state/read-ahead.ts'
import { useSay } from '../strings/words.ts'
import { formatInstant, formatPublished } from '../ui/format-date.ts'

type Props = {
  entry: DocumentEntry
  annotator: string
  selected: boolean
  /** Is it the one that is open? */
  current: boolean
  index: number
  top: number
  total: number
  measure: (row: HTMLElement | null) => void
}

/** One document: its title, where and when it was printed, how far this annotator is with it. */
export const CorpusRow = memo(function CorpusRow({
  entry,
  annotator,
  selected,
  current,
  index,
  top,
  total,
  measure,
}: Props) {
  const say = useSay()
  const set = entry.sets[annotator]
  const annotations = Object.values(set?.labels ?? {}).reduce((sum, n) => sum + n, 0)
  return (
    <div
      ref={measure}
      id={`document-${entry.id}`}
      data-index={index}
      data-document={entry.id}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-current={current}
      aria-posinset={index + 1}
      aria-setsize={total}
      className="corpus-row"
      style={{ transform: `translateY(${top}px)` }}
      onPointerEnter={() => readPointedAt(entry.id)}
      onPointerDown={event => event.button === 0 && readPressed(entry.id)}
    >
      <bdi className="corpus-title">{entry.title}</bdi>
      <span className="corpus-meta">
        <bdi>{entry.outlet}</bdi>
        <span>{formatPublished(entry.published)}</span>
      </span>
      <span className={`progress ${set?.status ?? 'untouched'}`} />
      {set && (
        <span
          className="corpus-state"
          title={
            set.by && set.since
              ? say('status.since', { by: set.by, time: formatInstant(set.since) })
              : undefined
          }
        >
          {say(`status.${set.status}`)} · {say('corpus.annotations', { count: annotations })}
        </span>
      )}
    </div>
  )
})
