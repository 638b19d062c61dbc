import { readdir, rm } from 'node:fs/promises'
import { dirname, resolve, sep } from 'node:path'
import type { MergedFileReport, MergeReport } from '../../annotations/api/merging.ts'
import { AppError, appError, failureOf } from '../app-error.ts'
import type { Job } from '../jobs.ts'
import { projectPaths } from '../storage/paths.ts'
import { makeFolder } from '../storage/replace-file.ts'
import { claimedPlaces, treeOf } from './claimed-places.ts'
import { notesOn } from './merge-notes.ts'
import { mergePlace } from './merge-place.ts'
import { halfOf, putInPlace, sweepHalves } from './merged-place.ts'
import { setAt } from './project-tree.ts'

const logPlace = /^\.isnad\/log\//

async function refuseTaken(out: string, folders: readonly string[]): Promise<void> {
  for (const folder of folders)
    if (out === folder || out.startsWith(folder + sep))
      throw appError('inside-project', { file: out })
  const names = await readdir(out).catch((error): string[] => {
    if (error.code === 'ENOENT') return []
    throw new AppError(failureOf(error, out))
  })
  if (names.includes('project.json')) throw appError('project-exists', { file: out })
  if (names.length > 0) throw appError('folder-not-empty', { file: out })
}

/**
 * Two copies of a project made one, in a folder of its own; the copies stay as they are. What one has the other gets;
 * what both changed is merged by id; what cannot be merged is in its place as one has it and lies aside as the other does.
 */
export async function mergeProjects(
  folders: { a: string; b: string; out: string },
  job: Pick<Job, 'progress' | 'check'>,
): Promise<MergeReport> {
  const target = resolve(folders.out)
  const trees = [await treeOf(folders.a, 'a'), await treeOf(folders.b, 'b')]
  await refuseTaken(
    target,
    trees.map(({ paths }) => paths.folder),
  )
  await sweepHalves(target)
  const half = halfOf(target)
  const out = projectPaths(half)
  const files: MergedFileReport[] = []
  let same = 0
  try {
    const places = [...claimedPlaces(trees)].sort(([a], [b]) => (a < b ? -1 : 1))
    const plain = places.filter(([place]) => !logPlace.test(place))
    for (const [at, [place, found]] of plain.entries()) {
      job.check()
      job.progress(at, plain.length, place)
      const done = await mergePlace(out, place, found)
      if (done) files.push(done)
      else same++
    }
    const made = plain.map(([place]) => place)
    const notes = await notesOn(out, new Set(made), trees)
    await makeFolder(dirname(target))
    await putInPlace(half, target)
    const count = (pattern: RegExp) => made.filter(place => pattern.test(place)).length
    job.progress(plain.length, plain.length)
    return {
      out: target,
      documents: count(/^documents\/.+\.json$/),
      sets: made.filter(place => setAt(place)).length,
      same,
      files,
      notes,
    }
  } catch (error) {
    await rm(half, { recursive: true, force: true }).catch(() => {})
    throw new AppError(failureOf(error))
  }
}
