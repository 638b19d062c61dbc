import { readdir, rename, rm, rmdir } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { appError } from '../app-error.ts'
import { hasEnded } from '../storage/lock-holder.ts'

/** Where a merge is made, beside its place: by this process, so that another knows whether anybody is still at it. */
export const halfOf = (target: string) => `${target}.${process.pid}.isnad-merge`

const half = /^\.(\d+)\.isnad-merge$/

/** Remove what merges into this place have left that were killed on this machine. */
export async function sweepHalves(target: string): Promise<void> {
  const [folder, own] = [dirname(target), basename(target)]
  for (const name of await readdir(folder).catch((): string[] => [])) {
    const pid = name.startsWith(own) ? Number(half.exec(name.slice(own.length))?.[1]) : Number.NaN
    if (Number.isNaN(pid) || pid === process.pid) continue
    if (hasEnded({ annotator: '', host: hostname(), pid, since: '' }))
      await rm(join(folder, name), { recursive: true, force: true }).catch(() => {})
  }
}

/** Put what was made in its place, where nothing is, or an empty folder: what somebody put there meanwhile stays. */
export async function putInPlace(made: string, target: string): Promise<void> {
  await rmdir(target).catch(error => {
    if (error.code === 'ENOTEMPTY' || error.code === 'EEXIST')
      throw appError('folder-not-empty', { file: target })
    if (error.code !== 'ENOENT') throw error
  })
  await rename(made, target)
}
