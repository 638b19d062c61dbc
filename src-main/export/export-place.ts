import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { AppError, appError, failureOf } from '../app-error.ts'
import type { ProjectPaths } from '../storage/paths.ts'
import { isExportFolder } from './write-outs.ts'

/** Where a file really lies, links followed; its folder must be there, the file need not. */
async function realPlace(out: string): Promise<string> {
  const path = resolve(out)
  const known = await realpath(path).catch(() => undefined)
  if (known) return known
  const folder = dirname(path)
  const real = await realpath(folder).catch(error => {
    throw new AppError(failureOf(error, folder))
  })
  const found = await stat(real)
  if (!found.isDirectory()) throw appError('not-a-folder', { file: folder })
  return join(real, basename(path))
}

/** May `path` be written? An export never takes the place of anything but a file, and of that only when told to. */
export async function refuseTaken(path: string, overwrite: boolean): Promise<void> {
  const found = await stat(path).catch(() => undefined)
  if (!found) return
  if (found.isDirectory()) throw appError('is-a-folder', { file: path })
  if (!found.isFile()) throw appError('io', { file: path, detail: 'not a regular file' })
  if (!overwrite) throw appError('file-exists', { file: path })
}

/** May `path` become a folder of ours? An empty one may, and when told to one that an export made. */
export async function refuseTakenFolder(path: string, overwrite: boolean): Promise<void> {
  const found = await stat(path).catch(() => undefined)
  if (!found) return
  if (!found.isDirectory()) throw appError('not-a-folder', { file: path })
  const names = await readdir(path)
  if (names.length === 0) return
  if (!overwrite) throw appError('file-exists', { file: path })
  if (!(await isExportFolder(path))) throw appError('folder-not-empty', { file: path })
}

/** What a project keeps in its folder. */
const rooms = new Set(
  'project.json documents annotations actors propositions exceptions suggestions kept .isnad'.split(
    ' ',
  ),
)

async function placeOutside(out: string, paths: ProjectPaths): Promise<string> {
  const place = await realPlace(out)
  const [room] = relative(await realpath(paths.folder), place).split(sep)
  if (room && rooms.has(room)) throw appError('inside-project', { file: place })
  return place
}

/** The place to write an export to; a project's own files are none. */
export async function exportPlace(
  out: string,
  overwrite: boolean,
  paths: ProjectPaths,
): Promise<string> {
  const place = await placeOutside(out, paths)
  await refuseTaken(place, overwrite)
  return place
}

/** The same for a folder; the project itself, or a folder that holds it, is none either. */
export async function exportFolderPlace(
  out: string,
  overwrite: boolean,
  paths: ProjectPaths,
): Promise<string> {
  const place = await placeOutside(out, paths)
  const way = relative(place, await realpath(paths.folder))
  if (!way.startsWith('..')) throw appError('inside-project', { file: place })
  await refuseTakenFolder(place, overwrite)
  return place
}
