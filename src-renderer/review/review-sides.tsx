import { goldName } from '../../annotations/review/adjudicate.ts'
import { useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { LaneDot } from './lane-dot.tsx'
import { compareOthers } from './open-review.ts'
import { useReview } from './review-state.ts'

/** Who is compared here; each can be left out. What comes of it is the gold set. */
export function ReviewSides() {
  const say = useSay()
  const sets = useSession(session => session.project?.annotators)
  const asked = useReview(review => review.annotators)
  const here = useReview(review => review.open?.comparison.annotators)
  const names = (sets ?? []).filter(name => name !== goldName)
  const chosen = asked ?? names
  function toggle(name: string) {
    const next = chosen.includes(name) ? chosen.filter(one => one !== name) : [...chosen, name]
    if (next.length > 1) void compareOthers(next.length === names.length ? undefined : next)
  }
  return (
    <div className="review-sides" role="group" aria-label={say('review.sides')}>
      {names.map(name => (
        <button
          key={name}
          type="button"
          className="chip side"
          aria-pressed={chosen.includes(name)}
          onClick={() => toggle(name)}
          data-testid="review-side"
        >
          {here?.includes(name) && <LaneDot name={name} voice={here.indexOf(name)} />}
          <bdi>{name}</bdi>
        </button>
      ))}
      <span className="review-into">
        <span className="review-arrow" aria-hidden="true">
          ←
        </span>
        {say('annotator.gold')}
      </span>
    </div>
  )
}
