import { useState } from 'react'
import type { Failure } from '../../annotations/api/failures.ts'
import { countMerged, type MergeReport } from '../../annotations/api/merging.ts'
import { call } from '../bridge.ts'
import { flush } from '../state/autosave.ts'
import { openProject } from '../state/navigation.ts'
import { showDialog, useSession } from '../state/session.ts'
import { say as sayNow, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { FormButtons } from '../ui/form-buttons.tsx'
import { Progress } from '../ui/progress.tsx'
import { PathField } from '../views/path-field.tsx'
import { useJob } from '../views/use-job.ts'

/** Letters of a value shown in one line. */
const shown = 60
const words = (value: unknown) => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > shown ? `${text.slice(0, shown)}…` : text
}

/** What somebody should look at, a line each. */
function linesOf({ files, notes }: MergeReport): string[] {
  const said = files.flatMap(({ file, kind, aside = '', fates = [] }) => [
    ...(kind === 'kept-aside' || kind === 'unreadable'
      ? [sayNow('merge.aside', { file, aside })]
      : []),
    ...fates.flatMap(({ kind, at = '', kept, other }) =>
      kind === 'clash'
        ? [sayNow('merge.clash', { file, at, kept: words(kept), other: words(other) })]
        : kind === 'kept'
          ? [sayNow('merge.kept', { file })]
          : [],
    ),
  ])
  return [
    ...said,
    ...notes.map(({ kind, file, detail = '' }) => sayNow(`merge.note-${kind}`, { file, detail })),
  ]
}

/** This copy of the project and another one made one, in a folder of its own. */
export function MergeDialog() {
  const say = useSay()
  const project = useSession(session => session.project)
  const [other, setOther] = useState('')
  const [out, setOut] = useState('')
  const [failure, setFailure] = useState<Failure>()
  const [report, setReport] = useState<MergeReport>()
  const { howFar, run, cancel } = useJob()
  const close = () => (howFar ? void cancel() : showDialog(undefined))
  const ready = other.trim() !== '' && out.trim() !== '' && !howFar

  async function merge() {
    if (!project || !ready || !(await flush())) return
    setFailure(undefined)
    const asked = { a: project.folder, b: other.trim(), out: out.trim() }
    const merged = await run(job => call('project.merge', { ...asked, job }))
    if (merged.ok) setReport(merged.value)
    else if (merged.failure.code !== 'cancelled') setFailure(merged.failure)
  }

  if (report) return <Report report={report} onAgain={() => setReport(undefined)} />
  return (
    <Dialog
      name="merge"
      title={say('merge.title')}
      onClose={close}
      onSubmit={merge}
      footer={<FormButtons label={say('merge.run')} isDisabled={!ready} onCancel={close} />}
    >
      <FailureNote failure={failure} />
      <p className="lead">{say('merge.lead')}</p>
      <PathField
        autoFocus
        kind="folder"
        label={say('merge.other')}
        title={say('merge.other')}
        value={other}
        onChange={setOther}
      />
      <PathField
        kind="folder"
        label={say('merge.out')}
        title={say('merge.out')}
        value={out}
        onChange={setOut}
        hint={say('merge.out-hint')}
      />
      {howFar && <Progress label={say('merge.running')} {...howFar} />}
    </Dialog>
  )
}

function Report({ report, onAgain }: { report: MergeReport; onAgain(): void }) {
  const say = useSay()
  const close = () => showDialog(undefined)
  const { onlyA: a, onlyB: b, merged, added, removed, clashes } = countMerged(report)
  const lines = linesOf(report)
  return (
    <Dialog
      name="merge"
      title={say('merge.title')}
      onClose={close}
      footer={
        <>
          <Button onPress={onAgain}>{say('merge.again')}</Button>
          <Button
            kind="primary"
            autoFocus
            onPress={async () => {
              close()
              await openProject(report.out)
            }}
            data-testid="open-merged"
          >
            {say('merge.open')}
          </Button>
        </>
      }
    >
      <div data-testid="merge-report">
        <p className="lead">
          {say('merge.done', { documents: report.documents, sets: report.sets })}
        </p>
        <p>{say('merge.counts', { a, b, merged, added, removed })}</p>
        {clashes === 0 && <p>{say('merge.no-clash')}</p>}
        {lines.length > 0 && <h3>{say('merge.look')}</h3>}
        <ul className="merge-lines">
          {lines.slice(0, 200).map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}
