import type { Actor } from '../model/actor.ts'

/** What was merged comes to an end here: the one that speaks for `id`. In a loop of merges it is the smallest id. */
export function survivorOf(id: string, byId: ReadonlyMap<string, Actor>): string {
  const line: string[] = []
  for (let at: string | undefined = id; at !== undefined; ) {
    const loop = line.indexOf(at)
    // Two people merged the same two at once, one this way and one that way.
    if (loop !== -1) return line.slice(loop).sort()[0] as string
    const into: string | undefined = byId.get(at)?.mergedInto
    line.push(at)
    at = into !== undefined && byId.has(into) ? into : undefined
  }
  return line.at(-1) as string
}

export const byIdOf = (actors: readonly Actor[]): Map<string, Actor> =>
  new Map(actors.map(actor => [actor.id, actor]))

const union = (...lists: readonly (readonly string[])[]) => [...new Set(lists.flat())]

/** An actor with what those merged into it are called; a parent that was merged into it is no parent. */
function withMerged(
  actor: Actor,
  others: readonly Actor[],
  byId: ReadonlyMap<string, Actor>,
): Actor {
  const all = [actor, ...others]
  const { mergedInto: _, parent: __, ...own } = actor
  const parent = all
    .map(({ parent }) => (parent === undefined ? undefined : survivorOf(parent, byId)))
    .find(parent => parent !== undefined && parent !== actor.id)
  const name = { ...actor.name, en: all.map(({ name }) => name.en).find(en => en !== undefined) }
  const settled: Actor = {
    ...own,
    name: name.en === undefined ? { ar: name.ar } : { ar: name.ar, en: name.en },
    aliases: union(
      actor.aliases,
      ...others.map(({ name, aliases }) => [name.ar, ...(name.en ? [name.en] : []), ...aliases]),
    ).filter(alias => alias !== name.ar && alias !== name.en),
    titles: union(...all.map(({ titles }) => titles)),
    notes: union(all.map(({ notes }) => notes).filter(notes => notes !== '')).join('\n'),
    externalIds: Object.assign({}, ...[...all].reverse().map(({ externalIds }) => externalIds)),
  }
  return parent === undefined ? settled : { ...settled, parent }
}

/** The register as it stands: one actor for all that were merged into it, in the order of the files. */
export function settledActors(actors: readonly Actor[]): Actor[] {
  if (actors.every(({ mergedInto }) => mergedInto === undefined)) return [...actors]
  const byId = byIdOf(actors)
  const merged = new Map<string, Actor[]>()
  for (const actor of actors) {
    const survivor = survivorOf(actor.id, byId)
    if (survivor !== actor.id) merged.set(survivor, [...(merged.get(survivor) ?? []), actor])
  }
  return actors
    .filter(({ id }) => survivorOf(id, byId) === id)
    .map(actor => {
      const others = merged.get(actor.id)
      const redirected = actor.parent !== undefined && byId.get(actor.parent)?.mergedInto
      return others || actor.mergedInto || redirected
        ? withMerged(actor, others ?? [], byId)
        : actor
    })
}

/** Every id an annotation may say, and the actor that it means. */
export function registerOf(actors: readonly Actor[]): Map<string, Actor> {
  const byId = byIdOf(actors)
  const settled = byIdOf(settledActors(actors))
  const register = new Map<string, Actor>()
  for (const { id } of actors) {
    const actor = settled.get(survivorOf(id, byId))
    if (actor) register.set(id, actor)
  }
  return register
}

/** The ids that mean the same actor as `id`, its own among them. */
export function idsOf(id: string, actors: readonly Actor[]): string[] {
  const byId = byIdOf(actors)
  const survivor = survivorOf(id, byId)
  return actors.filter(other => survivorOf(other.id, byId) === survivor).map(({ id }) => id)
}

/** Does following the parents of `id` come back to it? The way round, or nothing. */
export function parentLoop(
  id: string,
  parentOf: (id: string) => string | undefined,
): string[] | undefined {
  const way = [id]
  for (let at = parentOf(id); at !== undefined; at = parentOf(at)) {
    if (at === id) return way
    if (way.includes(at)) return undefined
    way.push(at)
  }
  return undefined
}
