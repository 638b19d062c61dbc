import { type FileHandle, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { AppError, failureOf } from '../app-error.ts'
import { makeFolder, temporaryName } from '../storage/replace-file.ts'
import { sweepBeside } from '../storage/sweep.ts'
import type { FileBytes } from './batch-lines.ts'

/** Whatever an export puts into files, a batch at a time. */
type Outs = AsyncIterable<FileBytes[]>

/** The file of an export that stands beside its main one: `x.jsonl` and `.features.json` are `x.features.json`. */
export const besideOf = (path: string, ending: string) =>
  ending === '' ? path : join(dirname(path), `${basename(path, extname(path))}${ending}`)

async function flush(folder: string) {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Files that come a piece at a time, each whole or not at all, the main one last: temporary ones beside them, flushed,
 * renamed. `confirm` is asked when all is ready but the renaming.
 */
export async function writeFiles(
  path: string,
  outs: Outs,
  confirm: () => Promise<void>,
): Promise<string[]> {
  const folder = dirname(path)
  const opened = new Map<string, { handle: FileHandle; temporary: string }>()
  const openFor = async (file: string) => {
    const known = opened.get(file)
    if (known) return known
    const temporary = join(folder, temporaryName())
    const made = { handle: await open(temporary, 'wx'), temporary }
    opened.set(file, made)
    return made
  }
  try {
    await openFor('')
    for await (const batch of outs)
      for (const { file, bytes } of batch) await (await openFor(file)).handle.writeFile(bytes)
    for (const { handle } of opened.values()) await handle.sync()
    for (const { handle } of opened.values()) await handle.close()
    await confirm()
    const inOrder = [...opened].sort(([a], [b]) => Number(a === '') - Number(b === ''))
    for (const [file, { temporary }] of inOrder) await rename(temporary, besideOf(path, file))
    await flush(folder)
    await sweepBeside(path)
    return [...opened.keys()].map(file => besideOf(path, file))
  } catch (error) {
    for (const { handle, temporary } of opened.values()) {
      await handle.close().catch(() => {})
      await rm(temporary, { force: true }).catch(() => {})
    }
    throw new AppError(failureOf(error, path))
  }
}

/** The first line of the file that says what an exported folder is; only such a folder is ever replaced. */
export const folderMark = (format: string) => `<!-- Isnad export: ${format} -->`

export async function isExportFolder(path: string): Promise<boolean> {
  const text = await readFile(join(path, 'README.md'), 'utf8').catch(() => '')
  return /^<!-- Isnad export: [a-z-]+ -->\n/.test(text)
}

/** Files of a folder, whole or not at all: written into one beside it, which then takes its place. */
export async function writeFolder(
  path: string,
  outs: Outs,
  confirm: () => Promise<void>,
): Promise<number> {
  const beside = join(dirname(path), temporaryName())
  const aside = join(dirname(path), temporaryName())
  const made = new Set<string>()
  let count = 0
  try {
    await mkdir(beside)
    for await (const batch of outs)
      for (const { file, bytes } of batch) {
        const place = join(beside, file)
        if (!made.has(dirname(place))) await makeFolder(dirname(place))
        made.add(dirname(place))
        const handle = await open(place, 'wx')
        try {
          await handle.writeFile(bytes)
          await handle.datasync()
        } finally {
          await handle.close()
        }
        count++
      }
    for (const folder of [...made, beside]) await flush(folder)
    await confirm()
    const there = await readdir(path).then(
      () => true,
      () => false,
    )
    if (there) await rename(path, aside)
    await rename(beside, path)
    await flush(dirname(path))
    await rm(aside, { recursive: true, force: true })
    return count
  } catch (error) {
    await rm(beside, { recursive: true, force: true }).catch(() => {})
    throw new AppError(failureOf(error, path))
  }
}
