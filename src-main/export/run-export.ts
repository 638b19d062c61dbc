import { registerOf } from '../../annotations/actors/register.ts'
import { isLossless } from '../../annotations/formats/exchange/losses.ts'
import { noNames, speaker } from '../../annotations/formats/exchange/spoken.ts'
import type { Format, OffsetUnit, Out, WriteContext } from '../../annotations/formats/format.ts'
import type { FormatId } from '../../annotations/formats/format-ids.ts'
import { formatOf } from '../../annotations/formats/formats.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import { AppError, appError } from '../app-error.ts'
import type { Job } from '../jobs.ts'
import { actorStore } from '../storage/actor-store.ts'
import type { ProjectPaths } from '../storage/paths.ts'
import { readProject } from '../storage/read-project.ts'
import type { FileBytes } from './batch-lines.ts'
import { type Exporting, exportLines, nothingWritten, type Written } from './export-lines.ts'
import { exportFolderPlace, exportPlace, refuseTaken, refuseTakenFolder } from './export-place.ts'
import { type DocumentSets, setsToExport } from './export-sets.ts'
import type { ExportThreads } from './export-threads.ts'
import { folderReadme } from './folder-readme.ts'
import { besideOf, writeFiles, writeFolder } from './write-outs.ts'

/** The whole register: an export with names left blank for want of a file would be wrong in silence. */
async function register(paths: ProjectPaths): Promise<Actor[]> {
  const { actors, unreadable } = await actorStore(paths).all()
  if (unreadable[0]) throw new AppError(unreadable[0])
  return actors
}

export type AskedExport = {
  project: string
  format: FormatId
  annotators: 'all' | readonly string[]
  offsets?: 'utf16' | 'codepoint'
  furniture?: boolean
}

/** What is asked of an export, found on the disk. */
type Prepared = {
  format: Format
  unit: OffsetUnit
  paths: ProjectPaths
  chosen: DocumentSets[]
  actors: Actor[]
  exporting(written: Partial<WriteContext>, surveyOnly: boolean, job: Job): Exporting
}

export async function prepareExport(
  { project: folder, format: id, annotators, offsets, furniture = false }: AskedExport,
  threads: ExportThreads | undefined,
): Promise<Prepared> {
  const format = formatOf(id)
  const wish = offsets && ({ utf16: 'utf-16', codepoint: 'code points' } as const)[offsets]
  if (!format.writer) throw appError('not-written', { format: format.name })
  if (wish && !format.units.includes(wish))
    throw appError('offsets-not-offered', { format: format.name, offsets: offsets ?? '' })
  const unit = wish ?? format.units[0] ?? 'utf-16'
  // Read from the disk and not from what is open: what others saved meanwhile belongs in it too.
  const { paths, project } = await readProject(folder)
  const chosen = await setsToExport(paths, annotators)
  if (chosen.length === 0) throw appError('nothing-to-export', {})
  const actors = await register(paths)
  const context: WriteContext = {
    scheme: project.scheme,
    actors: registerOf(actors),
    unit,
    survey: { relations: 0 },
  }
  return {
    format,
    unit,
    paths,
    chosen,
    actors,
    exporting: (more, surveyOnly, job) => ({
      work: { paths, format, context: { ...context, ...more }, surveyOnly, furniture },
      chosen,
      actors,
      job,
      threads,
    }),
  }
}

/** Everything read, nothing written: what would be lost, and how much there is. */
export async function survey(prepared: Prepared, job: Job): Promise<Written> {
  const found = nothingWritten()
  for await (const _ of exportLines(prepared.exporting({}, true, job), found)) job.check()
  return found
}

/** A scheme with the names that files of this format have for it. */
export const spokenContext = ({ id }: Format, context: WriteContext): WriteContext => ({
  ...context,
  scheme: speaker(id, context.survey.names ?? noNames, context.scheme).scheme,
})

const bytesOf = (outs: readonly Out[]): FileBytes[] =>
  outs.map(({ file, text }) => ({ file, bytes: new TextEncoder().encode(text) }))

/** Head, pieces with what stands between them, and tail. */
async function* contentOf(exporting: Exporting, written: Written): AsyncGenerator<FileBytes[]> {
  const { format, context } = exporting.work
  const counted = (outs: readonly Out[]) => {
    const bytes = bytesOf(outs)
    for (const one of bytes) written.bytes += one.bytes.length
    return bytes
  }
  const { writer } = format
  const told = spokenContext(format, context)
  yield counted(writer?.head?.(told) ?? [])
  let first = true
  for await (const outs of exportLines(exporting, written)) {
    const main = outs.some(({ file }) => file === '')
    if (main && !first && writer?.between) yield counted([{ file: '', text: writer.between }])
    if (main) first = false
    yield outs
  }
  yield counted(writer?.tail?.(told) ?? [])
}

type RunExport = AskedExport & { out: string; overwrite: boolean; lossy: boolean }

/** Write a project's sets in a format; where something would be lost it is asked for first. */
export async function runExport(asked: RunExport, threads: ExportThreads | undefined, job: Job) {
  const { out, overwrite, lossy } = asked
  const prepared = await prepareExport(asked, threads)
  const { format, paths } = prepared
  const isFolder = format.layout === 'folder'
  const file = isFolder
    ? await exportFolderPlace(out, overwrite, paths)
    : await exportPlace(out, overwrite, paths)
  const places = (format.writer?.sides ?? []).map(ending => besideOf(file, ending))
  for (const place of places) await refuseTaken(place, overwrite)
  const before = format.id === 'isnad' ? nothingWritten() : await survey(prepared, job)
  if (!lossy && !isLossless(before.losses))
    throw appError('would-lose', { format: format.name }, before.losses)
  const written = nothingWritten()
  const { relations, layers, names } = before
  const exporting = prepared.exporting({ survey: { relations, layers, names } }, false, job)
  const confirm = async () => {
    job.check()
    if (isFolder) await refuseTakenFolder(file, overwrite)
    else for (const place of [file, ...places]) await refuseTaken(place, overwrite)
  }
  async function* withReadme() {
    yield* contentOf(exporting, written)
    yield bytesOf([{ file: 'README.md', text: folderReadme(format, prepared.unit, written) }])
  }
  const more = isFolder
    ? { files: await writeFolder(file, withReadme(), confirm) }
    : { files: (await writeFiles(file, contentOf(exporting, written), confirm)).length }
  const offsets =
    format.id === 'isnad' || format.offsets === 'tokens' ? format.offsets : prepared.unit
  const { lines, annotations, leftOut, bytes, losses } = written
  return {
    file,
    lines,
    annotations,
    ...(leftOut > 0 ? { leftOut } : {}),
    bytes,
    offsets,
    ...(more.files > 1 && more),
    ...(!isLossless(losses) && { losses }),
  }
}
