import { memo } from 'react'
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
  const list = documents.filter(entry => sidesOf(entry, asked).length > 1)
  const known = list.flatMap(({ id }) => tallies[id]?.tally ?? [])
  const left = known.reduce((sum, { open }) => sum + open, 0)
  const done = known.filter(({ open }) => open === 0).length
  return (
    <nav className="review-list" aria-label={say('review.documents')}>
      <p className="review-progress" data-testid="review-progress" role="status">
        {say('review.progress', { done, total: list.length })} ·{' '}
        {say('review.left', { count: left })}
      </p>
      <ul>
        {list.map(entry => (
          <Row key={entry.id} entry={entry} isOpen={entry.id === open} />
        ))}
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
    <li>
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
            {tally
              ? say('review.differences', { count: tally.differences })
              : say('review.counting')}
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
    </li>
  )
})
