import type { Actor } from '../model/actor.ts'
import { byIdOf, survivorOf } from './register.ts'

/**
 * The actors that change when some are said to be one: each says into which it goes, and keeps all it had. So a merge
 * writes no file but theirs and no annotation, and is undone by saying nothing any more. Merged already: nothing.
 */
export function mergeOf(actors: readonly Actor[], ids: readonly string[], into: string): Actor[] {
  const byId = byIdOf(actors)
  const target = survivorOf(into, byId)
  const gone = new Set(ids.map(id => survivorOf(id, byId)))
  gone.delete(target)
  const changed = [...gone].flatMap((id): Actor[] => {
    const actor = byId.get(id)
    return actor ? [{ ...actor, mergedInto: target }] : []
  })
  // The head of a loop says that it goes somewhere; from now on it does not.
  const head = byId.get(target)
  if (changed.length === 0 || head?.mergedInto === undefined) return changed
  const { mergedInto: _, ...settled } = head
  return [...changed, settled]
}

/** An actor that is itself again. */
export function unmergedOf(actor: Actor): Actor {
  const { mergedInto: _, ...own } = actor
  return own
}

export type Parted = {
  /** What the new one is called, and its id. */
  readonly id: string
  readonly name: Actor['name']
  readonly aliases: readonly string[]
  readonly titles: readonly string[]
}

/** One actor that was two: what goes with the new one is taken from the old, which keeps its name. */
export function splitOf(actor: Actor, { id, name, aliases, titles }: Parted): [Actor, Actor] {
  const without = (list: readonly string[], gone: readonly string[]) =>
    list.filter(one => !gone.includes(one))
  const { parent } = actor
  const made: Actor = {
    id,
    name,
    kind: actor.kind,
    aliases: without(aliases, [name.ar, name.en ?? '']),
    titles: [...titles],
    notes: '',
    externalIds: {},
    ...(parent === undefined ? {} : { parent }),
  }
  const rest = {
    ...actor,
    aliases: without(actor.aliases, [...aliases, name.ar]),
    titles: without(actor.titles, titles),
  }
  return [rest, made]
}
