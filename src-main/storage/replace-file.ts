import { randomUUID } from 'node:crypto'
import type { BigIntStats } from 'node:fs'
import { mkdir, open, rename, unlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError, failureOf } from '../app-error.ts'

/** What a write cut short may leave behind. */
export const isTemporary = (name: string) => /^\.isnad-.*\.tmp$/.test(name)

/**
 * Beside its place, under a name that nobody else makes: process numbers repeat after a crash and across machines, and
 * a long Arabic name has no room for an addition.
 */
const temporaryIn = (folder: string) => join(folder, `.isnad-${randomUUID()}.tmp`)

/** A rename is durable only once its folder is flushed; Windows has no such call and needs none. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Which file this is and as of when: another file, or another content, has another stamp. */
export type FileStamp = string

export const stampOf = ({ ino, size, mtimeNs }: BigIntStats): FileStamp =>
  `${ino}:${size}:${mtimeNs}`

/** Make a folder and its parents, durably where they are new. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true })
  if (first === undefined) return
  for (let at = folder; at.length >= first.length; at = dirname(at)) await flushFolder(dirname(at))
}

/**
 * Put `content` where `path` is, whole or not at all: a temporary file beside it, flushed, renamed over it, the folder
 * flushed. When this resolves the bytes survive a power cut; when it rejects the old file is as it was. Content that comes
 * in pieces is asked for the next one when the last is written. The stamp is of the very file written, whoever writes next.
 */
export async function replaceFile(
  path: string,
  content: string | Uint8Array | AsyncIterable<Uint8Array>,
): Promise<FileStamp> {
  const folder = dirname(path)
  const temporary = temporaryIn(folder)
  let stamp: FileStamp
  try {
    const handle = await open(temporary, 'wx').catch(async error => {
      if (error.code !== 'ENOENT') throw error
      await makeFolder(folder)
      return open(temporary, 'wx')
    })
    try {
      await writeFile(handle, content)
      await handle.sync()
      stamp = stampOf(await handle.stat({ bigint: true }))
    } finally {
      await handle.close()
    }
    await rename(temporary, path)
    await flushFolder(folder)
    return stamp
  } catch (error) {
    await unlink(temporary).catch(() => {})
    throw new AppError(failureOf(error, path))
  }
}
