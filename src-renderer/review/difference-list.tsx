import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { useSay } from '../strings/words.ts'
import { DifferenceCard } from './difference-card.tsx'
import { shown, useReview } from './review-state.ts'

/** Whose set is not here, or not whole, and why. */
function Notes() {
  const say = useSay()
  const notes = useReview(review => review.open?.notes)
  return (notes ?? []).map(({ kind, annotator, count = 0 }) => (
    <p key={`${annotator} ${kind}`} className="review-note" role="status">
      {say(`review.note.${kind}`, { name: annotator, count })}
    </p>
  ))
}

/** The differences as cards; only those in sight are drawn. */
export function DifferenceList() {
  const say = useSay()
  const scroller = useRef<HTMLElement>(null)
  const judged = useReview(review => review.judged)
  const filter = useReview(review => review.filter)
  const current = useReview(review => review.current)
  const reveal = useReview(review => review.reveal)
  const isOpen = useReview(review => review.open !== undefined)
  const list = shown({ judged, filter })
  const at = list.findIndex(({ item }) => item.id === current)
  const virtual = useVirtualizer({
    count: list.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 108,
    getItemKey: index => list[index]?.item.id ?? index,
    gap: 10,
    paddingStart: 10,
    paddingEnd: 24,
    overscan: 4,
    useFlushSync: false,
  })
  const { scrollToIndex } = virtual
  useLayoutEffect(() => {
    if (at !== -1 && reveal > 0) scrollToIndex(at, { align: 'auto' })
  }, [at, reveal, scrollToIndex])
  // The card at hand grows by what can be done with it: once more when its height is known.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (at !== -1 && reveal > 0) scrollToIndex(at, { align: 'auto' })
    })
    return () => cancelAnimationFrame(frame)
  }, [at, reveal, scrollToIndex])

  return (
    <aside ref={scroller} className="review-cards" aria-label={say('review.cards')}>
      <Notes />
      {isOpen && list.length === 0 && (
        <p className="review-empty">{say('review.no-differences')}</p>
      )}
      <div className="review-cards-all" style={{ blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(row => {
          const one = list[row.index]
          return (
            one && (
              <div
                key={row.key}
                ref={virtual.measureElement}
                data-index={row.index}
                className="review-card-place"
                style={{ transform: `translateY(${row.start}px)` }}
              >
                <DifferenceCard
                  judged={one}
                  at={row.index + 1}
                  of={list.length}
                  isCurrent={row.index === at}
                />
              </div>
            )
          )
        })}
      </div>
    </aside>
  )
}
