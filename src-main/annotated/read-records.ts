import type { AnnotatedProblem } from '../../annotations/api/annotated.ts'
import type { ForeignDocument, Found } from '../../annotations/formats/exchange/foreign.ts'
import type { Format, Reader } from '../../annotations/formats/format.ts'
import { failureOf } from '../app-error.ts'
import { linesOf } from '../check/lines.ts'
import { type AnnotatedFile, beginningOf, textOfFile } from './sources.ts'

/** One record of a file, or why it is none. */
export type ReadRecord = { file: string; line: number | undefined } & (
  | { document: ForeignDocument }
  | { problem: AnnotatedProblem }
)

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })

function asRecord(file: string, found: Found, line: number | undefined): ReadRecord {
  const at = found.line ?? line
  if ('document' in found) return { file, line: at, document: found.document }
  return { file, line: at, problem: { file, line: at, what: 'rejected', ...found.problem } }
}

const rejected = (file: string, kind: string, detail?: string, line?: number): ReadRecord => ({
  file,
  line,
  problem: { file, line, kind, detail, what: 'rejected' },
})

/** A bug in a reader must not end an import of a thousand files; it is said, with the place. */
function* guarded(file: string, read: () => Iterable<Found>, line?: number): Generator<ReadRecord> {
  try {
    for (const found of read()) yield asRecord(file, found, line)
  } catch (error) {
    yield rejected(file, 'unreadable', (error as Error).message, line)
  }
}

/** Text of a UTF-16 file is not cut at its line ends as bytes. */
const isUtf16 = (beginning: string) =>
  beginning.slice(0, 2).includes('\0') || beginning.startsWith('\ufffd\ufffd')

async function* byLine(
  file: string,
  reader: Extract<Reader, { by: 'line' }>,
  encoding: string,
): AsyncGenerator<ReadRecord> {
  let at = 0
  if (isUtf16(await beginningOf(file)) || !/^(auto|utf-?8)$/i.test(encoding)) {
    for (const line of (await textOfFile(file, encoding)).split(/\r?\n/)) {
      at++
      if (line.trim() !== '') yield* guarded(file, () => reader.read(line), at)
    }
    return
  }
  for await (const { bytes } of linesOf(file)) {
    at++
    let line: string
    try {
      line = utf8.decode(bytes)
    } catch {
      yield rejected(file, 'not-utf-8', undefined, at)
      continue
    }
    if (line.trim() !== '') yield* guarded(file, () => reader.read(line), at)
  }
}

async function* byFile(
  file: string,
  reader: Extract<Reader, { by: 'file' }>,
  encoding: string,
): AsyncGenerator<ReadRecord> {
  const text = await textOfFile(file, encoding)
  const companions = new Map<string, string>()
  for (const ending of reader.beside ?? []) {
    const beside = file.replace(/\.[^./\\]*$/, '') + ending
    const found = await textOfFile(beside, encoding).catch(() => undefined)
    if (found !== undefined) companions.set(ending, found)
  }
  yield* guarded(file, () =>
    reader.read({ name: file, text, beside: ending => companions.get(ending) }),
  )
}

/** Every record of some files in order; what cannot be read is a record that says so. */
export async function* readRecords(
  files: readonly AnnotatedFile[],
  format: Format,
  encoding: string,
): AsyncGenerator<ReadRecord> {
  const { reader } = format
  if (!reader) return
  for (const { file, failure, annotator } of files) {
    if (failure) {
      yield rejected(file, failure.code)
      continue
    }
    try {
      const records =
        reader.by === 'line' ? byLine(file, reader, encoding) : byFile(file, reader, encoding)
      for await (const record of records) {
        if ('document' in record)
          for (const set of record.document.sets) set.annotator ??= annotator
        yield record
      }
    } catch (error) {
      const said = failureOf(error, file)
      if (said.code === 'internal') throw error
      yield {
        file,
        line: undefined,
        problem: { file, kind: said.code, what: 'rejected', failure: said },
      }
    }
  }
}
