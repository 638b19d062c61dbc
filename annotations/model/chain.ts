import type { AnnotationSet } from './annotation-set.ts'
import type { Change } from './change.ts'
import type { Relation } from './relation.ts'

type Link = Pick<Relation, 'id' | 'from' | 'to'> & { type: string; ordered: boolean }

/** The place of a new link: after the last of its chain; a cue's is that of the first source that has none. */
function placeFor(set: AnnotationSet, { from, type }: Link): number {
  const ordersOf = (type: string) =>
    set.relations.filter(r => r.from === from && r.type === type).map(r => r.order ?? 0)
  const own = ordersOf(type)
  if (type !== 'cue') return own.length + 1
  const without = ordersOf('source')
    .sort((a, b) => a - b)
    .find(order => !own.includes(order))
  return without ?? Math.max(0, ...own) + 1
}

/** Joins two annotations; nothing where they are joined so already, or where they are one. */
export function linkOf(set: AnnotationSet, link: Link): Change[] {
  const { id, type, from, to, ordered } = link
  const known = set.relations.some(r => r.from === from && r.type === type && r.to === to)
  if (known || from === to) return []
  const relation: Relation = { id, type, from, to }
  if (ordered) relation.order = placeFor(set, link)
  return [{ kind: 'put-relation', relation }]
}

/** Changes places with the neighbour outwards (-1) or inwards (1); a source takes its cues along. */
export function moveOf(set: AnnotationSet, id: string, by: -1 | 1): Change[] {
  const moved = set.relations.find(relation => relation.id === id)
  if (moved?.order === undefined) return []
  const [here, there] = [moved.order, moved.order + by]
  const along = (type: string) => type === moved.type || (moved.type === 'source' && type === 'cue')
  const chain = set.relations.filter(({ from, type }) => from === moved.from && along(type))
  if (!chain.some(({ type, order }) => type === moved.type && order === there)) return []
  return chain.flatMap((relation): Change[] => {
    const order = relation.order === here ? there : relation.order === there ? here : undefined
    return order === undefined ? [] : [{ kind: 'put-relation', relation: { ...relation, order } }]
  })
}
