import type { ExportPreview } from '../../annotations/api/views.ts'
import type { Out } from '../../annotations/formats/format.ts'
import type { Job } from '../jobs.ts'
import { batchLines } from './batch-lines.ts'
import { nothingWritten } from './export-lines.ts'
import type { ExportThreads } from './export-threads.ts'
import { type AskedExport, prepareExport, spokenContext, survey } from './run-export.ts'

/** Documents shown, files of them, and characters of each file. */
const shown = { documents: 2, files: 4, characters: 1500 }

/** What an export would lose, and how its first files begin. */
export async function previewExport(
  asked: AskedExport,
  threads: ExportThreads | undefined,
  job: Job,
): Promise<ExportPreview> {
  const prepared = await prepareExport(asked, threads)
  const { format, chosen, unit } = prepared
  const found = format.id === 'isnad' ? nothingWritten() : await survey(prepared, job)
  const { relations, layers, names } = found
  const { work } = prepared.exporting({ survey: { relations, layers, names } }, false, job)
  const { context } = work
  const first = await batchLines(work, chosen.slice(0, shown.documents))
  const decoder = new TextDecoder()
  const outs: Out[] = [
    ...(format.writer?.head?.(spokenContext(format, context)) ?? []),
    ...first.outs.map(({ file, bytes }) => ({ file, text: decoder.decode(bytes) })),
  ]
  const files = new Map<string, string>()
  for (const { file, text } of outs) files.set(file, (files.get(file) ?? '') + text)
  return {
    lines: found.lines || first.lines,
    annotations: found.annotations || first.annotations,
    offsets: format.id === 'isnad' || format.offsets === 'tokens' ? format.offsets : unit,
    losses: found.losses,
    files: [...files].slice(0, shown.files).map(([file, text]) => ({
      file,
      beginning: text.slice(0, shown.characters),
    })),
  }
}
