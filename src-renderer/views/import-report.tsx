import { failureText } from '../../annotations/api/failure-text.ts'
import type { ImportReport } from '../../annotations/api/views.ts'
import { language, useSay } from '../strings/words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { nameOf } from './path-names.ts'
import { RecurringLines } from './recurring-lines.tsx'

type Props = { report: ImportReport; onClose(): void }

/** What became of every file. */
export function ImportDone({ report, onClose }: Props) {
  const say = useSay()
  const { imported, duplicates, rejected, recurring, cancelled } = report
  return (
    <Dialog
      name="import"
      size="large"
      title={say(cancelled ? 'import.cancelled' : 'import.done')}
      onClose={onClose}
      onSubmit={onClose}
      footer={
        <Button kind="primary" type="submit" autoFocus data-testid="close">
          {say('dialog.done')}
        </Button>
      }
    >
      <div className="report" data-testid="import-report">
        <p className="report-counts" role="status">
          <span>{say('import.imported', { count: imported.length })}</span>
          <span>{say('import.duplicates', { count: duplicates.length })}</span>
          <span>{say('import.rejected', { count: rejected.length })}</span>
          {recurring && <span>{say('recurring.marked', { count: recurring.marked })}</span>}
        </p>
        {cancelled && <p className="lead">{say('import.cancelled-lead')}</p>}
        {rejected.length > 0 && (
          <section data-testid="rejected">
            <h3 className="section-title">{say('import.rejected-title')}</h3>
            <ul className="report-list">
              {rejected.map(({ file, failure }) => (
                <li key={file} className="refused">
                  {failureText(failure, language())}
                </li>
              ))}
            </ul>
          </section>
        )}
        {duplicates.length > 0 && (
          <section data-testid="duplicates">
            <h3 className="section-title">{say('import.duplicates-title')}</h3>
            <ul className="report-list">
              {duplicates.map(({ file }) => (
                <li key={file}>
                  <bdi>{nameOf(file)}</bdi>
                </li>
              ))}
            </ul>
          </section>
        )}
        {recurring && recurring.lines.length > 0 && <RecurringLines lines={recurring.lines} />}
        {imported.length > 0 && (
          <section data-testid="imported">
            <h3 className="section-title">{say('import.imported-title')}</h3>
            <ul className="report-list">
              {imported.map(({ file, title }) => (
                <li key={file} className="imported">
                  <bdi>{title}</bdi>
                  <bdi className="hint">{nameOf(file)}</bdi>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Dialog>
  )
}
