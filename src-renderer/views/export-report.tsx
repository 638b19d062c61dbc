import type { ExportReport } from '../../annotations/api/views.ts'
import { showDialog } from '../state/session.ts'
import { formatNumber, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { LossList } from './loss-list.tsx'

const offsetKeys = {
  'utf-16': 'export.offsets.utf-16',
  'code points': 'export.offsets.code-points',
  'utf-16 and code points': 'export.offsets.both',
  tokens: 'export.offsets.tokens',
} as const

/** What was written, where, and what its offsets count. */
export function ExportDone({ report }: { report: ExportReport }) {
  const say = useSay()
  const close = () => showDialog(undefined)
  return (
    <Dialog
      name="export"
      title={say('export.done')}
      onClose={close}
      onSubmit={close}
      footer={
        <Button kind="primary" type="submit" autoFocus data-testid="close">
          {say('dialog.done')}
        </Button>
      }
    >
      <div className="report" role="status" data-testid="export-report">
        <p className="report-counts">
          <span>{say('export.lines', { count: report.lines })}</span>
          <span>{say('export.annotations', { count: report.annotations })}</span>
          {report.leftOut !== undefined && (
            <span data-testid="left-out">{say('export.left-out', { count: report.leftOut })}</span>
          )}
        </p>
        <dl className="facts">
          <dt>{say('export.file')}</dt>
          <dd>
            <bdi dir="ltr" data-testid="export-file">
              {report.file}
            </bdi>
          </dd>
          {report.files !== undefined && (
            <>
              <dt>{say('export.files')}</dt>
              <dd>{formatNumber(report.files)}</dd>
            </>
          )}
          <dt>{say('export.size')}</dt>
          <dd>{say('export.bytes', { count: report.bytes })}</dd>
          <dt>{say('export.offsets')}</dt>
          <dd>{say(offsetKeys[report.offsets])}</dd>
        </dl>
        {report.losses && (
          <>
            <h3 className="field-label">{say('export.lost')}</h3>
            <LossList losses={report.losses} />
          </>
        )}
      </div>
    </Dialog>
  )
}
