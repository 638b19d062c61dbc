import { useState } from 'react'
import type { Failure } from '../../annotations/api/failures.ts'
import type { ExportReport, ProjectView } from '../../annotations/api/views.ts'
import { call } from '../bridge.ts'
import { flush } from '../state/autosave.ts'
import { useEditor } from '../state/editor.ts'
import { showDialog, useSession } from '../state/session.ts'
import { useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Progress } from '../ui/progress.tsx'
import { AnnotatorChoice } from './annotator-choice.tsx'
import { ExportDone } from './export-report.tsx'
import { PathField } from './path-field.tsx'
import { fileNameFrom, joined, parentOf } from './path-names.ts'
import { useAnnotators } from './use-annotators.ts'
import { useJob } from './use-job.ts'

export function ExportDialog() {
  const project = useSession(session => session.project)
  return project ? <Export project={project} /> : null
}

function Export({ project }: { project: ProjectView }) {
  const say = useSay()
  const annotators = useAnnotators()
  const { folder } = project
  const [out, setOut] = useState(() =>
    joined(parentOf(folder), `${fileNameFrom(project.project.title) || 'export'}.jsonl`),
  )
  const [chosen, setChosen] = useState(annotators)
  const [failure, setFailure] = useState<Failure>()
  const [report, setReport] = useState<ExportReport>()
  const { howFar, run, cancel } = useJob()
  const close = () => (howFar ? void cancel() : showDialog(undefined))
  const ready = out.trim() !== '' && (chosen.length > 0 || annotators.length === 0)
  const taken = failure?.code === 'file-exists'

  async function write(overwrite: boolean) {
    if (!ready || howFar) return
    setFailure(undefined)
    // What is on the screen belongs in the file; what cannot be saved must not be missed in silence.
    const saved = await flush()
    const { save } = useEditor.getState()
    if (!saved && 'failure' in save) return setFailure(save.failure)
    const all = chosen.length === annotators.length
    const written = await run(job =>
      call('export.run', {
        project: folder,
        job,
        format: 'isnad',
        out: out.trim(),
        annotators: all ? 'all' : chosen,
        overwrite,
      }),
    )
    if (written.ok) setReport(written.value)
    else setFailure(written.failure)
  }

  if (report) return <ExportDone report={report} />
  return (
    <Dialog
      name="export"
      title={say('export.title')}
      onClose={close}
      onSubmit={() => write(false)}
      footer={
        <>
          <Button onPress={close} data-testid={howFar ? 'cancel' : undefined}>
            {say('dialog.cancel')}
          </Button>
          <Button
            kind="primary"
            type="submit"
            isDisabled={!ready}
            busy={howFar ? say('export.writing') : undefined}
            data-testid="submit"
          >
            {say('export.export')}
          </Button>
        </>
      }
    >
      <p className="lead">{say('export.lead')}</p>
      <PathField
        autoFocus
        label={say('export.file')}
        kind="save"
        title={say('export.choose')}
        value={out}
        onChange={path => {
          setOut(path)
          if (taken) setFailure(undefined)
        }}
        isDisabled={howFar !== undefined}
      />
      <AnnotatorChoice
        names={annotators}
        chosen={chosen}
        onChange={setChosen}
        isDisabled={howFar !== undefined}
      />
      <FailureNote failure={failure} />
      {taken && (
        <div className="dialog-actions">
          <Button kind="danger" onPress={() => write(true)} data-testid="overwrite">
            {say('export.overwrite')}
          </Button>
        </div>
      )}
      {howFar && <Progress label={say('export.writing')} {...howFar} />}
    </Dialog>
  )
}
