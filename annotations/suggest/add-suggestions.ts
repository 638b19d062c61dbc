import type { AnnotationSet } from '../model/annotation-set.ts'
import type { Change } from '../model/change.ts'
import type { Relation } from '../model/relation.ts'
import type { Suggestions } from './suggest.ts'
import { suggestionKey } from './suggestion-key.ts'

const ends = ({ type, from, to }: Relation) => `${type} ${from} ${to}`

function freeId(wish: string, taken: ReadonlySet<string>): string {
  let id = wish
  for (let n = 2; taken.has(id); n++) id = `${wish}-${n}`
  return id
}

/**
 * The changes that put suggestions into a set. What a set says of the same words already is kept as it is, and what the
 * suggestion joins is joined to that; a claim that is there keeps its own chain. Doing it again changes nothing.
 */
export function addSuggestions(
  set: AnnotationSet,
  { annotations, relations, rules }: Suggestions,
): Change[] {
  const known = new Map(
    set.annotations.map(annotation => [suggestionKey(annotation), annotation.id]),
  )
  const taken = new Set([...set.annotations, ...set.relations].map(({ id }) => id))
  const ids = new Map<string, string>()
  const isNew = new Set<string>()
  const changes: Change[] = []
  for (const annotation of annotations) {
    const there = known.get(suggestionKey(annotation))
    const id = there ?? freeId(annotation.id, taken)
    ids.set(annotation.id, id)
    if (there !== undefined) continue
    taken.add(id)
    isNew.add(id)
    const rule = rules.get(annotation.id)
    changes.push({
      kind: 'put-annotation',
      annotation: { ...annotation, id, ...(rule === undefined ? {} : { rule }) },
    })
  }
  const joined = new Set(set.relations.map(ends))
  const placedIn = new Set(
    set.relations.filter(({ type }) => type === 'within').map(({ from }) => from),
  )
  for (const relation of relations) {
    const [from, to] = [ids.get(relation.from), ids.get(relation.to)]
    if (from === undefined || to === undefined) continue
    // A claim that was taken before the one it stands in is joined to that when it comes.
    const joins = relation.type === 'within' && isNew.has(to) && !placedIn.has(from)
    if (!isNew.has(from) && !joins) continue
    const placed = { ...relation, from, to }
    if (joined.has(ends(placed))) continue
    joined.add(ends(placed))
    const id = freeId(relation.id, taken)
    taken.add(id)
    changes.push({ kind: 'put-relation', relation: { ...placed, id } })
  }
  return changes
}
