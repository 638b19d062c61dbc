import { rename } from 'node:fs/promises'
import { AppError, failureOf } from '../app-error.ts'

/** Put a file aside under its own name plus `.broken-<time>`: it is in nobody's way there, and nothing of it is lost. */
export async function asideAs(path: string, at: Date): Promise<string | undefined> {
  const aside = `${path}.broken-${at.toISOString().replaceAll(/[:.]/g, '-')}`
  try {
    await rename(path, aside)
    return aside
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new AppError(failureOf(error, path))
  }
}
