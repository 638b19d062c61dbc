import { useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { noteText } from '../../../annotations/agreement/reason-words.ts'
import type { AgreementReport } from '../../../annotations/agreement/report-shape.ts'
import { reportWords } from '../../../annotations/agreement/report-words.ts'
import type { ProjectView } from '../../../annotations/api/views.ts'
import { showDialog } from '../../state/session.ts'
import { type Key, language, useSay } from '../../strings/words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Passages } from './passages.tsx'
import { Claims, Documents, Labels, Overall, Pairs } from './report-parts.tsx'
import { SaveReport } from './save-report.tsx'

type Props = { report: AgreementReport; project: ProjectView; onAgain(): void }

const tabs = [
  ['overall', 'agreement.tab-overall', Overall],
  ['passages', 'agreement.tab-passages', Passages],
  ['labels', 'agreement.tab-labels', Labels],
  ['pairs', 'agreement.tab-pairs', Pairs],
  ['claims', 'agreement.tab-claims', Claims],
  ['documents', 'agreement.tab-documents', Documents],
] as const satisfies readonly (readonly [string, Key, unknown])[]

/** The report, part by part; its exports below. */
export function ReportWindow({ report, project, onAgain }: Props) {
  const say = useSay()
  const [saving, setSaving] = useState(false)
  const close = () => showDialog(undefined)
  if (saving)
    return <SaveReport report={report} project={project} onBack={() => setSaving(false)} />
  const { compared, all } = report.documents
  return (
    <Dialog
      name="agreement"
      size="wide"
      title={reportWords.title[language()]}
      onClose={close}
      footer={
        <>
          <Button onPress={onAgain} data-testid="again">
            {say('agreement.again')}
          </Button>
          <Button
            onPress={() => setSaving(true)}
            isDisabled={compared === 0}
            data-testid="save-report"
          >
            {say('agreement.save')}
          </Button>
          <Button kind="primary" onPress={close} data-testid="close">
            {say('dialog.done')}
          </Button>
        </>
      }
    >
      <p className="lead" data-testid="report-about">
        {say('agreement.about', { compared, all })}{' '}
        {reportWords[report.matching === 'arabic' ? 'matchingArabic' : 'matchingExact'][language()]}
        .
      </p>
      {compared === 0 ? (
        <div className="agreement-empty" data-testid="nothing-compared">
          <p>{say('agreement.nothing')}</p>
          <Notes report={report} />
        </div>
      ) : (
        <Tabs className="report-tabs">
          <TabList className="tabs" aria-label={reportWords.title[language()]}>
            {tabs.map(([id, key]) => (
              <Tab key={id} id={id} className="tab" data-testid={`tab-${id}`}>
                {say(key)}
              </Tab>
            ))}
          </TabList>
          {tabs.map(([id, , Part]) => (
            <TabPanel key={id} id={id} className="report-panel">
              <Part report={report} />
              {id === 'overall' && <Notes report={report} />}
            </TabPanel>
          ))}
        </Tabs>
      )}
    </Dialog>
  )
}

/** What did not enter the comparison, and why. */
function Notes({ report }: { report: AgreementReport }) {
  const say = useSay()
  if (report.notes.length === 0) return null
  return (
    <details className="report-notes" data-testid="report-notes">
      <summary>{say('agreement.notes', { count: report.notes.length + report.moreNotes })}</summary>
      <ul>
        {report.notes.map(note => (
          <li key={`${note.kind} ${note.document} ${note.annotator}`}>
            {noteText(note, language())}
          </li>
        ))}
      </ul>
    </details>
  )
}
