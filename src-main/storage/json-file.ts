import { type Adapter, Low } from 'lowdb'
import { hasMarkers } from '../../annotations/merge/conflict-markers.ts'
import type { Stored } from '../../annotations/model/stored-format.ts'
import { AppError, appError, failureOf } from '../app-error.ts'
import { bytesOf } from './bytes-of.ts'
import { readWhole, readWholeNow } from './read-whole.ts'
import { type FileStamp, type Replacing, replaceFile } from './replace-file.ts'

/** The value in a file's bytes, or why it is refused. */
function valueIn<T>(path: string, stored: Stored<T>, bytes: Buffer): T {
  const text = bytes.toString('utf8')
  const parsed = stored.parse(text)
  if (parsed.ok) return parsed.value
  if (hasMarkers(text)) throw appError('conflict-markers', { file: path })
  switch (parsed.reason.kind) {
    case 'not-json':
      throw appError('not-json', { file: path, detail: parsed.reason.detail })
    case 'wrong-shape':
      throw appError('wrong-shape', { file: path, detail: parsed.reason.detail })
    case 'newer':
      throw appError('newer-format', {
        file: path,
        found: parsed.reason.format,
        known: parsed.reason.known,
      })
  }
}

/** lowdb's two methods over one stored format: parsed and refused by its schema, written whole or not at all. */
function jsonFile<T>(path: string, stored: Stored<T>): Adapter<T> {
  return {
    async read() {
      const bytes = await readWhole(path).catch(error => {
        if (error.code === 'ENOENT') return null
        throw new AppError(failureOf(error, path))
      })
      return bytes && valueIn(path, stored, bytes)
    },
    async write(value) {
      await replaceFile(path, stored.stringify(value))
    },
  }
}

/** What a file holds, or undefined where there is none. A broken one is refused by name and left as it is. */
export async function readStored<T>(path: string, stored: Stored<T>): Promise<T | undefined> {
  // lowdb refuses to be made without default data, and takes null for some.
  const db = new Low<T | null>(jsonFile<T | null>(path, stored as Stored<T | null>), null)
  await db.read()
  return db.data ?? undefined
}

/** What a file holds, read while one waits (`readWholeNow`). Throws where there is none, too. */
export const readStoredNow = <T>(path: string, stored: Stored<T>): T =>
  valueIn(path, stored, readWholeNow(path))

/** Write a value durably: see `replaceFile`, whose stamp is the answer. */
export async function writeStored<T>(
  path: string,
  stored: Stored<T>,
  value: T,
  how?: Replacing,
): Promise<FileStamp> {
  let stamp: FileStamp = ''
  const adapter: Adapter<T> = {
    ...jsonFile(path, stored),
    async write(value) {
      stamp = await replaceFile(
        path,
        () => bytesOf(stored.pieces?.(value) ?? [stored.stringify(value)]),
        how,
      )
    },
  }
  await new Low<T>(adapter, value).write()
  return stamp
}
