import { rm } from 'node:fs/promises'
import type { Failure, FailureCode } from '../../annotations/api/failures.ts'
import type { ImportReport } from '../../annotations/api/views.ts'
import type { Document, DocumentMetadata } from '../../annotations/model/document.ts'
import type { TableMapping } from '../../annotations/model/table-mapping.ts'
import { wordsOf } from '../../annotations/text/boundaries.ts'
import { AppError, failureOf } from '../app-error.ts'
import type { Job } from '../jobs.ts'
import { inParallel } from '../storage/in-parallel.ts'
import type { OpenProject } from '../storage/projects.ts'
import { dimAfterImport } from './dim-recurring.ts'
import type { FoundFile } from './find-files.ts'
import { type Article, documentOf, readFileOfArticles } from './read-article.ts'
import { readTable } from './table-articles.ts'

/** Files on their way at once: waiting for the disk to flush is what an import does most. */
const width = 8
const handful = 64

export type Importing = {
  project: OpenProject
  files: readonly FoundFile[]
  encodingOf: (file: string) => string
  /** For tables whose columns do not say what they are. */
  mappingOf?: (file: string) => TableMapping | undefined
  /** For documents that say nothing of their own. */
  given: Pick<DocumentMetadata, 'outlet' | 'published'>
  job: Job
  now: () => Date
}

export type Read =
  | { kind: 'read'; file: string; article: Article }
  | { kind: 'rejected'; file: string; failure: Failure }

/** Whatever is wrong with a file is said about that one. A bug is not, and stops the work. */
export function rejection(error: unknown, file: string): Read {
  const failure = failureOf(error, file)
  if (failure.code === 'internal') throw error
  return { kind: 'rejected', file, failure }
}

/** Files come from people: one may be no article, or hold many. */
async function readOrReject(
  found: FoundFile,
  encoding: string,
  mapping: TableMapping | undefined,
): Promise<Read[]> {
  if (found.kind === 'rejected') return [found]
  const { file } = found
  try {
    const read = await readFileOfArticles(file, encoding)
    return 'article' in read
      ? [{ kind: 'read', file, article: read.article }]
      : readTable(read, mapping)
  } catch (error) {
    return [rejection(error, file)]
  }
}

/** Is this document in the project? The disk knows; a record that cannot be read is there all the same. */
export async function isStored({ documents }: OpenProject, id: string): Promise<boolean> {
  try {
    await documents.readRecord(id)
    return true
  } catch (error) {
    if (failureOf(error).code === 'no-document') return false
    throw error
  }
}

/** Failures of one record that is there; all others are of the project and stop an import. */
const damaged: readonly FailureCode[] = ['not-json', 'wrong-shape', 'newer-format']

/** Store a document and list it; where that fails, nothing of it stays. */
export async function store(project: OpenProject, document: Document): Promise<void> {
  const { documents, index, lines, paths } = project
  try {
    await documents.add(document)
  } catch (error) {
    // Unless it is stored after all, by someone else or but for a last flush.
    const stored = await isStored(project, document.id).catch(() => true)
    if (!stored) await rm(paths.documentText(document.id), { force: true }).catch(() => {})
    throw error
  }
  const { text, ...record } = document
  index.putDocument(record, wordsOf(text).length)
  await lines.put(document.id, text, document.regions)
}

type Arrival = { file: string; article: Article }

/** Sort what was read into the report: duplicates and rejects are said, what is new is the answer. */
async function sortOut(
  reads: readonly Read[],
  { project }: Importing,
  report: ImportReport,
): Promise<Arrival[]> {
  const arrivals = new Map<string, Arrival>()
  for (const read of reads) {
    const { file } = read
    if (read.kind === 'rejected') {
      report.rejected.push({ file, failure: read.failure })
      continue
    }
    const { article } = read
    try {
      if (arrivals.has(article.id) || (await isStored(project, article.id)))
        report.duplicates.push({ file, id: article.id })
      else arrivals.set(article.id, { file, article })
    } catch (error) {
      const failure = failureOf(error)
      if (!damaged.includes(failure.code)) throw error
      // The project holds this document in a record that cannot be read: it is left as it is.
      report.rejected.push({ file, failure })
    }
  }
  return [...arrivals.values()]
}

/** Store what is new; the first failure of the project's own disk is the answer, after every write has ended. */
async function storeAll(
  arrivals: readonly Arrival[],
  { project, given, now }: Importing,
  report: ImportReport,
): Promise<unknown> {
  const failures = await inParallel(arrivals, width, async ({ file, article }) => {
    const document = documentOf(article, given, now())
    try {
      await store(project, document)
      return undefined
    } catch (error) {
      return { file, error }
    }
  })
  for (const [at, { file, article }] of arrivals.entries()) {
    if (failures[at]) continue
    const { id, decision } = article
    report.imported.push({ file, id, title: article.metadata.title, decision })
  }
  return failures.find(failure => failure !== undefined)?.error
}

/**
 * Import files one batch after another. Bad files are reported and passed over; a project that cannot be written
 * stops the run with that failure; a cancelled run keeps what is in and says so.
 */
export async function importArticles(importing: Importing): Promise<ImportReport> {
  const { project, files, encodingOf, mappingOf, job } = importing
  const report: ImportReport = { imported: [], duplicates: [], rejected: [], cancelled: false }
  try {
    for (let at = 0; at < files.length && !job.cancelled; at += width) {
      const batch = files.slice(at, at + width)
      job.progress(at, files.length, batch[0]?.file)
      const reads = await inParallel(batch, width, found =>
        readOrReject(found, encodingOf(found.file), mappingOf?.(found.file)),
      )
      // A table may hold thousands: they are stored a handful at a time, so that one may still say stop.
      const articles = reads.flat()
      for (let done = 0; done < articles.length && !job.cancelled; done += handful) {
        const some = articles.slice(done, done + handful)
        const stopped = await storeAll(await sortOut(some, importing, report), importing, report)
        if (stopped !== undefined) throw new AppError(failureOf(stopped))
        if (articles.length > handful) job.progress(at, files.length, some.at(-1)?.file)
      }
      job.progress(Math.min(at + width, files.length), files.length)
    }
  } finally {
    await project.index.writeCache()
  }
  const recurring = await dimAfterImport(
    project,
    report.imported.map(({ id }) => id),
  )
  return { ...report, ...(recurring && { recurring }), cancelled: job.cancelled }
}
