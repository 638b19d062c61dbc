import { readdirSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { fileStamps } from '../storage/file-stamps.ts'
import { inParallel } from '../storage/in-parallel.ts'

/** Files taken in one go, after which others are heard; fewer tell nothing of a disk. */
const turn = 64
/** Of a disk that is far, files asked for at once. */
const width = 16

export type Disk = ReturnType<typeof disk>

/**
 * How the files of one project are read: one after another while nothing else is done, which takes a fraction of asking
 * for each and waiting; where the answers are slow to come (a share), many are asked for together. A disk that takes longer
 * than `far` to tell of a file is far away (ms).
 */
export function disk(far = 1) {
  let isFar = far <= 0

  return {
    /** Size and time of change of files, as they are now. */
    async stamps(files: readonly string[]): Promise<(string | undefined)[]> {
      const begun = performance.now()
      const stamps = await fileStamps(files)
      if (files.length >= turn) isFar = (performance.now() - begun) / files.length >= far
      return stamps
    },

    async each<T, R>(
      items: readonly T[],
      now: (item: T) => R,
      later: (item: T) => Promise<R>,
      heard: (done: number) => void = () => {},
    ): Promise<R[]> {
      const results: R[] = []
      while (results.length < items.length && !isFar) {
        for (const item of items.slice(results.length, results.length + turn))
          results.push(now(item))
        heard(results.length)
        await setImmediate()
      }
      let done = results.length
      const rest = await inParallel(items.slice(done), width, async item => {
        const result = await later(item)
        heard(++done)
        return result
      })
      return results.concat(rest)
    },

    /** Names in a folder, as fits the disk. */
    list: (folder: string): string[] | Promise<string[]> =>
      isFar ? readdir(folder) : readdirSync(folder),
  }
}
