import type { AppEvent } from '../annotations/api/app-event.ts'
import type { Diagnostics } from './diagnostics/diagnostics.ts'
import { type ExportThreads, exportThreads } from './export/export-threads.ts'
import { type Jobs, jobs } from './jobs.ts'
import { type SearchService, searchService } from './search/search-service.ts'
import { searchThread } from './search/search-thread.ts'
import { type Projects, projects } from './storage/projects.ts'
import { type SettingsStore, settingsStore } from './storage/settings-store.ts'
import { type ProjectWatchers, projectWatchers } from './watch/project-watchers.ts'
import { type Watchers, watchers } from './watch/watchers.ts'

/** Scripts by what their threads do: write exports, compare annotators, read across documents, search, watch a folder. */
export type Workers = Record<'export' | 'agreement' | 'across' | 'search' | 'watch', string>

/** What a shell brings with it; it decides nothing else. */
export type Shell = {
  kind: 'electron' | 'web' | 'cli'
  version: string
  /** Where settings and the editable sample live. */
  userData: string
  /** The sample project as shipped. */
  sample: string
  /** The built scripts of what is done in threads; without them it is done on the main thread. */
  workers?: Workers
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
  projectWatchers: ProjectWatchers
  search: SearchService
}

export function services(shell: Shell): Services {
  const open = projects({
    now: shell.now,
    notice: (project, { kind, ...what }) => shell.emit({ kind, project, ...what }),
  })
  const search = shell.workers === undefined ? searchService() : searchThread(shell.workers.search)
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
    projectWatchers: projectWatchers(shell.workers?.watch),
    threads: shell.workers && exportThreads(shell.workers.export),
    diagnostics: shell.diagnostics,
    search,
  }
}
