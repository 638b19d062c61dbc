import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { extname, join, normalize, relative, resolve } from 'node:path'
import type { Failure } from '../../annotations/api/failures.ts'
import { failureOf } from '../app-error.ts'

export type FoundFile =
  | { kind: 'file'; file: string }
  | { kind: 'rejected'; file: string; failure: Failure }

export type FileKind = 'txt' | 'html' | 'docx' | 'csv' | 'jsonl'

const kinds: Record<string, FileKind> = {
  '.txt': 'txt',
  '.text': 'txt',
  '.md': 'txt',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.docx': 'docx',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
}

/** How a file is read, by its ending. */
export const kindOfFile = (file: string): FileKind | undefined => kinds[extname(file).toLowerCase()]

const inNameOrder = new Intl.Collator('ar', { numeric: true })
const isSkipped = (name: string) => name.startsWith('.') || name === 'node_modules'

const rejected = (file: string, failure: Failure): FoundFile => ({
  kind: 'rejected',
  file,
  failure,
})

const fileOrNot = (file: string): FoundFile =>
  kindOfFile(file)
    ? { kind: 'file', file }
    : rejected(file, {
        code: extname(file).toLowerCase() === '.pdf' ? 'pdf-not-read' : 'unsupported-file',
        params: { file },
      })

const isWithin = (folder: string, path: string) => {
  const way = relative(folder, path)
  return way !== '..' && !/^\.\.[\\/]/.test(way) && resolve(folder, way) === path
}

/** A link inside a folder: followed to a file inside it, and nowhere else. */
async function throughLink(link: string, root: string): Promise<FoundFile[]> {
  try {
    const target = await realpath(link)
    if (!isWithin(root, target))
      return [rejected(link, { code: 'leads-outside', params: { file: link } })]
    // A folder inside is walked under its own name.
    return (await stat(target)).isFile() ? [fileOrNot(link)] : []
  } catch (error) {
    return [rejected(link, failureOf(error, link))]
  }
}

type Walk = { root: string; isStopped: () => boolean }

async function inEntry(entry: Dirent, path: string, walk: Walk): Promise<FoundFile[]> {
  if (entry.isSymbolicLink()) return throughLink(path, walk.root)
  if (entry.isDirectory()) return inFolder(path, walk)
  return entry.isFile()
    ? [fileOrNot(path)]
    : [rejected(path, { code: 'unsupported-file', params: { file: path } })]
}

async function inFolder(folder: string, walk: Walk): Promise<FoundFile[]> {
  let entries: Dirent[]
  try {
    entries = await readdir(folder, { withFileTypes: true })
  } catch (error) {
    return [rejected(folder, failureOf(error, folder))]
  }
  // A project inside holds its own documents; they are not imported again.
  if (entries.some(({ name }) => name === 'project.json')) return []
  entries.sort((a, b) => inNameOrder.compare(a.name, b.name) || (a.name < b.name ? -1 : 1))
  const found: FoundFile[] = []
  for (const entry of entries) {
    if (walk.isStopped()) return found
    if (isSkipped(entry.name)) continue
    for (const one of await inEntry(entry, join(folder, entry.name), walk)) found.push(one)
  }
  return found
}

/** One path as the analyst gave it: what it names is taken at its word, links and hidden names too. */
async function atPath(path: string, isStopped: () => boolean): Promise<FoundFile[]> {
  try {
    const about = await stat(path)
    if (about.isFile()) return [fileOrNot(path)]
    if (!about.isDirectory())
      return [rejected(path, { code: 'unsupported-file', params: { file: path } })]
    const isProject = await stat(join(path, 'project.json')).catch(() => undefined)
    if (isProject) return [rejected(path, { code: 'is-a-project', params: { file: path } })]
    return inFolder(path, { root: await realpath(path), isStopped })
  } catch (error) {
    return [rejected(path, failureOf(error, path))]
  }
}

/** Every file under the given paths, once, folders in name order, and what is refused and why. */
export async function findFiles(
  paths: readonly string[],
  isStopped: () => boolean = () => false,
): Promise<FoundFile[]> {
  const found = new Map<string, FoundFile>()
  for (const path of paths) {
    if (isStopped()) break
    for (const one of await atPath(normalize(path), isStopped)) {
      const place = resolve(one.file)
      if (!found.has(place)) found.set(place, one)
    }
  }
  return [...found.values()]
}
