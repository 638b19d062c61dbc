import { homedir } from 'node:os'
import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'

type Methods = 'app.start' | 'app.new-window' | 'settings.save' | 'jobs.cancel'

export function appHandlers({ shell, settings, jobs }: Services): Pick<Handlers, Methods> {
  return {
    'app.start': async () => {
      const pageLost = shell.pageLost === true
      shell.pageLost = false
      return {
        version: shell.version,
        shell: shell.kind,
        dialogs: shell.choose !== undefined,
        settings: await settings.read(),
        project: shell.project,
        home: homedir(),
        pageLost,
      }
    },
    'app.new-window': async ({ project }) => {
      await shell.openWindow?.(project)
      return {}
    },
    'settings.save': patch => settings.change(now => ({ ...now, ...patch })),
    'jobs.cancel': async ({ job }) => {
      jobs.cancel(job)
      return {}
    },
  }
}
