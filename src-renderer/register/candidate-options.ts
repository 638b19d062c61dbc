import { rankActors } from '../../annotations/actors/rank-actors.ts'
import { choiceName } from '../panels/attribute-words.ts'
import type { Option } from '../panels/search-box.tsx'
import { indexOf, reasonOf } from '../state/candidates.ts'
import { nameOf } from '../state/link-actor.ts'
import { useSession } from '../state/session.ts'

/** Actors for what is typed, with why. */
export function candidateOptions(typed: string): Option[] {
  const { actors } = useSession.getState()
  if (typed.trim() === '')
    return actors.slice(0, 40).map(actor => ({ id: actor.id, name: nameOf(actor) }))
  return rankActors(indexOf(actors), typed, { limit: 40 }).map(candidate => ({
    id: candidate.actor.id,
    name: nameOf(candidate.actor),
    note: `${choiceName('actor', 'kind', candidate.actor.kind)} · ${reasonOf(candidate)}`,
  }))
}
