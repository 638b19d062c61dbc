import { differenceKinds } from '../../annotations/review/comparison.ts'
import { likenesses } from '../../annotations/review/likeness.ts'
import { tallyOf } from '../../annotations/review/tally.ts'
import { formatNumber, useSay } from '../strings/words.ts'
import { type Filter, firstAsked, shown, useReview } from './review-state.ts'

/** Which differences are shown, each with how many of them are open. */
export function ReviewFilters() {
  const say = useSay()
  const judged = useReview(review => review.judged)
  const filter = useReview(review => review.filter)
  const tally = tallyOf(judged)
  const chips: { id: Filter; name: string; count: number }[] = [
    { id: 'all', name: say('review.all'), count: tally.open },
    ...differenceKinds.map(kind => ({
      id: kind,
      name: say(`review.kind.${kind}`),
      count: tally.kinds[kind],
    })),
    ...likenesses.map(kind => ({
      id: `but-${kind}` as const,
      name: say('review.only', { what: say(`review.alike.${kind}`) }),
      count: tally.alike[kind],
    })),
    { id: 'settled', name: say('review.settled'), count: tally.differences - tally.open },
  ]
  const choose = (filter: Filter) =>
    useReview.setState(({ judged, reveal }) => ({
      filter,
      current: firstAsked(shown({ judged, filter })),
      editing: undefined,
      reveal: reveal + 1,
    }))
  return (
    <div className="review-filters" role="group" aria-label={say('review.filters')}>
      {chips
        .filter(({ id, count }) => count > 0 || id === 'all' || id === filter)
        .map(({ id, name, count }) => (
          <button
            key={id}
            type="button"
            className="chip"
            aria-pressed={id === filter}
            onClick={() => choose(id)}
            data-testid={`filter-${id}`}
            data-count={count}
          >
            {name} {formatNumber(count)}
          </button>
        ))}
    </div>
  )
}
