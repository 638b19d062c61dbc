import type { AppEvent } from '../annotations/api/app-event.ts'
import type { Diagnostics } from './diagnostics/diagnostics.ts'
import { type ExportThreads, exportThreads } from './export/export-threads.ts'
import { type Jobs, jobs } from './jobs.ts'
import { type SearchService, searchService } from './search/search-service.ts'
import { searchThread } from './search/search-thread.ts'
import { type Projects, projects } from './storage/projects.ts'
import { type SettingsStore, settingsStore } from './storage/settings-store.ts'
import { type Watchers, watchers } from './watch/watchers.ts'

/** What a shell brings with it; it decides nothing else. */
export type Shell = {
  kind: 'electron' | 'web' | 'cli'
  version: string
  /** Where settings and the editable sample live. */
  userData: string
  /** The sample project as shipped. */
  sample: string
  /** The built script of the threads that write exports; without it exports are written on the main thread. */
  exportWorker?: string
  /** The built script of the threads that compare annotators; without it they are compared on the main thread. */
  agreementWorker?: string
  /** The built script of the thread that reads across documents; without it that is done on the main thread. */
  acrossWorker?: string
  /** The built script of the thread that searches; without it searching is done on the main thread. */
  searchWorker?: string
  /** The project the app was started on. */
  project?: string
  /** The page was lost and opened again; said once. */
  pageLost?: boolean
  /** Log and reports of faults; without them nothing is kept. */
  diagnostics?: Diagnostics
  /** The system's own file dialogs, where there are any; an empty list is a dialog closed. */
  choose?: (kind: 'folder' | 'files' | 'save', title: string, start?: string) => Promise<string[]>
  /** Another window, where there are windows. */
  openWindow?: (project?: string) => Promise<void>
  emit: (event: AppEvent) => void
  now: () => Date
}

/** What the handlers work with. */
export type Services = {
  shell: Shell
  projects: Projects
  settings: SettingsStore
  jobs: Jobs
  threads: ExportThreads | undefined
  diagnostics: Diagnostics | undefined
  watchers: Watchers
  search: SearchService
}

export function services(shell: Shell): Services {
  const open = projects({
    now: shell.now,
    notice: (project, { kind, ...what }) => shell.emit({ kind, project, ...what }),
  })
  const search =
    shell.searchWorker === undefined ? searchService() : searchThread(shell.searchWorker)
  // What a watched folder brought is to be found, too.
  const emit: Shell['emit'] = event => {
    if (event.kind === 'imported') search.touch(event.project, 'all')
    shell.emit(event)
  }
  return {
    shell,
    projects: open,
    settings: settingsStore(shell.userData, shell.now),
    jobs: jobs(shell.emit, shell.now),
    watchers: watchers(open, { ...shell, emit }),
    threads: shell.exportWorker === undefined ? undefined : exportThreads(shell.exportWorker),
    diagnostics: shell.diagnostics,
    search,
  }
}
