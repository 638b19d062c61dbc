import { actorId } from '../../annotations/model/actor.ts'
import type { Proposition } from '../../annotations/model/proposition.ts'
import { storedProposition } from '../../annotations/model/stored.ts'
import type { ProjectPaths } from './paths.ts'
import { type Room, recordStore } from './record-store.ts'

export type PropositionStore = ReturnType<typeof propositionStore>

export const propositionRoom = (paths: ProjectPaths): Room<Proposition> => ({
  paths,
  folder: paths.propositions,
  stored: storedProposition,
  idOf: ({ id }) => id,
  isId: id => actorId.safeParse(id).success,
})

/** The codebook, one file a proposition. */
export const propositionStore = (paths: ProjectPaths) => recordStore(propositionRoom(paths))
