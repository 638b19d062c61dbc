import { checkScheme } from '../../annotations/model/check-scheme.ts'
import { storedScheme } from '../../annotations/model/stored.ts'
import type { Handlers } from '../dispatch.ts'
import { refuseTaken } from '../export/export-place.ts'
import { changeScheme } from '../scheme/change-scheme.ts'
import { planMigration } from '../scheme/plan-migration.ts'
import { readSchemeFile } from '../scheme/scheme-file.ts'
import { undoScheme } from '../scheme/undo-scheme.ts'
import type { Services } from '../services.ts'
import { writeStored } from '../storage/json-file.ts'

type Methods =
  | 'scheme.preview'
  | 'scheme.save'
  | 'scheme.undo'
  | 'scheme.read-file'
  | 'scheme.write-file'

export function schemeHandlers({ projects, jobs, shell }: Services): Pick<Handlers, Methods> {
  return {
    'scheme.preview': async ({ project, scheme: after, migration }) => {
      const { paths, project: about } = await projects.get(project)
      const { touched } = await planMigration(paths, { before: about.scheme, after, migration })
      return { problems: checkScheme(after), touched }
    },
    'scheme.save': ({ project, scheme: after, basedOn: before, migration, job: name }) =>
      jobs.run(name, async job => {
        const open = await projects.get(project)
        return changeScheme({ open, job, at: shell.now(), before, after, migration })
      }),
    'scheme.undo': async ({ project }) => undoScheme(await projects.get(project), shell.now()),
    'scheme.read-file': ({ path }) => readSchemeFile(path),
    'scheme.write-file': async ({ scheme, out, overwrite }) => {
      await refuseTaken(out, overwrite)
      await writeStored(out, storedScheme, scheme)
      return { file: out }
    },
  }
}
