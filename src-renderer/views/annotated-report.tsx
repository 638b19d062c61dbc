import type { AnnotatedReport } from '../../annotations/api/annotated.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { AnnotatedProblems } from './annotated-problems.tsx'

/** What came in, and everything that did not. */
export function AnnotatedDone({ report, onClose }: { report: AnnotatedReport; onClose(): void }) {
  const say = useSay()
  const added = [...report.added.labels, ...report.added.relations]
  return (
    <Dialog
      name="import"
      size="large"
      title={say(report.cancelled ? 'annotated.cancelled' : 'annotated.done')}
      onClose={onClose}
      onSubmit={onClose}
      footer={
        <Button kind="primary" type="submit" autoFocus data-testid="close">
          {say('dialog.done')}
        </Button>
      }
    >
      <div className="report" role="status" data-testid="annotated-report">
        <p className="report-counts">
          <span>{say('annotated.annotations', { count: report.annotations })}</span>
          <span>{say('annotated.sets', { count: report.sets })}</span>
          <span>{say('annotated.documents', { count: report.documents.added })}</span>
          <span>{say('annotated.matched', { count: report.documents.known })}</span>
          <span>{say('annotated.said', { count: report.problemCount })}</span>
        </p>
        {added.length > 0 && (
          <dl className="facts">
            <dt>{say('annotated.added')}</dt>
            <dd>
              <bdi dir="ltr">{added.join(', ')}</bdi>
            </dd>
          </dl>
        )}
        <AnnotatedProblems problems={report.problems} />
      </div>
    </Dialog>
  )
}
