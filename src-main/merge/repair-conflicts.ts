import { rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { MergedFileReport } from '../../annotations/api/merging.ts'
import { hasMarkers } from '../../annotations/merge/conflict-markers.ts'
import { AppError, failureOf } from '../app-error.ts'
import type { Locks } from '../storage/locks.ts'
import { entryLine, headingLine } from '../storage/log-lines.ts'
import type { ProjectPaths } from '../storage/paths.ts'
import { makeFolder, replaceFile } from '../storage/replace-file.ts'
import { mergeVersions, readText, type Version } from './merge-versions.ts'
import { copyOf, isRecord, projectTree, setAt } from './project-tree.ts'
import { pastOf } from './set-past.ts'

/** A file of a project with its second copies, or one that Git left with both sides in it. */
type Conflict = { place: string; path: string | undefined; copies: string[] }

/** Everything in a project that waits to be made one again. */
export async function findConflicts(paths: ProjectPaths): Promise<Conflict[]> {
  const files = await projectTree(paths.folder, place => !place.startsWith('.isnad'))
  const found = new Map<string, Conflict>()
  const at = (place: string) => {
    const known = found.get(place) ?? { place, path: files.get(place), copies: [] }
    found.set(place, known)
    return known
  }
  for (const [place, path] of files) {
    const original = copyOf(place, known => files.has(known))
    if (original !== undefined && original !== place) at(original).copies.push(path)
    else if (isRecord(place) && hasMarkers(await readText(path).catch(() => ''))) at(place)
  }
  return [...found.values()].sort((a, b) => (a.place < b.place ? -1 : 1))
}

async function putAside(paths: ProjectPaths, path: string): Promise<string> {
  const to = join(paths.merged, path.slice(paths.folder.length + 1))
  await makeFolder(dirname(to))
  await rename(path, to)
  return to.slice(paths.folder.length + 1)
}

async function resolveOne(paths: ProjectPaths, conflict: Conflict): Promise<MergedFileReport> {
  const { place, path, copies } = conflict
  const set = setAt(place)
  const past = set ? await pastOf(paths, set.annotator, set.documentId) : { log: [] }
  const versions: Version[] = []
  for (const one of [...(path === undefined ? [] : [path]), ...copies.sort()])
    versions.push({
      path: one,
      text: await readText(one),
      // What is known here was done to the file itself; of its copies nothing is known but what they hold.
      past: one === path ? past : { log: [] },
      from: one === path ? 'a' : 'b',
    })
  const { text, log, aside, report } = mergeVersions(versions)
  // What was there is kept before anything is written over it.
  const to = join(paths.folder, ...place.split('/'))
  if (path !== undefined && versions[0]?.text !== text) {
    const was = join(paths.merged, `${path.slice(paths.folder.length + 1)}.before`)
    await replaceFile(was, versions[0]?.text ?? '')
  }
  await replaceFile(to, text)
  if (set && log.length > past.log.length)
    await replaceFile(
      paths.log(set.annotator, set.documentId),
      headingLine(set) + log.map(entryLine).join(''),
    )
  // A copy that could not be merged stays where it is, for its owner to look at.
  const kept = aside.map(one => one.path)
  for (const copy of copies) if (!kept.includes(copy)) await putAside(paths, copy)
  return {
    file: place,
    ...set,
    ...report,
    ...(kept[0] !== undefined && { aside: kept.join(', ') }),
  }
}

/**
 * Second copies and Git's markers merged by id into the files they belong to, each with what was done. Sets that somebody
 * else is writing now are left to them; what was there is kept in `.isnad/merged`.
 */
export async function resolveConflicts(
  paths: ProjectPaths,
  locks: Pick<Locks, 'hold' | 'isOurs' | 'release'>,
): Promise<{ resolved: MergedFileReport[]; inUse: string[] }> {
  const resolved: MergedFileReport[] = []
  const inUse = new Set<string>()
  for (const conflict of await findConflicts(paths)) {
    const owner = setAt(conflict.place)?.annotator
    const ours = owner === undefined || locks.isOurs(owner)
    if (!ours && (await locks.hold(owner)).kind === 'theirs') {
      inUse.add(owner)
      continue
    }
    try {
      resolved.push(await resolveOne(paths, conflict))
    } catch (error) {
      throw new AppError(failureOf(error, join(paths.folder, conflict.place)))
    } finally {
      if (!ours) await locks.release(owner)
    }
  }
  return { resolved, inUse: [...inUse] }
}
