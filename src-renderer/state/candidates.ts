import { type ActorIndex, actorIndex } from '../../annotations/actors/actor-index.ts'
import { actorsNear, linkedMentions } from '../../annotations/actors/mentions.ts'
import { type Candidate, rankActors } from '../../annotations/actors/rank-actors.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import { type Annotation, extentOf } from '../../annotations/model/annotation.ts'
import { say } from '../strings/words.ts'
import { useEditor } from './editor.ts'
import { useSession } from './session.ts'

const made = new WeakMap<readonly Actor[], ActorIndex>()

/** The index of a register, made when it is first asked for. */
export function indexOf(actors: readonly Actor[]): ActorIndex {
  const index = made.get(actors) ?? actorIndex(actors)
  made.set(actors, index)
  return index
}

/** Actors that a mention may mean, for what is typed or for its own words. */
export function candidatesFor(annotation: Annotation, typed: string, limit: number): Candidate[] {
  const { actors, register, project } = useSession.getState()
  const { open } = useEditor.getState()
  const scheme = project?.project.scheme
  const mentions = scheme && open ? linkedMentions(open.set.annotations, scheme) : []
  const others = mentions.filter(({ annotation: other }) => other.id !== annotation.id)
  const nearby = [
    ...new Set(
      actorsNear(others, extentOf(annotation).start).flatMap(id => register.get(id)?.id ?? []),
    ),
  ].slice(0, 8)
  const { kind } = annotation.attributes
  const context = typeof kind === 'string' ? { kind, nearby, limit } : { nearby, limit }
  return rankActors(indexOf(actors), typed, context)
}

/** Why an actor is offered, in words; the name that speaks for it where that is not its own. */
export function reasonOf({ actor, evidence }: Candidate): string {
  return evidence
    .slice(0, 2)
    .map(({ kind, name }) => {
      const reason = say(`evidence.${kind}`)
      const isOwn = name === actor.name.ar || kind === 'nearby'
      return isOwn ? reason : say('actor.because', { reason, name })
    })
    .join(' · ')
}
