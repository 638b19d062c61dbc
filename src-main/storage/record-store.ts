import { readdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Failure } from '../../annotations/api/failures.ts'
import type { Stored } from '../../annotations/model/stored-format.ts'
import { AppError, appError, failureOf } from '../app-error.ts'
import { inParallel } from './in-parallel.ts'
import { readStored, writeStored } from './json-file.ts'
import { keepCopy } from './keep-copy.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { ProjectPaths } from './paths.ts'
import { type FileStamp, isTemporary, type Replacing, stampAt } from './replace-file.ts'

/** A room of small files, one for each thing, named by its id. */
export type Room<T> = {
  readonly paths: ProjectPaths
  readonly folder: string
  readonly stored: Stored<T>
  readonly idOf: (value: T) => string
  readonly isId: (name: string) => boolean
}

/** How often somebody else may come between before we say so. */
const tries = 20

/** Names of a room's files but for those that are being written. */
export const namesInRoom = (names: readonly string[]) =>
  names.filter(name => name.endsWith('.json') && !isTemporary(name))

export function recordStore<T>({ paths, folder, stored, idOf, isId }: Room<T>) {
  const inTurn = oneAtATime()
  /** Files as last read: one that has not changed is not read again. */
  const seen = new Map<string, { stamp: FileStamp; value: T }>()
  const fileOf = (id: string) => join(folder, `${id}.json`)

  async function look(id: string): Promise<T | undefined> {
    const file = fileOf(id)
    const stamp = await stampAt(file)
    if (stamp === undefined) return undefined
    const known = seen.get(id)
    if (known?.stamp === stamp) return known.value
    const value = await readStored(file, stored)
    if (value === undefined) return undefined
    if (idOf(value) !== id)
      throw appError('wrong-shape', { file, detail: `it is of ${idOf(value)}` })
    seen.set(id, { stamp, value })
    return value
  }

  /** Every one that can be read, by id order, and why the others could not be. */
  async function all(): Promise<{ values: T[]; unreadable: Failure[] }> {
    const unreadable: Failure[] = []
    const names = namesInRoom(
      await readdir(folder).catch((error): string[] => {
        if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR')
          unreadable.push(failureOf(error, folder))
        return []
      }),
    )
    const ids = names.map(name => name.slice(0, -'.json'.length)).sort()
    const values = await inParallel(ids, 32, async id => {
      // A second file of one thing, as tools that synchronise folders leave it.
      if (!isId(id)) {
        unreadable.push({ code: 'conflict-copy', params: { file: fileOf(id) } })
        return undefined
      }
      return look(id).catch(error => {
        unreadable.push(failureOf(error))
        return undefined
      })
    })
    return { values: values.filter(value => value !== undefined), unreadable }
  }

  async function write(value: T, confirm?: Replacing['confirm']): Promise<void> {
    const id = idOf(value)
    const stamp = await writeStored(fileOf(id), stored, value, confirm ? { confirm } : {})
    seen.set(id, { stamp, value })
    await keepCopy(paths, fileOf(id), new Date())
  }

  /**
   * What is on the disk made what `next` says, whoever else writes meanwhile: nothing takes it away, the same value writes
   * nothing. The answer is what is there then.
   */
  const change = (id: string, next: (now: T | undefined) => T | undefined) =>
    inTurn(id, async () => {
      const file = fileOf(id)
      for (let left = tries; left > 0; left--) {
        const now = await look(id)
        const stamp = await stampAt(file)
        const known = seen.get(id)
        if (now !== undefined && known?.stamp !== stamp) continue
        const wanted = next(now)
        if (wanted === now) return now
        let changed = false
        const confirm = (there: FileStamp | undefined) => {
          changed = there !== stamp
          if (changed) throw appError('cancelled', {})
        }
        try {
          if (wanted === undefined) {
            await keepCopy(paths, file, new Date())
            confirm(await stampAt(file))
            await unlink(file)
            seen.delete(id)
          } else await write(wanted, confirm)
          return wanted
        } catch (error) {
          if (!changed) throw new AppError(failureOf(error, file))
        }
      }
      throw appError('io', { file, detail: 'EBUSY' })
    })

  return { all, read: look, change, fileOf, save: (value: T) => change(idOf(value), () => value) }
}
