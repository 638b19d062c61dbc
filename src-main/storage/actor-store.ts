import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Failure } from '../../annotations/api/failures.ts'
import { type Actor, actorId } from '../../annotations/model/actor.ts'
import { storedActor } from '../../annotations/model/stored.ts'
import { failureOf } from '../app-error.ts'
import { inParallel } from './in-parallel.ts'
import { readStored, writeStored } from './json-file.ts'
import { keepCopy } from './keep-copy.ts'
import type { ProjectPaths } from './paths.ts'

export type ActorStore = ReturnType<typeof actorStore>

export function actorStore(paths: ProjectPaths) {
  /** Every readable actor by id order, and why the others could not be read. */
  async function all(): Promise<{ actors: Actor[]; unreadable: Failure[] }> {
    const unreadable: Failure[] = []
    const names = (await readdir(paths.actors).catch(() => []))
      .filter(name => name.endsWith('.json') && actorId.safeParse(name.slice(0, -5)).success)
      .sort()
    const found = await inParallel(names, 32, name =>
      readStored(join(paths.actors, name), storedActor).catch(error => {
        unreadable.push(failureOf(error))
        return undefined
      }),
    )
    return { actors: found.filter(actor => actor !== undefined), unreadable }
  }

  async function save(actor: Actor): Promise<void> {
    const file = paths.actor(actor.id)
    await writeStored(file, storedActor, actor)
    await keepCopy(paths, file, new Date())
  }

  return { all, save }
}
