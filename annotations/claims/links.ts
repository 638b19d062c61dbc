import type { Annotation } from '../model/annotation.ts'
import type { Relation } from '../model/relation.ts'

/** A relation that leaves a claim, with what it arrives at. */
export type Link = { readonly relation: Relation; readonly to: Annotation }

const leaving = new WeakMap<readonly Relation[], Map<string, Relation[]>>()

/** What leaves an annotation; found once for all of a list of relations. */
export function relationsFrom(relations: readonly Relation[], id: string): readonly Relation[] {
  const known = leaving.get(relations) ?? new Map<string, Relation[]>()
  if (!leaving.has(relations)) {
    for (const relation of relations) {
      const others = known.get(relation.from)
      if (others) others.push(relation)
      else known.set(relation.from, [relation])
    }
    leaving.set(relations, known)
  }
  return known.get(id) ?? []
}

/** What a claim is joined to, outer links first. A relation to an annotation that is gone is passed over. */
export function linksOf(
  id: string,
  relations: readonly Relation[],
  get: (id: string) => Annotation | undefined,
): Link[] {
  return relationsFrom(relations, id)
    .flatMap(relation => {
      const to = get(relation.to)
      return to ? [{ relation, to }] : []
    })
    .sort((a, b) => (a.relation.order ?? 0) - (b.relation.order ?? 0))
}
