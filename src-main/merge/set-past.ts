import { readFile } from 'node:fs/promises'
import type { Past } from '../../annotations/merge/merge-files.ts'
import { storedSet } from '../../annotations/model/stored.ts'
import { readLog } from '../storage/action-log.ts'
import { backups } from '../storage/backups.ts'
import type { ProjectPaths } from '../storage/paths.ts'

/** How many earlier states are looked at; with a log, none is needed. */
const looked = 40

/** What is known of a set's past in one copy of a project: its log, and the states that were kept of it. */
export async function pastOf(paths: ProjectPaths, annotator: string, id: string): Promise<Past> {
  const log = await readLog(paths, annotator, id)
    .then(({ entries }) => entries)
    .catch(() => [])
  const file = paths.set(annotator, id)
  const held = backups(paths)
  const list = await held.list(file).catch(() => [])
  const kept = []
  for (const backup of list.slice(0, looked)) {
    const text = await readFile(held.pathOf(file, backup), 'utf8').catch(() => '')
    const parsed = storedSet.parse(text)
    if (parsed.ok && parsed.value.annotator === annotator && parsed.value.documentId === id)
      kept.push(parsed.value)
  }
  return { log, kept }
}
