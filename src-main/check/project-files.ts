import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { CheckFinding } from '../../annotations/api/views.ts'
import { actorId } from '../../annotations/model/actor.ts'
import { documentId } from '../../annotations/model/annotation-set.ts'
import { annotator } from '../../annotations/model/annotator.ts'
import type { ProjectPaths } from '../storage/paths.ts'
import { isTemporary } from '../storage/replace-file.ts'
import { fileIn, findingOf } from './findings.ts'

/** Every file a project is made of, and what else lies among them. */
export type ProjectFiles = {
  records: Set<string>
  texts: Set<string>
  /** Annotators by document. */
  sets: Map<string, string[]>
  actors: string[]
  findings: CheckFinding[]
}

export async function projectFiles(paths: ProjectPaths): Promise<ProjectFiles> {
  const found: ProjectFiles = {
    records: new Set(),
    texts: new Set(),
    sets: new Map(),
    actors: [],
    findings: [],
  }

  const warn = (path: string, kind: string) =>
    found.findings.push({ severity: 'warning', file: fileIn(paths, path), kind })

  const foreign = (path: string, name: string) =>
    warn(path, isTemporary(name) ? 'temporary-file' : 'foreign-file')

  async function entriesOf(folder: string): Promise<Dirent[]> {
    try {
      const entries = await readdir(folder, { withFileTypes: true })
      return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
        found.findings.push(findingOf(error, fileIn(paths, folder)))
      return []
    }
  }

  /** Files two folders down, `<2 chars>/<id><ending>`, handed to the taker of their ending. */
  async function sharded(folder: string, takers: Record<string, (id: string) => void>) {
    for (const shard of await entriesOf(folder)) {
      const inside = join(folder, shard.name)
      if (!shard.isDirectory() || !/^[0-9a-f]{2}$/.test(shard.name)) {
        foreign(inside, shard.name)
        continue
      }
      for (const { name } of await entriesOf(inside)) {
        const ending = extname(name)
        const id = name.slice(0, -ending.length || undefined)
        const take = takers[ending]
        if (!take || !documentId.safeParse(id).success) foreign(join(inside, name), name)
        else if (!id.startsWith(shard.name)) warn(join(inside, name), 'misplaced-file')
        else take(id)
      }
    }
  }

  for (const { name } of await entriesOf(paths.folder))
    if (isTemporary(name)) foreign(join(paths.folder, name), name)
  for (const { name } of await entriesOf(paths.actors)) {
    if (name.endsWith('.json') && actorId.safeParse(name.slice(0, -5)).success)
      found.actors.push(name.slice(0, -5))
    else foreign(join(paths.actors, name), name)
  }
  await sharded(paths.documents, {
    '.json': id => found.records.add(id),
    '.txt': id => found.texts.add(id),
  })
  for (const person of await entriesOf(paths.annotations)) {
    const folder = join(paths.annotations, person.name)
    if (!person.isDirectory() || !annotator.safeParse(person.name).success)
      foreign(folder, person.name)
    else
      await sharded(folder, {
        '.json': id => found.sets.set(id, [...(found.sets.get(id) ?? []), person.name]),
      })
  }
  return found
}
