import type { Annotation } from '../model/annotation.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import type { Relation } from '../model/relation.ts'
import type { Link } from './comparison.ts'
import { digestOf } from './digest.ts'
import type { Judged } from './judge.ts'
import { contentSaid } from './saying.ts'

/** Ids of relations that came of what annotators said begin so; others were made in the gold set itself. */
const own = 'gr-'

/** What is to be said of links, and by whom; nothing where that is not settled and what there is stays. */
function settledLinks({
  item,
  standing,
  decisions,
}: Judged): { voice: number; links: Link[] } | undefined {
  if (standing === 'changed') return undefined
  const [decision] = decisions
  if (!decision || standing === 'agreed') {
    const [first, ...more] = item.readings
    return first && more.length === 0
      ? { voice: first.voices[0] ?? 0, links: first.links }
      : { voice: 0, links: [] }
  }
  const taken = item.readings.filter(({ voices }) =>
    voices.some(voice => decision.took.includes(item.voices[voice]?.annotator ?? '')),
  )
  const links = new Map<string, Link>()
  for (const reading of taken)
    for (const link of reading.links) links.set(`${link.type} ${link.order ?? ''} ${link.to}`, link)
  return { voice: taken[0]?.voices[0] ?? 0, links: [...links.values()] }
}

/** Which annotations of the gold set came of which group. */
function madeOf(judged: readonly Judged[], { annotations }: AnnotationSet) {
  const byId = new Map(annotations.map(annotation => [annotation.id, annotation]))
  const made = new Map<number, { gold: Annotation[]; item: Judged['item'] }>()
  for (const { item, decisions } of judged)
    if (item.about === 'annotation' && !item.withdrawn)
      made.set(item.group, {
        item,
        gold: decisions.flatMap(({ made }) => made.flatMap(id => byId.get(id) ?? [])),
      })
  /** What a voice said of a group if that was taken, else what was taken instead. */
  return (group: number, voice: number): Annotation | undefined => {
    const found = made.get(group)
    const said = found?.item.voices[voice]?.annotation
    const exact =
      said && found?.gold.find(annotation => contentSaid(annotation) === contentSaid(said))
    return exact ?? found?.gold[0]
  }
}

type Arriving = { type: string; order: number | undefined; to: string }

/** A chain of which links are missing, 1, 2, 3 again; a cue keeps to the source it introduces, and goes with it. */
function closedUp(links: readonly Arriving[]): Arriving[] {
  const typeOf = ({ type }: Arriving) => (type === 'cue' ? 'source' : type)
  const places = new Map<string, number[]>()
  for (const { type, order } of links)
    if (type !== 'cue' && order !== undefined)
      places.set(
        type,
        [...new Set([...(places.get(type) ?? []), order])].sort((a, b) => a - b),
      )
  return links.flatMap(link => {
    if (link.order === undefined) return [link]
    const at = places.get(typeOf(link))?.indexOf(link.order) ?? -1
    return at === -1 ? [] : [{ ...link, order: at + 1 }]
  })
}

/** Relations of the gold set: what was settled of links, wherever both ends are in it. */
export function goldRelations(judged: readonly Judged[], gold: AnnotationSet): Relation[] {
  const goldOf = madeOf(judged, gold)
  const ids = new Set(gold.annotations.map(({ id }) => id))
  const relations = new Map<string, Relation>()
  /** Gold annotations whose chains, and pairs whose relations, are not to be touched before somebody decides. */
  const untouched = new Set<string>()
  for (const one of judged) {
    const { item } = one
    if (item.about === 'annotation') {
      if (one.standing === 'changed')
        for (const { made } of one.decisions) for (const id of made) untouched.add(id)
      continue
    }
    const settled = settledLinks(one)
    const from = goldOf(item.group, settled?.voice ?? 0)
    if (!from) continue
    if (!settled) {
      untouched.add(from.id)
      continue
    }
    const links = settled.links.flatMap(({ type, order, to: group }): Arriving[] => {
      const to = goldOf(group, settled.voice)
      return to && to.id !== from.id ? [{ type, order, to: to.id }] : []
    })
    for (const { type, order, to } of links.length < settled.links.length
      ? closedUp(links)
      : links) {
      const id = own + digestOf([type, order ?? '', from.id, to].join(' '))
      relations.set(id, { id, type, from: from.id, to, ...(order ? { order } : {}) })
    }
  }
  for (const relation of gold.relations) {
    const { id, from, to } = relation
    if (!ids.has(from) || !ids.has(to) || relations.has(id)) continue
    if (!id.startsWith(own) || untouched.has(from) || untouched.has(to)) relations.set(id, relation)
  }
  return withoutDoubles([...relations.values()])
}

/** The same said by a relation of another id is said once. */
function withoutDoubles(relations: Relation[]): Relation[] {
  const seen = new Set<string>()
  return relations.filter(({ type, from, to, order }) => {
    const key = [type, from, to, order ?? ''].join(' ')
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
