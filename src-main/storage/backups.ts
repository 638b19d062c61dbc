import { constants } from 'node:fs'
import { copyFile, readdir, rename, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError, failureOf } from '../app-error.ts'
import type { ProjectPaths } from './paths.ts'
import { makeFolder, temporaryName } from './replace-file.ts'
import { type Backup, backupName, backupOf, newestFirst, rotatedOut } from './which-backups.ts'

/**
 * The same bytes under another name; a name that is taken holds them already. No hard link: a program that writes into the
 * file where it lies would write into its backup too.
 */
async function copyTo(from: string, to: string): Promise<void> {
  const half = join(dirname(to), temporaryName())
  try {
    await copyFile(from, half, constants.COPYFILE_FICLONE)
    await rename(half, to)
  } catch (error) {
    await unlink(half).catch(() => {})
    throw error
  }
}

/**
 * Earlier states of a file, each a copy under a name of its own: nothing that is saved later can reach them.
 */
export function backups(paths: ProjectPaths) {
  /** Newest first; none where nothing was kept yet. */
  async function list(file: string): Promise<Backup[]> {
    const folder = paths.backups(file)
    const names = await readdir(folder).catch((error): string[] => {
      if (error.code === 'ENOENT') return []
      throw new AppError(failureOf(error, folder))
    })
    return names.flatMap(name => backupOf(name) ?? []).sort(newestFirst)
  }

  const pathOf = (file: string, { name }: Pick<Backup, 'name'>) => join(paths.backups(file), name)

  /** Keep the file as it stands, and let go of what rotates out. */
  async function keep(file: string, what: Omit<Backup, 'name'>): Promise<Backup> {
    const backup = { ...what, name: backupName(what) }
    const to = pathOf(file, backup)
    await copyTo(file, to).catch(async error => {
      if (error.code !== 'ENOENT') throw error
      await makeFolder(dirname(to))
      await copyTo(file, to)
    })
    for (const old of rotatedOut(await list(file))) await unlink(pathOf(file, old)).catch(() => {})
    return backup
  }

  /** Mark a backup as one that is never rotated out. */
  async function setAside(file: string, backup: Backup): Promise<Backup> {
    if (backup.aside) return backup
    const aside = { ...backup, aside: true }
    const marked = { ...aside, name: backupName(aside) }
    await rename(pathOf(file, backup), pathOf(file, marked))
    return marked
  }

  return { list, keep, setAside, pathOf }
}
