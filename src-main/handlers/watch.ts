import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { AppError, appError, failureOf } from '../app-error.ts'
import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'

/** Is one place the other, or inside it? */
const holds = (outer: string, inner: string) =>
  inner === outer || inner.startsWith(outer.endsWith('/') ? outer : `${outer}/`)

export function watchHandlers({
  projects,
  settings,
  watchers,
}: Services): Pick<Handlers, 'watch.start' | 'watch.stop'> {
  return {
    'watch.start': async ({ project, folder: asked }) => {
      const folder = resolve(asked)
      const { paths } = await projects.get(project)
      const found = await stat(folder).catch(error => {
        throw new AppError(failureOf(error, folder))
      })
      if (!found.isDirectory()) throw appError('not-a-folder', { file: folder })
      // What the project writes would come back into it.
      if (holds(folder, paths.folder) || holds(paths.folder, folder))
        throw appError('inside-project', { file: folder })
      watchers.start(project, folder)
      return settings.change(now => ({
        ...now,
        watching: [
          ...now.watching.filter(one => one.project !== project || one.folder !== folder),
          { project, folder },
        ],
      }))
    },
    'watch.stop': async ({ project, folder }) => {
      await watchers.stop(project, folder)
      return settings.change(now => ({
        ...now,
        watching: now.watching.filter(one => one.project !== project || one.folder !== folder),
      }))
    },
  }
}
