import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useMemo, useRef } from 'react'
import type { DocumentEntry } from '../../annotations/api/views.ts'
import { useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { openReview, sidesOf } from './open-review.ts'
import { useReview } from './review-state.ts'

/** Documents with two sets or more, each with how many differences it holds and how far it is. */
export function ReviewList() {
  const say = useSay()
  const documents = useSession(session => session.documents)
  const asked = useReview(review => review.annotators)
  const open = useReview(review => review.open?.document.id)
  const tallies = useReview(review => review.tallies)
  const scroller = useRef<HTMLElement>(null)
  const list = useMemo(
    () => documents.filter(entry => sidesOf(entry, asked).length > 1),
    [documents, asked],
  )
  const virtual = useVirtualizer({
    count: list.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 85,
    getItemKey: index => list[index]?.id ?? index,
    overscan: 6,
    useFlushSync: false,
  })
  const { scrollToIndex } = virtual
  const at = list.findIndex(({ id }) => id === open)
  useEffect(() => {
    if (at !== -1) scrollToIndex(at, { align: 'auto' })
  }, [at, scrollToIndex])
  const known = list.flatMap(({ id }) => tallies[id]?.tally ?? [])
  const left = known.reduce((sum, { open }) => sum + open, 0)
  const done = known.filter(({ open }) => open === 0).length
  return (
    <nav ref={scroller} className="review-list" aria-label={say('review.documents')}>
      <p
        className="review-progress"
        data-testid="review-progress"
        data-done={done}
        data-total={list.length}
        data-left={left}
        data-counted={known.length}
        role="status"
      >
        {say('review.progress', { done, total: list.length })} ·{' '}
        {say('review.left', { count: left })}
      </p>
      <ul style={{ blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(row => {
          const entry = list[row.index]
          return (
            entry && (
              <li
                key={row.key}
                ref={virtual.measureElement}
                data-index={row.index}
                aria-setsize={list.length}
                aria-posinset={row.index + 1}
                style={{ transform: `translateY(${row.start}px)` }}
              >
                <Row entry={entry} isOpen={entry.id === open} />
              </li>
            )
          )
        })}
      </ul>
    </nav>
  )
}

const Row = memo(function Row({ entry, isOpen }: { entry: DocumentEntry; isOpen: boolean }) {
  const say = useSay()
  const tally = useReview(review => review.tallies[entry.id]?.tally)
  const finished = entry.sets.gold?.status === 'approved'
  const share = tally ? (tally.differences === 0 ? 1 : 1 - tally.open / tally.differences) : 0
  return (
    <button
      type="button"
      className="review-row"
      aria-current={isOpen}
      onClick={() => void openReview(entry.id)}
      data-testid="review-row"
      data-open={tally?.open}
      data-finished={finished}
    >
      <bdi className="review-row-title">{entry.title}</bdi>
      <span className="review-row-facts">
        <span>
          {tally ? say('review.differences', { count: tally.differences }) : say('review.counting')}
        </span>
        <span>
          {tally && tally.changed > 0 && (
            <em className="difference-again">{say('review.again', { count: tally.changed })} </em>
          )}
          {finished ? say('review.finished') : tally && say('review.left', { count: tally.open })}
        </span>
      </span>
      <span className="review-bar" aria-hidden="true">
        <i style={{ inlineSize: `${share * 100}%` }} />
      </span>
    </button>
  )
})
