import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { replay } from '../../annotations/model/action.ts'
import { documentId } from '../../annotations/model/annotation-set.ts'
import { storedSet } from '../../annotations/model/stored.ts'
import { readLog } from './action-log.ts'
import { inParallel } from './in-parallel.ts'
import { writeStored } from './json-file.ts'
import { newestGood } from './newest-good.ts'
import type { ProjectPaths } from './paths.ts'
import { readSet } from './read-set.ts'

type Settled = { documentId: string; from: number; to: number }

async function logged(paths: ProjectPaths, annotator: string): Promise<string[]> {
  const folder = join(paths.logs, annotator)
  const shards = await readdir(folder).catch((): string[] => [])
  const names = await inParallel(shards, 16, shard =>
    readdir(join(folder, shard)).catch((): string[] => []),
  )
  return names
    .flat()
    .filter(name => name.endsWith('.jsonl'))
    .map(name => name.slice(0, -'.jsonl'.length))
    .filter(id => documentId.safeParse(id).success)
}

/** What is acknowledged and not in the set's file: after a power cut, the renaming may not have reached the disk. */
async function settleSet(
  paths: ProjectPaths,
  annotator: string,
  id: string,
): Promise<Settled | undefined> {
  const stored = await readSet(paths, annotator, id)
  const { entries } = await readLog(paths, annotator, id)
  const good = stored
    ? replay(stored, entries)
    : (await newestGood(paths, annotator, id).catch(() => undefined))?.set
  const from = stored?.revision ?? 0
  if (!good || good.revision <= from) return undefined
  await writeStored(paths.set(annotator, id), storedSet, good)
  return { documentId: id, from, to: good.revision }
}

/** After a holder that ended without letting go: every set of theirs is brought to the last acknowledged action. */
export async function settleAnnotator(paths: ProjectPaths, annotator: string): Promise<Settled[]> {
  const ids = await logged(paths, annotator)
  const settled = await inParallel(ids, 16, id =>
    // A broken set is for its opening to offer, and no reason to leave the others.
    settleSet(paths, annotator, id).catch(() => undefined),
  )
  return settled.filter(one => one !== undefined)
}
