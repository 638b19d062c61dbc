import { tallyOf } from '../../annotations/review/tally.ts'
import { perform, useKeysOf } from '../state/keymap.ts'
import { showDialog } from '../state/session.ts'
import { type Key, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Keycap } from '../ui/keycap.tsx'
import { useReview } from './review-state.ts'

function Act({ id, name }: { id: string; name: Key }) {
  const say = useSay()
  const [chord] = useKeysOf(id)
  return (
    <Button kind="quiet" onPress={() => perform(id)} data-testid={id}>
      {chord && <Keycap chord={chord} />} {say(name)}
    </Button>
  )
}

/** How things stand with this document, and what the next key does. */
export function ReviewStatus() {
  const say = useSay()
  const judged = useReview(review => review.judged)
  const pending = useReview(review => review.pending.length)
  const saving = useReview(review => review.saving)
  const gold = useReview(review => review.gold)
  const tally = tallyOf(judged)
  const state = saving ? 'saving' : pending > 0 ? 'changed' : 'saved'
  return (
    <footer className="status-bar review-status">
      <span
        className={`save-state ${state}`}
        data-testid="review-save"
        data-state={state}
        role="status"
      >
        {say(`save.${state}`)}
      </span>
      <span data-testid="review-count">
        {say('review.settled-of', {
          done: tally.differences - tally.open,
          total: tally.differences,
        })}
        {' · '}
        {say(gold && gold.revision > 0 ? 'review.agreed-taken' : 'review.agreed', {
          count: tally.agreed,
        })}
      </span>
      <span className="grow" />
      <Act id="review-next" name="command.review-next" />
      <Act id="review-undo" name="review.undo" />
      <Act id="review-bulk" name="review.bulk" />
      <Act id="review-reject" name="review.reject" />
      <Act id="review-finish" name="review.finish" />
      <Act id="review-export" name="review.export" />
      <Button kind="quiet" onPress={() => showDialog('keys')}>
        <Keycap chord="?" /> {say('bar.keys')}
      </Button>
    </footer>
  )
}
