import { type ComponentType, useEffect } from 'react'
import { call } from '../bridge.ts'
import { GuidelineDialog } from '../people/guideline-dialog.tsx'
import { MergeDialog } from '../people/merge-dialog.tsx'
import { RequestChangesDialog } from '../people/request-changes-dialog.tsx'
import { TeamDialog } from '../people/team-dialog.tsx'
import { CodebookDialog } from '../register/codebook-dialog.tsx'
import { RegisterDialog } from '../register/register-dialog.tsx'
import { SchemeDialog } from '../scheme/scheme-dialog.tsx'
import { type DialogName, useSession } from '../state/session.ts'
import { AcceptAcrossDialog } from './accept-across-dialog.tsx'
import { AgreementDialog } from './agreement/agreement-dialog.tsx'
import { AnnotatorDialog } from './annotator-dialog.tsx'
import { CopiesDialog } from './copies-dialog.tsx'
import { DiagnosticsDialog } from './diagnostics-dialog.tsx'
import { ExportDialog } from './export-dialog.tsx'
import { fetched } from './fetched.tsx'
import { HistoryDialog } from './history-dialog.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { MetadataDialog } from './metadata-dialog.tsx'
import { NewProjectDialog } from './new-project-dialog.tsx'
import { OpenProjectDialog } from './open-project-dialog.tsx'
import { Palette } from './palette.tsx'
import { PasteDialog } from './paste-dialog.tsx'
import { RecurringDialog } from './recurring-dialog.tsx'
import { RemovingDialog } from './removing-dialog.tsx'
import { SearchDialog } from './search-dialog.tsx'
import { SettingsDialog } from './settings-dialog.tsx'
import { VersionsDialog } from './versions-dialog.tsx'

// What draws is large, and loaded when it is first asked for.
const dashboard = fetched(
  async () => (await import('../corpus/dashboard-dialog.tsx')).DashboardDialog,
)
const across = fetched(async () => (await import('../across/across-dialog.tsx')).AcrossDialog)

const dialogs: Record<DialogName, ComponentType> = {
  'new-project': NewProjectDialog,
  'open-project': OpenProjectDialog,
  import: ImportDialog,
  export: ExportDialog,
  settings: SettingsDialog,
  metadata: MetadataDialog,
  annotator: AnnotatorDialog,
  scheme: SchemeDialog,
  paste: PasteDialog,
  dashboard: dashboard.Fetched,
  keys: KeysDialog,
  diagnostics: DiagnosticsDialog,
  versions: VersionsDialog,
  agreement: AgreementDialog,
  palette: Palette,
  history: HistoryDialog,
  'find-document': Palette,
  search: SearchDialog,
  removing: RemovingDialog,
  'accept-across': AcceptAcrossDialog,
  copies: CopiesDialog,
  recurring: RecurringDialog,
  team: TeamDialog,
  'request-changes': RequestChangesDialog,
  guideline: GuidelineDialog,
  merge: MergeDialog,
  across: across.Fetched,
  register: RegisterDialog,
  codebook: CodebookDialog,
}

/** Milliseconds after a project was opened that belong to whoever opens a first article of it. */
const firstMoments = 1300

/** The dialog that is asked for, over whatever is behind it. */
export function Dialogs() {
  const name = useSession(session => session.dialog)
  const isOpen = useSession(session => session.project !== undefined)
  // One key leads there from any text: it is fetched, and what answers there begun, while the window has nothing to do.
  useEffect(() => {
    if (!isOpen) return
    let idle = 0
    const timer = setTimeout(() => {
      idle = requestIdleCallback(() => {
        across.bring()
        void call('across.ready', {})
      })
    }, firstMoments)
    return () => {
      clearTimeout(timer)
      cancelIdleCallback(idle)
    }
  }, [isOpen])
  const Named = name && dialogs[name]
  return Named ? <Named /> : null
}
