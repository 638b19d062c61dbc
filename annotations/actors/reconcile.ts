import type { Actor } from '../model/actor.ts'

export type ActorField = Exclude<keyof Actor, 'id'> | 'name.ar' | 'name.en'
export type Reconciled = { readonly actor: Actor; readonly conflicts: readonly ActorField[] }

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** What both did to a list: what either added is there, what either took away is not. */
function lists(base: readonly string[], mine: readonly string[], theirs: readonly string[]) {
  const gone = base.filter(one => !mine.includes(one) || !theirs.includes(one))
  return [...new Set([...theirs, ...mine])].filter(one => !gone.includes(one))
}

/**
 * What comes of an actor that two changed, given how it was before either: lists are joined, a field that one of them left
 * alone is the other's. A field that both changed, each to something else, stays as theirs is and is named.
 */
export function reconcile(base: Actor, mine: Actor, theirs: Actor): Reconciled {
  const conflicts: ActorField[] = []
  function either<T>(field: ActorField, was: T, here: T, there: T): T {
    if (same(here, there) || same(was, here)) return there
    if (same(was, there)) return here
    conflicts.push(field)
    return there
  }
  const ids = new Set([...Object.keys(mine.externalIds), ...Object.keys(theirs.externalIds)])
  const externalIds: Record<string, string> = {}
  for (const id of [...ids].sort()) {
    const of = ({ externalIds }: Actor) => externalIds[id]
    const value = either('externalIds', of(base), of(mine), of(theirs))
    if (value !== undefined) externalIds[id] = value
  }
  const en = either('name.en', base.name.en, mine.name.en, theirs.name.en)
  const parent = either('parent', base.parent, mine.parent, theirs.parent)
  const mergedInto = either('mergedInto', base.mergedInto, mine.mergedInto, theirs.mergedInto)
  const actor: Actor = {
    id: theirs.id,
    name: {
      ar: either('name.ar', base.name.ar, mine.name.ar, theirs.name.ar),
      ...(en === undefined ? {} : { en }),
    },
    kind: either('kind', base.kind, mine.kind, theirs.kind),
    aliases: lists(base.aliases, mine.aliases, theirs.aliases),
    titles: lists(base.titles, mine.titles, theirs.titles),
    notes: either('notes', base.notes, mine.notes, theirs.notes),
    externalIds,
    ...(parent === undefined ? {} : { parent }),
    ...(mergedInto === undefined ? {} : { mergedInto }),
  }
  return { actor, conflicts }
}
