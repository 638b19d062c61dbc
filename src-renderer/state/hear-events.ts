import { onEvent } from '../bridge.ts'
import { say } from '../strings/words.ts'
import { refreshProject } from './navigation.ts'
import { showRegions } from './regions.ts'
import { announce, putEntries, useSession } from './session.ts'

/** What the main side says unasked about the project that is open. */
export function hearEvents(): () => void {
  return onEvent(event => {
    if (event.kind === 'progress') return
    const { project } = useSession.getState()
    if (!project || event.project !== project.folder) return
    if (event.kind === 'entries') putEntries(event.entries)
    if (event.kind === 'imported') {
      useSession.setState({ arrival: event })
      announce(say('import.imported', { count: event.report.imported.length }))
      void showRegions(event.report.recurring?.documents ?? [])
      void refreshProject()
    }
  })
}
