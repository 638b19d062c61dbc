import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Failure } from '../../annotations/api/failures.ts'
import { documentId } from '../../annotations/model/annotation-set.ts'
import { annotator } from '../../annotations/model/annotator.ts'
import { failureOf } from '../app-error.ts'
import { inParallel } from './in-parallel.ts'
import type { ProjectPaths } from './paths.ts'

/** Told of a folder that cannot be read, which is not the same as an empty one; may throw. */
type Unreadable = (failure: Failure) => void

/** How a folder is listed: `readdirSync` where nobody but who asked is kept waiting. */
type Listing = (folder: string) => string[] | Promise<string[]>

async function namesIn(
  folder: string,
  unreadable: Unreadable,
  list: Listing = folder => readdir(folder),
): Promise<string[]> {
  try {
    return (await list(folder)).sort()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ENOENT' && code !== 'ENOTDIR') unreadable(failureOf(error, folder))
    return []
  }
}

/**
 * A second file of one document's, by the names that Dropbox, Nextcloud, OneDrive, Syncthing, Google Drive, a file manager or
 * Git give it: the id, something, and the ending.
 */
const isConflictCopy = (name: string) =>
  /^[0-9a-f]{16}[^0-9a-f.].*\.json$/u.test(name) ||
  /^[0-9a-f]{16}\.(?!json$|txt$).*\.json$/u.test(name)

/** Names of the JSON files two folders down: `<2 chars>/<id>.json`. */
export async function shardedIds(
  folder: string,
  unreadable: Unreadable,
  list?: Listing,
): Promise<string[]> {
  const shards = (await namesIn(folder, unreadable, list)).filter(name =>
    /^[0-9a-f]{2}$/.test(name),
  )
  const names = await inParallel(shards, 32, shard =>
    namesIn(join(folder, shard), unreadable, list),
  )
  for (const [at, shard] of shards.entries())
    for (const name of names[at] ?? [])
      if (isConflictCopy(name))
        unreadable({ code: 'conflict-copy', params: { file: join(folder, shard, name) } })
  return names
    .flat()
    .filter(name => name.endsWith('.json') && documentId.safeParse(name.slice(0, -5)).success)
    .map(name => name.slice(0, -5))
}

/** Which documents each annotator has a set on. */
export async function findSets(
  paths: ProjectPaths,
  unreadable: Unreadable,
  list?: Listing,
): Promise<Map<string, string[]>> {
  const names = await namesIn(paths.annotations, unreadable, list)
  const found = new Map<string, string[]>()
  for (const name of names) {
    // macOS takes letters apart in names (أ is ا and ٔ): a copy made there must not look as if its work were gone.
    const composed = name.normalize('NFC')
    if (name !== composed && annotator.safeParse(composed).success)
      unreadable({
        code: 'misnamed-folder',
        params: { file: join(paths.annotations, name), name: composed },
      })
  }
  for (const person of names.filter(name => annotator.safeParse(name).success)) {
    const ids = await shardedIds(join(paths.annotations, person), unreadable, list)
    if (ids.length > 0) found.set(person, ids)
  }
  return found
}
