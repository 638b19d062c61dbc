import { z } from 'zod'
import { job, method, nothing } from './method.ts'
import { path } from './path.ts'
import { settings } from './settings.ts'
import { folderListing } from './views.ts'

/** What the shell is asked: who it is, settings, folders, its own dialogs. */
export const appMethods = {
  'app.start': method(
    nothing,
    z.strictObject({
      version: z.string(),
      shell: z.enum(['electron', 'web', 'cli']),
      /** Has the shell the system's own file dialogs? */
      dialogs: z.boolean(),
      settings,
      /** The project the app was started on. */
      project: z.string().optional(),
      home: z.string(),
      /** The page before this one was lost; what it had saved is there. */
      pageLost: z.boolean(),
    }),
  ),
  /** Another window on a project, where the shell has windows. */
  'app.new-window': method(z.strictObject({ project: path.optional() }), nothing),
  'settings.save': method(settings.partial(), settings),
  'jobs.cancel': method(z.strictObject({ job }), nothing),
  'folders.list': method(z.strictObject({ folder: path.optional() }), folderListing),
  'dialogs.choose': method(
    z.strictObject({
      kind: z.enum(['folder', 'files', 'save']),
      title: z.string(),
      start: z.string().optional(),
    }),
    z.strictObject({ paths: z.array(z.string()) }),
  ),
} as const
