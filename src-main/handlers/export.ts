import { formats } from '../../annotations/formats/formats.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import { AppError, appError } from '../app-error.ts'
import type { Handlers } from '../dispatch.ts'
import { exportLines, type Written } from '../export/export-lines.ts'
import { exportPlace, refuseTaken } from '../export/export-place.ts'
import { setsToExport } from '../export/export-sets.ts'
import type { Services } from '../services.ts'
import { actorStore } from '../storage/actor-store.ts'
import type { ProjectPaths } from '../storage/paths.ts'
import { readProject } from '../storage/read-project.ts'
import { replaceFile } from '../storage/replace-file.ts'

/** The whole register: an export with names left blank for want of a file would be wrong in silence. */
async function register(paths: ProjectPaths): Promise<Map<string, Actor>> {
  const { actors, unreadable } = await actorStore(paths).all()
  if (unreadable[0]) throw new AppError(unreadable[0])
  return new Map(actors.map(actor => [actor.id, actor]))
}

export function exportHandlers({ jobs, threads }: Services): Pick<Handlers, 'export.run'> {
  return {
    'export.run': ({ project, job: name, format, out, annotators, overwrite }) =>
      jobs.run(name, async job => {
        // Read from the disk and not from what is open: what others saved meanwhile belongs in it too.
        const { paths } = await readProject(project)
        const file = await exportPlace(out, overwrite, paths)
        const chosen = await setsToExport(paths, annotators)
        if (chosen.length === 0) throw appError('nothing-to-export', {})
        const actors = await register(paths)
        const written: Written = { lines: 0, annotations: 0, bytes: 0 }
        async function* content() {
          yield* exportLines(
            { paths, chosen, actors, format: formats[format], job, threads },
            written,
          )
          job.check()
          await refuseTaken(file, overwrite)
        }
        await replaceFile(file, content())
        return { file, ...written, offsets: formats[format].offsets }
      }),
  }
}
