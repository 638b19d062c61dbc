import { resolve } from 'node:path'
import type { ImportPreview } from '../../annotations/api/views.ts'
import { guessMapping, type TableMapping } from '../../annotations/model/table-mapping.ts'
import { failureOf } from '../app-error.ts'
import { type FoundFile, findFiles } from '../corpus/find-files.ts'
import { importArticles, isStored } from '../corpus/import-articles.ts'
import { pasteArticle } from '../corpus/paste-article.ts'
import { type Article, type ReadTable, readFileOfArticles } from '../corpus/read-article.ts'
import { receiveFile } from '../corpus/receive-file.ts'
import { cut } from '../corpus/text-metadata.ts'
import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'
import { inParallel } from '../storage/in-parallel.ts'
import type { OpenProject } from '../storage/projects.ts'

const previewed = 50
/** Characters shown of each file, and rows of each table. */
const shown = 400
const sampled = 3

type Preview = ImportPreview['files'][number]

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

async function previewArticle(
  project: OpenProject,
  file: string,
  { id, decision, metadata, text }: Article,
): Promise<Preview> {
  const known = await isStored(project, id).catch(() => true)
  return {
    kind: 'readable',
    file,
    decision,
    metadata,
    beginning: cut(text, shown),
    duplicateOf: known ? id : undefined,
  }
}

function previewTable(read: ReadTable, asked: TableMapping | undefined): Preview {
  const { file, decision, table } = read
  const mapping = asked ?? guessMapping(table.columns)
  const rows = table.rows.filter(row => row.kind === 'row')
  return {
    kind: 'table',
    file,
    decision,
    columns: table.columns,
    mapping,
    rows: rows.length,
    bad: table.rows.length - rows.length,
    sample: rows
      .slice(0, sampled)
      .map(({ cells }) =>
        Object.fromEntries(Object.entries(cells).map(([k, v]) => [k, cut(v, 160)])),
      ),
  }
}

async function preview(
  project: OpenProject,
  found: FoundFile,
  encoding: string,
  mapping: TableMapping | undefined,
): Promise<Preview> {
  if (found.kind === 'rejected') return found
  const { file } = found
  try {
    const read = await readFileOfArticles(file, encoding)
    return 'article' in read
      ? await previewArticle(project, file, read.article)
      : previewTable(read, mapping)
  } catch (error) {
    const failure = failureOf(error, file)
    if (failure.code === 'internal') throw error
    return { kind: 'rejected', file, failure }
  }
}

export function importHandlers({
  projects,
  jobs,
  shell,
  search,
}: Services): Pick<Handlers, 'import.preview' | 'import.run' | 'import.paste' | 'import.receive'> {
  return {
    'import.preview': async ({ project, paths, encoding, encodings, mappings }) => {
      const open = await projects.get(project)
      const encodingOf = encodingByFile(encoding, encodings)
      const mappingOf = mappingByFile(mappings)
      const found = await findFiles(paths)
      // What can be read comes first: a folder of pictures must not crowd out its articles.
      const ordered = [
        ...found.filter(({ kind }) => kind === 'file'),
        ...found.filter(({ kind }) => kind === 'rejected'),
      ]
      const files = await inParallel(ordered.slice(0, previewed), 4, one =>
        preview(open, one, encodingOf(one.file), mappingOf(one.file)),
      )
      return { files, more: Math.max(0, ordered.length - previewed) }
    },
    'import.run': ({ project, paths, job: name, published, outlet, ...how }) =>
      jobs.run(name, async job => {
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
        search.touch(open.paths.folder, 'all')
        return report
      }),
    'import.paste': async ({ project, text, metadata }) => {
      const open = await projects.get(project)
      const pasted = await pasteArticle(open, text, metadata, shell.now())
      search.touch(open.paths.folder, 'all')
      return pasted
    },
    'import.receive': async ({ name, base64 }) => ({
      path: await receiveFile(shell.userData, name, Buffer.from(base64, 'base64'), shell.now()),
    }),
  }
}
