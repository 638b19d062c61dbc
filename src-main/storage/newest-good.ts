import { readFile } from 'node:fs/promises'
import { type LogEntry, replay } from '../../annotations/model/action.ts'
import { type AnnotationSet, emptySet } from '../../annotations/model/annotation-set.ts'
import { storedSet } from '../../annotations/model/stored.ts'
import { readLog } from './action-log.ts'
import { backups } from './backups.ts'
import { readRecord } from './document-store.ts'
import type { ProjectPaths } from './paths.ts'
import type { Backup } from './which-backups.ts'

/** A set made good again: from which backup (none: from nothing), and how many logged actions were made again upon it. */
type Good = { set: AnnotationSet; backup: Backup | undefined; actions: number }

function replayed(
  base: AnnotationSet,
  entries: readonly LogEntry[],
  backup: Backup | undefined,
): Good {
  const set = replay(base, entries)
  return { set, backup, actions: set.revision - base.revision }
}

/**
 * The newest good state of a set whose file is gone or broken: the newest backup that can be read, or where there is none
 * the empty set, and upon it every logged action that follows. Undefined where nothing is known of it.
 */
export async function newestGood(
  paths: ProjectPaths,
  annotator: string,
  id: string,
): Promise<Good | undefined> {
  const file = paths.set(annotator, id)
  const kept = backups(paths)
  const { entries } = await readLog(paths, annotator, id)
  for (const backup of await kept.list(file)) {
    const text = await readFile(kept.pathOf(file, backup), 'utf8').catch(() => '')
    const parsed = storedSet.parse(text)
    if (!parsed.ok || parsed.value.documentId !== id || parsed.value.annotator !== annotator)
      continue
    return replayed(parsed.value, entries, backup)
  }
  if (entries[0]?.revision !== 1) return undefined
  const { textDigest } = await readRecord(paths, id)
  return replayed(emptySet(id, textDigest, annotator), entries, undefined)
}
