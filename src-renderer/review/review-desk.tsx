import { useEffect } from 'react'
import { onEvent } from '../bridge.ts'
import { TopBar } from '../panels/top-bar.tsx'
import { useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { FailureBanner } from '../ui/failure-banner.tsx'
import { Segments } from '../ui/segments.tsx'
import { BulkDialog } from './bulk-dialog.tsx'
import { DifferenceList } from './difference-list.tsx'
import { openReview, tallyDocuments } from './open-review.ts'
import { ReviewFilters } from './review-filters.tsx'
import { ReviewList } from './review-list.tsx'
import { ReviewSides } from './review-sides.tsx'
import { useReview } from './review-state.ts'
import { ReviewStatus } from './review-status.tsx'
import { ReviewText } from './review-text.tsx'

/** Where sets are compared and made one: documents, the article with everybody's lanes, the differences one by one. */
export function ReviewDesk() {
  const say = useSay()
  const project = useSession(session => session.project)
  const open = useReview(review => review.open)
  const loading = useReview(review => review.loading)
  const bulk = useReview(review => review.bulk)
  const view = useReview(review => review.view)

  // Somebody saves while one decides: what they changed is asked again, and nothing else.
  useEffect(
    () =>
      onEvent(event => {
        const { open } = useReview.getState()
        if (event.kind !== 'changed' || event.project !== open?.project) return
        const theirs = event.sets.filter(({ annotator }) => annotator !== 'gold')
        if (theirs.some(({ documentId }) => documentId === open.document.id))
          void openReview(open.document.id, true)
        void tallyDocuments([...new Set(theirs.map(({ documentId }) => documentId))])
      }),
    [],
  )
  if (!project) return null
  return (
    <div className="workspace review-desk">
      <TopBar project={project} />
      <ReviewList />
      <main className="desk review-main" aria-busy={loading}>
        <div className="review-head">
          <ReviewSides />
          <Segments
            bare
            label={say('review.view')}
            options={[
              { id: 'lanes' as const, name: say('review.lanes') },
              { id: 'side' as const, name: say('review.side') },
            ]}
            value={view}
            onChange={view => useReview.setState({ view })}
            testid="review-view"
          />
        </div>
        {open && <ReviewFilters />}
        <FailureBanner />
        {open ? (
          <ReviewText key={open.document.id} open={open} />
        ) : (
          <p className="waiting">{say(loading ? 'reader.loading' : 'review.none')}</p>
        )}
      </main>
      <DifferenceList />
      <ReviewStatus />
      {bulk && <BulkDialog />}
    </div>
  )
}
