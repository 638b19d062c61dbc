import type { Failure } from '../../annotations/api/failures.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import { call } from '../bridge.ts'
import { nameOf } from '../state/link-actor.ts'
import { putActors } from '../state/register.ts'
import { announce } from '../state/session.ts'
import { say } from '../strings/words.ts'

/** Some actors are one; the failure, if they could not be made so. */
export async function mergeActors(
  project: string,
  ids: string[],
  into: Actor,
): Promise<Failure | undefined> {
  const done = await call('actors.merge', { project, ids, into: into.id })
  if (!done.ok) return done.failure
  putActors(done.value.actors, done.value.removed)
  announce(say('register.merged', { count: ids.length, name: nameOf(into) }))
  return undefined
}

/** An actor goes; the failure, if it could not. */
export async function removeActor(project: string, actor: Actor): Promise<Failure | undefined> {
  const done = await call('actors.remove', { project, id: actor.id })
  if (!done.ok) return done.failure
  putActors(done.value.actors, done.value.removed)
  announce(say('actor.removed', { name: nameOf(actor) }))
  return undefined
}
