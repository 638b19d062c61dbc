import { useEditor } from '../state/editor.ts'
import { perform, useKeysOf } from '../state/keymap.ts'
import { beginReview, endReview, judge, seenIn, submittedByOthers } from '../state/reviewing.ts'
import { announce, showDialog, useSession } from '../state/session.ts'
import { useTalk } from '../state/talk.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Keycap } from '../ui/keycap.tsx'

/** Whose set is being walked through, how far one is, and what can be said of it. */
export function ReviewBar() {
  const say = useSay()
  const reviewing = useSession(session => session.reviewing)
  const open = useEditor(editor => editor.open)
  const loading = useEditor(editor => editor.loading)
  const remarks = useTalk(talk => talk.remarks)
  const status = useSession(
    ({ documents, documentId, reviewing }) =>
      documents.find(({ id }) => id === documentId)?.sets[reviewing ?? '']?.status,
  )
  const [chord = ''] = useKeysOf('review-seen')
  // Until her set is here, there is nothing to judge.
  if (reviewing === undefined || loading || open?.set.annotator !== reviewing) return null
  const total = open.set.annotations.length
  const seen = seenIn(remarks, reviewing, open.set.annotations).size
  const queue = submittedByOthers().filter(
    one => one.documentId !== open.document.id || one.annotator !== reviewing,
  )
  const [next] = queue

  async function onward() {
    if (next) await beginReview(next.documentId, next.annotator)
    else await endReview()
  }

  return (
    <section className="colleague-bar" aria-label={say('team.review')} data-testid="colleague-bar">
      <div className="colleague-words">
        <strong>{say('review.bar', { annotator: reviewing, seen, total })}</strong>
        <span className="hint">
          {status === 'submitted' || status === undefined
            ? say('review.read-only')
            : say('review.judged', { status: say(`status.${status}`) })}
        </span>
      </div>
      <div className="colleague-actions">
        <Button onPress={() => perform('review-seen')} data-testid="review-seen">
          {say('review.right')} <Keycap chord={chord} />
        </Button>
        {status === 'submitted' && (
          <>
            <Button
              kind="primary"
              onPress={async () => {
                if (await judge('approved', '')) announce(say('review.approve'))
              }}
              data-testid="review-approve"
            >
              {say('review.approve')}
            </Button>
            <Button onPress={() => showDialog('request-changes')} data-testid="review-ask">
              {say('review.ask')}
            </Button>
          </>
        )}
        {next && (
          <Button kind="quiet" onPress={onward} data-testid="review-next">
            {say('review.next')}
          </Button>
        )}
        <Button kind="quiet" onPress={endReview} data-testid="review-end">
          {say('review.end')}
        </Button>
      </div>
    </section>
  )
}
