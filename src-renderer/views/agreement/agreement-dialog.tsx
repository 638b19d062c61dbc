import { useState } from 'react'
import type { AgreementReport } from '../../../annotations/agreement/report-shape.ts'
import type { Failure } from '../../../annotations/api/failures.ts'
import type { ProjectView } from '../../../annotations/api/views.ts'
import { call } from '../../bridge.ts'
import { flush } from '../../state/autosave.ts'
import { useEditor } from '../../state/editor.ts'
import { showDialog, useSession } from '../../state/session.ts'
import { useSay } from '../../strings/words.ts'
import { useJob } from '../use-job.ts'
import { AgreementSetup, type Wishes } from './agreement-setup.tsx'
import { ReportWindow } from './report-window.tsx'

/** How far the project's annotators agree: what is asked, then the report. */
export function AgreementDialog() {
  const project = useSession(session => session.project)
  return project ? <Agreement project={project} /> : null
}

function Agreement({ project }: { project: ProjectView }) {
  const say = useSay()
  const [failure, setFailure] = useState<Failure>()
  const [report, setReport] = useState<AgreementReport>()
  const { howFar, run, cancel } = useJob()
  const close = () => (howFar ? void cancel() : showDialog(undefined))

  async function compare({ annotators, matching, gamma }: Wishes) {
    if (howFar) return
    setFailure(undefined)
    // The report reads the disk: what is on the screen belongs in it.
    const saved = await flush()
    const { save } = useEditor.getState()
    if (!saved && 'failure' in save) return setFailure(save.failure)
    const source = { kind: 'project' as const, project: project.folder }
    const made = await run(job =>
      call('agreement.report', { source, job, annotators, matching, gamma }),
    )
    if (made.ok) setReport(made.value)
    else if (made.failure.code !== 'cancelled') setFailure(made.failure)
  }

  if (report)
    return <ReportWindow report={report} project={project} onAgain={() => setReport(undefined)} />
  return (
    <AgreementSetup
      title={say('agreement.title')}
      howFar={howFar}
      failure={failure}
      onCompare={compare}
      onClose={close}
    />
  )
}
