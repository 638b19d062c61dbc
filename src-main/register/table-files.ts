import { basename } from 'node:path'
import type { Input } from '../../annotations/api/contract.ts'
import type { TableReport } from '../../annotations/api/register.ts'
import { type Rows, rowsOf } from '../../annotations/formats/register/table-rows.ts'
import { AppError, appError, failureOf } from '../app-error.ts'
import { decode } from '../corpus/decode.ts'
import { exportPlace } from '../export/export-place.ts'
import type { ProjectPaths } from '../storage/paths.ts'
import { readWhole } from '../storage/read-whole.ts'
import { replaceFile } from '../storage/replace-file.ts'

/** The rows of a file, whatever its encoding is; refused where none of `needed` is a column of it. */
export async function readTable(path: string, needed: readonly string[]): Promise<Rows> {
  const bytes = await readWhole(path, 'follow').catch(error => {
    throw new AppError(failureOf(error, path))
  })
  if (bytes.length === 0) throw appError('empty-file', { file: path })
  const { text } = decode(bytes, { file: path, encoding: 'auto', isHtml: false })
  const rows = rowsOf(text, path)
  if (!rows.columns.some(column => needed.includes(column)))
    throw appError('no-name-column', { file: path, columns: rows.columns.join(', ').slice(0, 200) })
  return rows
}

type Read = Omit<TableReport, 'file' | 'problems'> & {
  problems: readonly Omit<TableReport['problems'][number], 'file'>[]
}

export const reportOf = (path: string, read: Read): TableReport => ({
  file: path,
  added: read.added,
  changed: read.changed,
  same: read.same,
  problems: read.problems.map(problem => ({ file: basename(path), ...problem })),
  ignored: read.ignored,
})

/** Write a table outside the project's own rooms. */
export async function writeTable(
  paths: ProjectPaths,
  { out, overwrite, format }: Omit<Input<'actors.export'>, 'project'>,
  contents: { csv: () => string; jsonl: () => string },
): Promise<string> {
  const file = await exportPlace(out, overwrite, paths)
  const kind = format ?? (/\.(jsonl|ndjson)$/i.test(out) ? 'jsonl' : 'csv')
  // Spreadsheets take a table without this mark for one of their own old encodings.
  await replaceFile(file, kind === 'csv' ? `\ufeff${contents.csv()}` : contents.jsonl())
  return file
}
