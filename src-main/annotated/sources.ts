import { open, readdir, stat } from 'node:fs/promises'
import { basename, dirname, extname, join, relative } from 'node:path'
import type { Failure } from '../../annotations/api/failures.ts'
import type { Reader } from '../../annotations/formats/format.ts'
import { type FormatId, formatIds } from '../../annotations/formats/format-ids.ts'
import { formatOf } from '../../annotations/formats/formats.ts'
import { AppError, appError, failureOf } from '../app-error.ts'
import { decode } from '../corpus/decode.ts'
import { readWhole } from '../storage/read-whole.ts'

/** A file that is read whole may be this large; its values take several times as much in memory. */
const largest = 96 * 1024 * 1024
/** Of a file, to tell what it is. */
const beginningLength = 4096

export type AnnotatedFile = {
  file: string
  failure?: Failure
  /** Who annotated it, by the folder it lies in. */
  annotator?: string
}

/** The beginning of a file as text; no byte order mark, no character cut in two. */
export async function beginningOf(file: string): Promise<string> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(
      Buffer.alloc(beginningLength),
      0,
      beginningLength,
      0,
    )
    return new TextDecoder().decode(buffer.subarray(0, bytesRead), { stream: true })
  } finally {
    await handle.close()
  }
}

async function filesBelow(folder: string, isWanted: (name: string) => boolean): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  const found: string[] = []
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.name.startsWith('.')) continue
    // Links are not followed: they may lead out of the folder, or round in it.
    if (entry.isDirectory()) found.push(...(await filesBelow(path, isWanted)))
    else if (entry.isFile() && isWanted(entry.name)) found.push(path)
  }
  return found
}

/** Endings a format's files have; of a folder only these are read. */
const endings: Partial<Record<string, readonly string[]>> = {
  isnad: ['.jsonl', '.ndjson'],
  doccano: ['.jsonl', '.ndjson', '.json'],
  brat: ['.ann'],
  'label-studio': ['.json'],
  prodigy: ['.jsonl', '.ndjson'],
  conll: ['.conll', '.txt', '.iob', '.iob2', '.tsv', '.bio'],
  bioes: ['.conll', '.txt', '.bioes', '.iobes', '.tsv'],
  'webanno-tsv': ['.tsv'],
  'cas-xmi': ['.xmi'],
  'cas-json': ['.json'],
  'hf-tokens': ['.jsonl', '.ndjson', '.json'],
  w3c: ['.jsonld', '.json'],
  tei: ['.xml', '.tei'],
  csv: ['.csv', '.tsv'],
}

const isWantedIn = (format: FormatId) => (name: string) => {
  const wanted = endings[format] ?? [formatOf(format).extension]
  // The files that stand beside a main one are not records.
  if (/\.(features|config|claims|documents)\.[a-z]+$/i.test(name)) return false
  return wanted.includes(extname(name).toLowerCase())
}

/**
 * By whose folder a file lies in: `leila/17.ann` is Leila's. INCEpTION has a folder for each document and in it a file
 * for each annotator: `article.txt/leila.tsv`.
 */
function annotatorOf(file: string, root: string): string | undefined {
  const folder = dirname(file)
  if (relative(root, folder) === '') return undefined
  const name = basename(folder)
  if (!/\.[A-Za-z0-9]{2,5}$/.test(name)) return name
  return basename(file, extname(file))
}

/** The files of a format under paths; a file that is named is taken at its word. */
export async function filesOf(
  paths: readonly string[],
  format: FormatId,
): Promise<AnnotatedFile[]> {
  const found: AnnotatedFile[] = []
  for (const path of paths) {
    try {
      const about = await stat(path)
      if (!about.isDirectory()) {
        found.push({ file: path })
        continue
      }
      const files = await filesBelow(path, isWantedIn(format))
      for (const file of files) found.push({ file, annotator: annotatorOf(file, path) })
    } catch (error) {
      found.push({ file: path, failure: failureOf(error, path) })
    }
  }
  return found
}

/** The format of the annotations in files, by their names and beginnings; none where they have none. */
export async function detectFormat(paths: readonly string[]): Promise<FormatId | undefined> {
  const readers = formatIds.flatMap((id): [FormatId, Reader][] => {
    const { reader } = formatOf(id)
    return reader ? [[id, reader]] : []
  })
  for (const path of paths) {
    const about = await stat(path).catch(() => undefined)
    if (!about) continue
    const files = about.isDirectory()
      ? (await filesBelow(path, () => true).catch(() => [])).slice(0, 200)
      : [path]
    for (const file of files) {
      const beginning = await beginningOf(file).catch(() => '')
      const found = readers.find(([, reader]) => reader.looksLike(file, beginning))
      if (found) return found[0]
    }
  }
  return undefined
}

/** A whole file as text. */
export async function textOfFile(file: string, encoding: string): Promise<string> {
  try {
    const { size } = await stat(file)
    if (size > largest)
      throw appError('too-large', {
        file,
        megabytes: Math.ceil(size / 1024 / 1024),
        limit: largest / 1024 / 1024,
      })
    const bytes = await readWhole(file, 'follow')
    // A file of annotations may well hold none.
    if (bytes.length === 0) return ''
    return decode(bytes, { file, encoding, isHtml: false }).text
  } catch (error) {
    throw new AppError(failureOf(error, file))
  }
}
