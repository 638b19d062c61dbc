import type { ImportPreview } from '../../annotations/api/views.ts'
import { guessMapping, type TableMapping } from '../../annotations/model/table-mapping.ts'
import { failureOf } from '../app-error.ts'
import { inParallel } from '../storage/in-parallel.ts'
import type { OpenProject } from '../storage/projects.ts'
import { type FoundFile, findFiles } from './find-files.ts'
import { isStored } from './import-articles.ts'
import { type Article, type ReadTable, readFileOfArticles } from './read-article.ts'
import { cut } from './text-metadata.ts'

const previewed = 50
/** Characters shown of each file, and rows of each table. */
const shown = 400
const sampled = 3

type Preview = ImportPreview['files'][number]

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

/** What an import of these would bring, as far as one can look through it. */
export async function previewFiles(
  project: OpenProject,
  paths: readonly string[],
  encodingOf: (file: string) => string,
  mappingOf: (file: string) => TableMapping | undefined,
): Promise<ImportPreview> {
  const found = await findFiles(paths)
  // What can be read comes first: a folder of pictures must not crowd out its articles.
  const ordered = [
    ...found.filter(({ kind }) => kind === 'file'),
    ...found.filter(({ kind }) => kind === 'rejected'),
  ]
  const files = await inParallel(ordered.slice(0, previewed), 4, one =>
    preview(project, one, encodingOf(one.file), mappingOf(one.file)),
  )
  return { files, more: Math.max(0, ordered.length - previewed) }
}
