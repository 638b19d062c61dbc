import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { appError } from '../app-error.ts'
import type { ProjectPaths } from './paths.ts'

/** How many folders deep a project's rooms go: `.isnad/log/<annotator>/<2 chars>`. */
const deepest = 3

async function refuseBelow(folder: string, depth: number): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((): Dirent[] => [])
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isSymbolicLink() && !/\.[a-z]+$/.test(entry.name))
      throw appError('link-in-project', { file: path })
    const shard = /^[0-9a-f]{2}$/.test(entry.name)
    if (entry.isDirectory() && depth < deepest && !shard) await refuseBelow(path, depth + 1)
  }
}

/**
 * A project is one folder: a link among its own folders would have us read and write somewhere else, wherever whoever
 * sent the project likes. Links in the place of files are refused where they are read, and replaced where they are
 * written; folders of two characters hold nothing but files.
 */
export async function refuseLinks(paths: ProjectPaths): Promise<void> {
  const rooms = [
    ...[paths.documents, paths.annotations, paths.state],
    ...[paths.actors, paths.propositions, paths.exceptions],
  ]
  const entries = await readdir(paths.folder, { withFileTypes: true })
  for (const entry of entries) {
    const path = join(paths.folder, entry.name)
    if (!rooms.includes(path)) continue
    if (entry.isSymbolicLink()) throw appError('link-in-project', { file: path })
    if (entry.isDirectory()) await refuseBelow(path, 1)
  }
}
