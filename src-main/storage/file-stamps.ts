import { type Stats, statSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { inParallel } from './in-parallel.ts'

/** Files looked at in one go, and the milliseconds that takes at most on a disk of this machine. */
const portion = 256
const near = 10

const stampOf = (found: Stats | undefined) => found && `${found.size}:${found.mtimeMs}`

function lookAt(path: string): string | undefined {
  try {
    return stampOf(statSync(path))
  } catch {
    return undefined
  }
}

/**
 * Size and time of change of files, in their order; undefined where there is none. On a near disk each is asked for in
 * turn, four times as fast as by promises; once a portion takes its time (a share), many at once are waited for.
 */
export async function fileStamps(paths: readonly string[]): Promise<(string | undefined)[]> {
  const stamps: (string | undefined)[] = []
  let quick = true
  for (let at = 0; at < paths.length; at += portion) {
    const some = paths.slice(at, at + portion)
    const begun = performance.now()
    if (quick) {
      stamps.push(...some.map(lookAt))
      quick = performance.now() - begun < near
      await setImmediate()
    } else {
      const found = await inParallel(some, 32, path => stat(path).catch(() => undefined))
      stamps.push(...found.map(stampOf))
    }
  }
  return stamps
}

/** What is known of files that are as they were, and the others, to be read. */
export async function sift<T extends { stamp: string }>(
  keys: readonly string[],
  pathOf: (key: string) => string,
  known: Readonly<Record<string, T>>,
) {
  const stamps = await fileStamps(keys.map(pathOf))
  const kept: Record<string, T> = {}
  const others: { key: string; now: string | undefined }[] = []
  for (const [at, key] of keys.entries()) {
    const now = stamps[at]
    const one = known[key]
    if (now !== undefined && one?.stamp === now) kept[key] = one
    else others.push({ key, now })
  }
  return { kept, others }
}
