import { randomUUID } from 'node:crypto'
import type { BigIntStats } from 'node:fs'
import { type FileHandle, mkdir, open, rename, stat, unlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError, failureOf } from '../app-error.ts'

/** What a write cut short may leave behind. */
export const isTemporary = (name: string) => /^\.isnad-.*\.tmp$/.test(name)

/**
 * Beside its place, under a name that nobody else makes: process numbers repeat after a crash and across machines, and
 * a long Arabic name has no room for an addition.
 */
export const temporaryName = () => `.isnad-${randomUUID()}.tmp`

/** A folder to flush: a rename is durable only once that is done. Windows has no such call and needs none. */
async function openFolder(folder: string): Promise<FileHandle | undefined> {
  return process.platform === 'win32' ? undefined : open(folder, 'r')
}

async function flushFolder(folder: string): Promise<void> {
  const handle = await openFolder(folder)
  try {
    await handle?.sync()
  } finally {
    await handle?.close()
  }
}

/** Which file this is and as of when: another file, or another content, has another stamp. */
export type FileStamp = string

/** The stamp of the file at a path, or undefined where there is none. Not to be let look is another matter. */
export async function stampAt(path: string): Promise<FileStamp | undefined> {
  try {
    return stampOf(await stat(path, { bigint: true }))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new AppError(failureOf(error, path))
  }
}

const stampOf = ({ ino, size, mtimeNs }: BigIntStats): FileStamp => `${ino}:${size}:${mtimeNs}`

/** What this process wrote last where, so that it knows its own doings when it hears of them. */
const written = new Map<string, FileStamp>()
const writtenKept = 50_000

function rememberWritten(path: string, stamp: FileStamp) {
  written.delete(path)
  written.set(path, stamp)
  const [oldest] = written.keys()
  if (written.size > writtenKept && oldest !== undefined) written.delete(oldest)
}

/** Is what lies at a path what this process put there? */
export async function wasWrittenHere(path: string): Promise<boolean> {
  const stamp = await stampAt(path)
  return stamp !== undefined && written.get(path) === stamp
}

/** Make a folder and its parents, durably where they are new. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true }).catch(async error => {
    // Of a disk that is only read Node says that the folder is not there; asked for one folder, it says why.
    if (error.code === 'ENOENT') await mkdir(folder)
    throw error
  })
  if (first === undefined) return
  for (let at = folder; at.length >= first.length; at = dirname(at)) await flushFolder(dirname(at))
}

/** A whole, or how to make one, or its pieces one after another. */
type Content = string | Uint8Array | (() => Uint8Array) | AsyncIterable<Uint8Array>

/** Half a file is for nobody but its owner. */
const ownerAlone = 0o600
/** What the system gives a new file that nothing is said about. */
const asNew = 0o666 & ~process.umask()

/** A file to write beside others, its folder made if need be. */
async function openNew(path: string): Promise<FileHandle> {
  return open(path, 'wx', ownerAlone).catch(async error => {
    if (error.code !== 'ENOENT') throw error
    await makeFolder(dirname(path))
    return open(path, 'wx', ownerAlone)
  })
}

/** What is replaced: its stamp, and its rights, which are its owner's to give; those of a new file where there is none. */
async function placeAt(path: string): Promise<{ stamp: FileStamp | undefined; rights: number }> {
  try {
    const stats = await stat(path, { bigint: true })
    return { stamp: stampOf(stats), rights: Number(stats.mode) & 0o777 }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    return { stamp: undefined, rights: asNew }
  }
}

export type Replacing = {
  /** Asked when all is ready but the renaming, with the stamp of what lies there; a rejection leaves things as they were. */
  confirm?: (there: FileStamp | undefined) => Promise<void> | void
  /** Work that has begun and must have ended well before the renaming. */
  beside?: Promise<unknown>
  /**
   * What is written is on the disk elsewhere too, so nobody waits for the renaming to be flushed: after a power cut the
   * file may be the old one, and is whole in any case.
   */
  written?: 'elsewhere-too'
}

/**
 * Put `content` where `path` is, whole or not at all: a temporary file beside it, flushed, renamed over it, the folder
 * flushed. When this resolves the bytes survive a power cut; when it rejects the old file is as it was. Content that comes
 * in pieces is asked for the next one when the last is written. The stamp is of the very file written, whoever writes next.
 */
export async function replaceFile(
  path: string,
  content: Content,
  { confirm, beside, written: where }: Replacing = {},
): Promise<FileStamp> {
  const folder = dirname(path)
  const temporary = join(folder, temporaryName())
  let opening: Promise<FileHandle | undefined> | undefined
  try {
    const creating = openNew(temporary)
    creating.catch(() => {})
    // Made while the disk makes the file.
    let pieces: Exclude<Content, () => Uint8Array>
    try {
      pieces = typeof content === 'function' ? content() : content
    } catch (error) {
      await creating.then(handle => handle.close()).catch(() => {})
      throw error
    }
    const handle = await creating
    // None of these waits for another, and each is a turn of the disk: they are taken together.
    if (!where) opening = openFolder(folder)
    opening?.catch(() => {})
    let stamp: FileStamp
    try {
      await writeFile(handle, pieces)
      // One look for both: whose place it is, and whether it still is what it was.
      const place = placeAt(path)
      place.catch(() => {})
      const rights = place.then(
        ({ rights }) => rights,
        () => asNew,
      )
      const [stats] = await Promise.all([
        handle.stat({ bigint: true }),
        handle.sync(),
        confirm && place.then(({ stamp }) => confirm(stamp)),
        beside,
        process.platform === 'win32' || rights.then(mode => handle.chmod(mode)),
      ])
      stamp = stampOf(stats)
    } finally {
      // Windows renames no file that is open; elsewhere nobody waits for a file that is flushed to be closed.
      const closing = handle.close()
      if (process.platform === 'win32') await closing
      else closing.catch(() => {})
    }
    rememberWritten(path, stamp)
    await rename(temporary, path)
    if (where) void flushFolder(folder).catch(() => {})
    else await (await opening)?.sync()
    return stamp
  } catch (error) {
    await unlink(temporary).catch(() => {})
    throw new AppError(failureOf(error, path))
  } finally {
    // Nobody waits for the folder to be closed: what was promised is done.
    opening?.then(handle => handle?.close()).catch(() => {})
  }
}
