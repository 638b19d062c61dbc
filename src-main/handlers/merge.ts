import type { Handlers } from '../dispatch.ts'
import { mergeProjects } from '../merge/merge-projects.ts'
import { findConflicts, resolveConflicts } from '../merge/repair-conflicts.ts'
import type { Services } from '../services.ts'

type Methods = 'project.merge' | 'project.conflicts' | 'project.resolve'

/** What several people or machines made of one project, brought into one. */
export function mergeHandlers({ projects, jobs }: Services): Pick<Handlers, Methods> {
  return {
    'project.merge': ({ a, b, out, job: name }) =>
      jobs.run(name, job => mergeProjects({ a, b, out }, job)),
    'project.conflicts': async ({ project }) => {
      const { paths } = await projects.get(project)
      const found = await findConflicts(paths)
      return { files: found.map(({ place, copies }) => ({ file: place, copies: copies.length })) }
    },
    'project.resolve': async ({ project }) => {
      const { paths, sets, locks } = await projects.get(project)
      // Logs that are held open would go on being written where they were.
      await sets.close()
      const done = await resolveConflicts(paths, locks)
      await projects.reopen(project)
      return done
    },
  }
}
