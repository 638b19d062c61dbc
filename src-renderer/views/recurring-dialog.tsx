import { useEffect, useRef, useState } from 'react'
import type { Failure } from '../../annotations/api/failures.ts'
import type { RecurringReport } from '../../annotations/api/views.ts'
import { call } from '../bridge.ts'
import { showRegions } from '../state/regions.ts'
import { showDialog, useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Progress } from '../ui/progress.tsx'
import { RecurringLines } from './recurring-lines.tsx'
import { useJob } from './use-job.ts'

/** Looks through the whole project for lines that recur in an outlet, and shows what is dimmed. */
export function RecurringDialog() {
  const say = useSay()
  const project = useSession(session => session.project?.folder)
  const { howFar, run, cancel } = useJob()
  const [report, setReport] = useState<RecurringReport>()
  const [failure, setFailure] = useState<Failure>()
  const begun = useRef(false)

  useEffect(() => {
    if (project === undefined || begun.current) return
    begun.current = true
    void run(job => call('documents.dim-recurring', { project, job })).then(found => {
      if (!found.ok) return setFailure(found.failure)
      setReport(found.value)
      void showRegions(found.value.documents)
    })
  }, [project, run])

  function close() {
    void cancel()
    showDialog(undefined)
  }

  return (
    <Dialog
      name="recurring"
      title={say('recurring.title')}
      onClose={close}
      onSubmit={close}
      footer={
        <Button kind="primary" type="submit" autoFocus data-testid="close">
          {say(howFar ? 'dialog.cancel' : 'dialog.done')}
        </Button>
      }
    >
      <FailureNote failure={failure} />
      {howFar && <Progress label={say('recurring.looking')} {...howFar} />}
      {report && (
        <p role="status" data-testid="recurring-marked">
          {say('recurring.marked', { count: report.marked })}
        </p>
      )}
      {report && report.lines.length === 0 && (
        <p className="nothing-yet">{say('recurring.none')}</p>
      )}
      {report && report.lines.length > 0 && <RecurringLines lines={report.lines} />}
    </Dialog>
  )
}
