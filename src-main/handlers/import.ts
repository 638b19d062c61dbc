import { resolve } from 'node:path'
import type { ImportPreview } from '../../annotations/api/views.ts'
import { type FoundFile, findFiles } from '../corpus/find-files.ts'
import { importArticles, isStored, readOrReject } from '../corpus/import-articles.ts'
import { cut } from '../corpus/text-metadata.ts'
import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'
import { inParallel } from '../storage/in-parallel.ts'
import type { OpenProject } from '../storage/projects.ts'

const previewed = 50
/** Characters shown of each file. */
const shown = 400

type Preview = ImportPreview['files'][number]

/** The encoding asked for each file: its own, or the one for all. Paths are compared as places, not as spellings. */
function encodingByFile(encoding: string, encodings: Record<string, string>) {
  const own = new Map(Object.entries(encodings).map(([file, name]) => [resolve(file), name]))
  return (file: string) => own.get(resolve(file)) ?? encoding
}

async function preview(project: OpenProject, found: FoundFile, encoding: string): Promise<Preview> {
  const read = await readOrReject(found, encoding)
  if (read.kind === 'rejected') return read
  const { id, decision, metadata, text } = read.article
  const known = await isStored(project, id).catch(() => true)
  return {
    kind: 'readable',
    file: read.file,
    decision,
    metadata,
    beginning: cut(text, shown),
    duplicateOf: known ? id : undefined,
  }
}

export function importHandlers({
  projects,
  jobs,
  shell,
}: Services): Pick<Handlers, 'import.preview' | 'import.run'> {
  return {
    'import.preview': async ({ project, paths, encoding, encodings }) => {
      const open = await projects.get(project)
      const encodingOf = encodingByFile(encoding, encodings)
      const found = await findFiles(paths)
      // What can be read comes first: a folder of pictures must not crowd out its articles.
      const ordered = [
        ...found.filter(({ kind }) => kind === 'file'),
        ...found.filter(({ kind }) => kind === 'rejected'),
      ]
      const files = await inParallel(ordered.slice(0, previewed), 4, one =>
        preview(open, one, encodingOf(one.file)),
      )
      return { files, more: Math.max(0, ordered.length - previewed) }
    },
    'import.run': ({ project, paths, encoding, encodings, job: name, published, outlet }) =>
      jobs.run(name, async job => {
        const open = await projects.get(project)
        return importArticles({
          project: open,
          files: await findFiles(paths, () => job.cancelled),
          encodingOf: encodingByFile(encoding, encodings),
          given: { published, outlet },
          job,
          now: shell.now,
        })
      }),
  }
}
