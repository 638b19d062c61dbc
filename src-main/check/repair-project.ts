import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'
import type { Repair } from '../../annotations/api/views.ts'
import {
  storedActor,
  storedDocument,
  storedProject,
  storedSet,
} from '../../annotations/model/stored.ts'
import type { Stored } from '../../annotations/model/stored-format.ts'
import { resolveConflicts } from '../merge/repair-conflicts.ts'
import { asideAs } from '../storage/aside.ts'
import { backups } from '../storage/backups.ts'
import { writeStored } from '../storage/json-file.ts'
import { locks } from '../storage/locks.ts'
import { newestGood } from '../storage/newest-good.ts'
import type { ProjectPaths } from '../storage/paths.ts'
import { projectFolder } from '../storage/read-project.ts'
import { settleAnnotator } from '../storage/settle-annotator.ts'
import { sweepProject } from '../storage/sweep.ts'
import { type ProjectFiles, projectFiles } from './project-files.ts'

/** Is it a file that is there and says nothing that can be read? One of a newer Isnad is somebody's good work. */
async function isBroken<T>(path: string, stored: Stored<T>): Promise<boolean> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return false
  const parsed = stored.parse(text)
  return !parsed.ok && parsed.reason.kind !== 'newer'
}

/** A file put aside, named as the project's folder names it. */
async function setAside(paths: ProjectPaths, path: string, at: Date, until?: 'replaced') {
  const aside = await asideAs(path, at, until)
  return { file: relative(paths.folder, path), aside: aside && relative(paths.folder, aside) }
}

/** A broken file put aside, and the newest copy that can be read in its place. */
async function repairFile<T>(
  paths: ProjectPaths,
  path: string,
  stored: Stored<T>,
  at: Date,
): Promise<Repair[]> {
  if (!(await isBroken(path, stored))) return []
  const kept = backups(paths)
  for (const backup of await kept.list(path)) {
    const parsed = stored.parse(await readFile(kept.pathOf(path, backup), 'utf8').catch(() => ''))
    if (!parsed.ok) continue
    const what = await setAside(paths, path, at, 'replaced')
    await writeStored(path, stored, parsed.value)
    return [{ ...what, kind: 'restored', saved: backup.saved }]
  }
  return [{ ...(await setAside(paths, path, at)), kind: 'set-aside' }]
}

/** The sets of one annotator: those that cannot be read made good, and all brought up to their logs. */
async function repairSets(
  paths: ProjectPaths,
  annotator: string,
  files: ProjectFiles,
  at: Date,
): Promise<Repair[]> {
  const done: Repair[] = []
  for (const [id, owners] of files.sets) {
    const path = paths.set(annotator, id)
    if (!owners.includes(annotator) || !(await isBroken(path, storedSet))) continue
    const good = await newestGood(paths, annotator, id).catch(() => undefined)
    const what = await setAside(paths, path, at, good && 'replaced')
    if (good) {
      await writeStored(path, storedSet, good.set)
      const { updated: saved, revision } = good.set
      done.push({ ...what, kind: 'restored', saved, revision, actions: good.actions })
    } else done.push({ ...what, kind: 'set-aside' })
  }
  for (const { documentId, from, to } of await settleAnnotator(paths, annotator))
    done.push({
      file: relative(paths.folder, paths.set(annotator, documentId)),
      kind: 'replayed',
      revision: to,
      actions: to - from,
    })
  return done
}

/**
 * Put right what can be: acknowledged actions that are in a log and not in its set, and files that cannot be read, of
 * which a good copy or a log is known. What was there is set aside, never deleted. Sets that somebody is writing now are
 * left to them.
 */
export async function repairProject(folder: string, at: Date): Promise<Repair[]> {
  const paths = await projectFolder(folder)
  const done: Repair[] = []
  await sweepProject(paths.folder)
  // What Git or a synchronising program left in two is no broken file: both halves are somebody's work.
  const first = locks(paths, () => at)
  try {
    const { resolved, inUse } = await resolveConflicts(paths, first)
    for (const { file, aside } of resolved) done.push({ file, kind: 'merged', aside })
    for (const annotator of inUse)
      done.push({ file: relative(paths.folder, paths.annotations), kind: 'in-use', annotator })
  } finally {
    await first.releaseAll()
  }
  done.push(...(await repairFile(paths, paths.project, storedProject, at)))
  const files = await projectFiles(paths)
  for (const id of files.records)
    done.push(...(await repairFile(paths, paths.documentRecord(id), storedDocument, at)))
  for (const id of files.actors)
    done.push(...(await repairFile(paths, paths.actor(id), storedActor, at)))
  const held = locks(paths, () => at)
  try {
    for (const annotator of [...new Set([...files.sets.values()].flat())].sort())
      if ((await held.hold(annotator)).kind === 'ours')
        done.push(...(await repairSets(paths, annotator, files, at)))
      else done.push({ file: relative(paths.folder, paths.annotations), kind: 'in-use', annotator })
  } finally {
    await held.releaseAll()
  }
  return done
}
