import { useState } from 'react'
import type { AgreementReport } from '../../../annotations/agreement/report-shape.ts'
import type { Failure } from '../../../annotations/api/failures.ts'
import type { ProjectView } from '../../../annotations/api/views.ts'
import { call } from '../../bridge.ts'
import { language, useSay } from '../../strings/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNote } from '../../ui/failure-note.tsx'
import { Segments } from '../../ui/segments.tsx'
import { PathField } from '../path-field.tsx'
import { fileNameFrom, joined, parentOf } from '../path-names.ts'

type Format = 'html' | 'csv' | 'json'
type Props = { report: AgreementReport; project: ProjectView; onBack(): void }

/** The report as one page, as a table, or as data. */
export function SaveReport({ report, project, onBack }: Props) {
  const say = useSay()
  const [format, setFormat] = useState<Format>('html')
  const [out, setOut] = useState(() =>
    joined(
      parentOf(project.folder),
      `${fileNameFrom(project.project.title) || 'agreement'}-agreement.html`,
    ),
  )
  const [failure, setFailure] = useState<Failure>()
  const [written, setWritten] = useState<string>()
  const taken = failure?.code === 'file-exists'

  function choose(next: Format) {
    setFormat(next)
    setOut(path => path.replace(/\.(html|csv|json)$/i, `.${next}`))
    setFailure(undefined)
    setWritten(undefined)
  }

  async function write(overwrite: boolean) {
    setFailure(undefined)
    const saved = await call('agreement.save', {
      project: project.folder,
      report,
      format,
      language: language(),
      out: out.trim(),
      overwrite,
    })
    if (saved.ok) setWritten(saved.value.file)
    else setFailure(saved.failure)
  }

  return (
    <Dialog
      name="save-report"
      title={say('agreement.save-title')}
      onClose={onBack}
      onSubmit={() => write(false)}
      footer={
        <>
          <Button onPress={onBack} data-testid="back">
            {say('agreement.back')}
          </Button>
          <Button kind="primary" type="submit" isDisabled={out.trim() === ''} data-testid="submit">
            {say('agreement.write')}
          </Button>
        </>
      }
    >
      <Segments<Format>
        label={say('agreement.format')}
        options={[
          { id: 'html', name: say('agreement.html') },
          { id: 'csv', name: say('agreement.csv') },
          { id: 'json', name: say('agreement.json') },
        ]}
        value={format}
        onChange={choose}
        testid="format"
      />
      <PathField
        label={say('export.file')}
        kind="save"
        title={say('agreement.save-title')}
        value={out}
        onChange={path => {
          setOut(path)
          setWritten(undefined)
        }}
      />
      <FailureNote failure={failure} />
      {taken && (
        <div className="dialog-actions">
          <Button kind="danger" onPress={() => write(true)} data-testid="overwrite">
            {say('export.overwrite')}
          </Button>
        </div>
      )}
      {written !== undefined && (
        <p className="hint" role="status" data-testid="written">
          {say('agreement.written')} <bdi dir="ltr">{written}</bdi>
        </p>
      )}
    </Dialog>
  )
}
