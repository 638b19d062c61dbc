import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError, failureOf } from '../app-error.ts'

/** Milliseconds that what was received is kept: an import dialog may stay open over a night. */
const kept = 24 * 60 * 60 * 1000

/** What was left by windows closed before they imported it. */
async function sweep(folder: string, now: Date): Promise<void> {
  for (const name of await readdir(folder).catch((): string[] => [])) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (found && found.mtimeMs + kept < now.getTime())
      await rm(path, { recursive: true }).catch(() => {})
  }
}

/** A name that is a name and no path, on any system. */
const safe = (name: string) =>
  basename(name.replaceAll('\\', '/'))
    .replace(/[\p{Cc}:*?"<>|]/gu, '_')
    .replace(/^\.+$/, '_') || '_'

/** Keep a file's bytes where an import, and nobody but their owner, can read them; the path is the answer. */
export async function receiveFile(
  userData: string,
  name: string,
  bytes: Uint8Array,
  now: Date,
): Promise<string> {
  const incoming = join(userData, 'incoming')
  const path = join(incoming, randomUUID(), safe(name))
  try {
    await sweep(incoming, now)
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await writeFile(path, bytes, { mode: 0o600 })
    return path
  } catch (error) {
    await rm(dirname(path), { recursive: true, force: true }).catch(() => {})
    throw new AppError(failureOf(error, path))
  }
}
