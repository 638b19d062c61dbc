import { constants, copyFile, link, rename } from 'node:fs/promises'
import { AppError, failureOf } from '../app-error.ts'

/** A second name for a file; on a file system that knows no second names (FAT, some shares), a copy of it. */
async function copyAs(path: string, name: string): Promise<void> {
  await link(path, name).catch(async error => {
    if (error.code === 'ENOENT') throw error
    await copyFile(path, name, constants.COPYFILE_EXCL)
  })
}

/**
 * Put a file aside under its own name plus `.broken-<time>`: it is in nobody's way there, and nothing of it is lost. Where
 * a good one is about to be written in its place it stays until then: whoever looks meanwhile, or finds what a crash left,
 * sees a broken file and not one that was never there.
 */
export async function asideAs(
  path: string,
  at: Date,
  until?: 'replaced',
): Promise<string | undefined> {
  const aside = `${path}.broken-${at.toISOString().replaceAll(/[:.]/g, '-')}`
  try {
    await (until ? copyAs(path, aside) : rename(path, aside))
    return aside
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new AppError(failureOf(error, path))
  }
}
