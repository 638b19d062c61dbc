import type { AgreementReport } from '../../../annotations/agreement/report-shape.ts'
import type { ProjectView } from '../../../annotations/api/views.ts'
import { call } from '../../bridge.ts'
import { language, useSay } from '../../strings/words.ts'
import { SaveDialog } from '../save-dialog.tsx'

type Props = { report: AgreementReport; project: ProjectView; onBack(): void }

/** The report as one page, as a table, or as data. */
export function SaveReport({ report, project: { folder, project }, onBack }: Props) {
  const say = useSay()
  return (
    <SaveDialog
      name="save-report"
      title={say('agreement.save-title')}
      back={say('agreement.back')}
      onBack={onBack}
      formats={[
        { id: 'html', name: say('agreement.html') },
        { id: 'csv', name: say('agreement.csv') },
        { id: 'json', name: say('agreement.json') },
      ]}
      beside={{ folder, title: project.title, what: 'agreement' }}
      write={(format, out, overwrite) =>
        call('agreement.save', {
          project: folder,
          report,
          format,
          language: language(),
          out,
          overwrite,
        })
      }
    />
  )
}
