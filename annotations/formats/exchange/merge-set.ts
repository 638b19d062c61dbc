import type { Annotation } from '../../model/annotation.ts'
import type { AnnotationSet } from '../../model/annotation-set.ts'
import type { Document } from '../../model/document.ts'
import type { Relation } from '../../model/relation.ts'
import { type Capabilities, everything } from '../format.ts'
import { hold } from './hold.ts'

type Elements = Pick<AnnotationSet, 'annotations' | 'relations'>

const placeOf = ({ label, spans }: Annotation) =>
  JSON.stringify([label, spans.map(({ start, end }) => [start, end])])

/**
 * What an annotator's set becomes when it comes back from a format: what the file says, and what that format could
 * not have said of it stays as it was. `renamed` are the ids that imported annotations and relations have in the set.
 */
export function mergeSet(
  before: AnnotationSet,
  came: Elements,
  document: Document,
  can: Capabilities,
): Elements & { renamed: ReadonlyMap<string, string> } {
  if (before.annotations.length === 0) return { ...came, renamed: new Map() }
  const held = hold(can, document, before).set
  const old = new Map(before.annotations.map(annotation => [annotation.id, annotation]))
  const waiting = new Map<string, string[]>()
  for (const annotation of held.annotations) {
    const place = placeOf(annotation)
    const others = waiting.get(place)
    if (others) others.push(annotation.id)
    else waiting.set(place, [annotation.id])
  }
  const annotations: Annotation[] = []
  const renamed = new Map<string, string>()
  const taken = new Set([
    ...before.annotations.map(({ id }) => id),
    ...before.relations.map(({ id }) => id),
  ])
  let count = 0
  const freeId = (wish: string) => {
    let id = wish
    while (taken.has(id)) id = `i${++count}`
    taken.add(id)
    return id
  }
  const fresh: Annotation[] = []
  for (const annotation of came.annotations) {
    const known = old.get(waiting.get(placeOf(annotation))?.shift() ?? '')
    if (!known) {
      fresh.push(annotation)
      continue
    }
    renamed.set(annotation.id, known.id)
    annotations.push(can.attributes ? { ...known, attributes: annotation.attributes } : known)
  }
  for (const annotation of fresh) {
    const id = freeId(annotation.id)
    renamed.set(annotation.id, id)
    annotations.push({ ...annotation, id })
  }
  // What the format has no place for was not in the file, so its absence says nothing.
  const shown = new Set(held.annotations.map(({ id }) => id))
  for (const annotation of before.annotations)
    if (!shown.has(annotation.id)) annotations.push(annotation)
  const there = new Set(annotations.map(({ id }) => id))
  const links = new Map<string, Relation>()
  const keyOf = ({ type, from, to }: Relation) => JSON.stringify([type, from, to])
  for (const relation of before.relations)
    if (there.has(relation.from) && there.has(relation.to)) links.set(keyOf(relation), relation)
  const relations: Relation[] = []
  const imported = came.relations.map(relation => ({
    ...relation,
    from: renamed.get(relation.from) ?? relation.from,
    to: renamed.get(relation.to) ?? relation.to,
  }))
  if (!can.relations) return { annotations, relations: [...links.values(), ...imported], renamed }
  const said = new Set<string>()
  for (const relation of imported) {
    const key = keyOf(relation)
    const known = links.get(key)
    said.add(key)
    if (!known) {
      const id = freeId(relation.id)
      renamed.set(relation.id, id)
      relations.push({ ...relation, id })
    } else {
      renamed.set(relation.id, known.id)
      // Only our own format says anything of a link itself.
      const kept = can === everything || !known.attributes ? {} : { attributes: known.attributes }
      relations.push(can.order ? { ...relation, ...kept, id: known.id } : known)
    }
  }
  const heldLinks = new Set(held.relations.map(({ id }) => id))
  for (const [key, relation] of links)
    if (!said.has(key) && !heldLinks.has(relation.id)) relations.push(relation)
  return { annotations, relations, renamed }
}
