import { resolve } from 'node:path'
import type { TableMapping } from '../../annotations/model/table-mapping.ts'
import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'
import { sweepProject } from '../storage/sweep.ts'

/** Readers of articles, which who starts the app to do something else does not wait for. */
const readers = async () => ({
  ...(await import('../corpus/find-files.ts')),
  ...(await import('../corpus/import-articles.ts')),
  ...(await import('../corpus/paste-article.ts')),
  ...(await import('../corpus/preview-files.ts')),
  ...(await import('../corpus/receive-file.ts')),
})

/** What the columns of each table mean, where that was said. */
function mappingByFile(mappings: Record<string, TableMapping>) {
  const own = new Map(Object.entries(mappings).map(([file, one]) => [resolve(file), one]))
  return (file: string) => own.get(resolve(file))
}

/** The encoding asked for each file: its own, or the one for all. Paths are compared as places, not as spellings. */
function encodingByFile(encoding: string, encodings: Record<string, string>) {
  const own = new Map(Object.entries(encodings).map(([file, name]) => [resolve(file), name]))
  return (file: string) => own.get(resolve(file)) ?? encoding
}

export function importHandlers({
  projects,
  jobs,
  shell,
  search,
}: Services): Pick<Handlers, 'import.preview' | 'import.run' | 'import.paste' | 'import.receive'> {
  return {
    'import.preview': async ({ project, paths, encoding, encodings, mappings }) => {
      const { previewFiles } = await readers()
      const encodingOf = encodingByFile(encoding, encodings)
      return previewFiles(await projects.get(project), paths, encodingOf, mappingByFile(mappings))
    },
    'import.run': ({ project, paths, job: name, published, outlet, ...how }) =>
      jobs.run(name, async job => {
        const { findFiles, importArticles } = await readers()
        const open = await projects.get(project)
        const report = await importArticles({
          project: open,
          files: await findFiles(paths, () => job.cancelled),
          encodingOf: encodingByFile(how.encoding, how.encodings),
          mappingOf: mappingByFile(how.mappings),
          given: { published, outlet },
          job,
          now: shell.now,
        })
        await sweepProject(open.paths.folder)
        search.touch(open.paths.folder, 'all')
        return report
      }),
    'import.paste': async ({ project, text, metadata }) => {
      const { pasteArticle } = await readers()
      const open = await projects.get(project)
      const pasted = await pasteArticle(open, text, metadata, shell.now())
      search.touch(open.paths.folder, 'all')
      return pasted
    },
    'import.receive': async ({ name, base64 }) => {
      const { receiveFile } = await readers()
      const bytes = Buffer.from(base64, 'base64')
      return { path: await receiveFile(shell.userData, name, bytes, shell.now()) }
    },
  }
}
