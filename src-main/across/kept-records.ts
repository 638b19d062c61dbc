import { join } from 'node:path'
import { readStored, readStoredNow } from '../storage/json-file.ts'
import { namesInRoom, type Room } from '../storage/record-store.ts'
import type { Disk } from './disk.ts'

type Kept<T> = { stamp: string | undefined; value: T | undefined }

/**
 * What the files of a room say, each read again where its stamp is another. The very same list as long as nothing is
 * changed. What cannot be read is left out, as it is in the room's store, which says why.
 */
export function keptRecords<T>({ folder, stored, idOf, isId }: Room<T>, disk: Disk) {
  let kept = new Map<string, Kept<T>>()
  let values: readonly T[] = []

  async function names(): Promise<string[]> {
    try {
      return await disk.list(folder)
    } catch {
      return []
    }
  }

  return async (): Promise<readonly T[]> => {
    const ids = namesInRoom(await names())
      .map(name => name.slice(0, -'.json'.length))
      .filter(id => kept.has(id) || isId(id))
      .sort()
    const files = ids.map(id => join(folder, `${id}.json`))
    const stamps = await disk.stamps(files)
    const own = (at: number, value: T | undefined): Kept<T> => ({
      stamp: stamps[at],
      value: value !== undefined && idOf(value) === ids[at] ? value : undefined,
    })
    const changed = ids.flatMap((id, at) => {
      const known = kept.get(id)
      return known && known.stamp === stamps[at] ? [] : [at]
    })
    if (changed.length === 0 && ids.length === kept.size) return values
    const read = await disk.each(
      changed,
      at => {
        try {
          return own(at, readStoredNow(files[at] as string, stored))
        } catch {
          return own(at, undefined)
        }
      },
      async at => own(at, await readStored(files[at] as string, stored).catch(() => undefined)),
    )
    const fresh = new Map(changed.map((at, n) => [ids[at] as string, read[n] as Kept<T>]))
    kept = new Map(ids.map(id => [id, (fresh.get(id) ?? kept.get(id)) as Kept<T>]))
    values = [...kept.values()].flatMap(({ value }) => (value === undefined ? [] : [value]))
    return values
  }
}
