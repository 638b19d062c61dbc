import type { Failure } from '../../annotations/api/failures.ts'
import { type Actor, actorId } from '../../annotations/model/actor.ts'
import { storedActor } from '../../annotations/model/stored.ts'
import type { ProjectPaths } from './paths.ts'
import { type Room, recordStore } from './record-store.ts'

export type ActorStore = ReturnType<typeof actorStore>

export const actorRoom = (paths: ProjectPaths): Room<Actor> => ({
  paths,
  folder: paths.actors,
  stored: storedActor,
  idOf: ({ id }) => id,
  isId: id => actorId.safeParse(id).success,
})

export function actorStore(paths: ProjectPaths) {
  const { all, ...records } = recordStore(actorRoom(paths))
  return {
    ...records,
    /** Every readable actor by id order, those merged into others too, and why the others could not be read. */
    async all(): Promise<{ actors: Actor[]; unreadable: Failure[] }> {
      const { values: actors, unreadable } = await all()
      return { actors, unreadable }
    },
  }
}
