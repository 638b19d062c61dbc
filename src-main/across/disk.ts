import { readdirSync, type Stats, statSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { inParallel } from '../storage/in-parallel.ts'

/** Files taken in one go, after which others are heard. */
const turn = 64
/** Of a disk that is far, files asked for at once. */
const width = 16

export type Disk = ReturnType<typeof disk>

const stampOf = (found: Stats | undefined) =>
  found ? `${found.ino}:${found.size}:${found.mtimeMs}` : ''

/**
 * How the files of one project are looked at: one after another while nothing else is done, which takes a fraction of asking
 * for each and waiting; where the answers are slow to come (a share), many are asked for together. A disk that mostly
 * takes longer than `far` to tell of a file is far away (ms).
 */
export function disk(far = 1) {
  let isFar = far <= 0
  let asked = 0
  let slow = 0

  function stampNow(file: string): string {
    const began = performance.now()
    try {
      return stampOf(statSync(file, { throwIfNoEntry: false }))
    } catch {
      return ''
    } finally {
      if (performance.now() - began > far) slow++
      if (++asked === turn) {
        isFar = slow > turn / 2
        asked = 0
        slow = 0
      }
    }
  }

  async function each<T, R>(
    items: readonly T[],
    now: (item: T) => R,
    later: (item: T) => Promise<R>,
    heard: (done: number) => void = () => {},
  ): Promise<R[]> {
    const results: R[] = []
    while (results.length < items.length && !isFar) {
      for (const item of items.slice(results.length, results.length + turn)) results.push(now(item))
      heard(results.length)
      await new Promise(resolve => setImmediate(resolve))
    }
    let done = results.length
    const rest = await inParallel(items.slice(done), width, async item => {
      const result = await later(item)
      heard(++done)
      return result
    })
    return results.concat(rest)
  }

  return {
    each,
    /** Which file it is and as of when, of each; '' where there is none. */
    stamps: (files: readonly string[]): Promise<string[]> =>
      each(files, stampNow, async file => stampOf(await stat(file).catch(() => undefined))),
    /** The fitting way to list a folder; none where that is to be asked for and waited. */
    list: () => (isFar ? undefined : (folder: string) => readdirSync(folder)),
  }
}
