import { readdir, stat, unlink, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { inParallel } from './in-parallel.ts'
import { isTemporary, temporaryName } from './replace-file.ts'

/** Milliseconds since its last byte after which half a file is nobody's any more: no write rests as long. */
const abandoned = 24 * 60 * 60 * 1000

/** The time as the disk has it: that of another machine, where the folder is shared with one. */
async function timeOn(folder: string): Promise<number> {
  const probe = join(folder, temporaryName())
  await writeFile(probe, '')
  try {
    return (await stat(probe)).mtimeMs
  } finally {
    await unlink(probe).catch(() => {})
  }
}

/**
 * Remove what writes cut short by a crash have left, in these files' folders: a day old and never renamed to anything.
 * What cannot be looked at or removed stays; it is in nobody's way.
 */
async function sweepFiles(folder: string, files: readonly string[]): Promise<void> {
  const found = files.filter(file => isTemporary(basename(file)))
  if (found.length === 0) return
  const now = await timeOn(folder)
  await inParallel(found, 8, async file => {
    const about = await stat(file).catch(() => undefined)
    if (about?.isFile() && about.mtimeMs + abandoned < now) await unlink(file).catch(() => {})
  })
}

/** Sweep everything of a project; a folder of exports by the file that was just written into it. */
export async function sweepProject(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true }).catch((): string[] => [])
  await sweepFiles(
    folder,
    names.map(name => join(folder, name)),
  ).catch(() => {})
}

export async function sweepBeside(file: string): Promise<void> {
  const folder = dirname(file)
  const names = await readdir(folder).catch((): string[] => [])
  await sweepFiles(
    folder,
    names.map(name => join(folder, name)),
  ).catch(() => {})
}
