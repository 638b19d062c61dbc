import type { Annotation } from '../model/annotation.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import type { Relation } from '../model/relation.ts'
import type { LabelScheme } from '../model/scheme.ts'
import type { Group } from './align-annotations.ts'
import type { Link, Voice } from './comparison.ts'
import { digestOf } from './digest.ts'
import { placeSaid } from './saying.ts'

/** A chain that leaves a group, or the relations from one group to another. */
export type LinkItem = {
  about: 'chain' | 'relation'
  group: number
  to: number | undefined
  voices: Voice[]
}

type Said = { from: number; links: Link[] }

/** Which group each annotation of each set is in. */
function groupsOf(groups: readonly { said: Group }[], count: number): Map<string, number>[] {
  const of = Array.from({ length: count }, () => new Map<string, number>())
  for (const [at, { said }] of groups.entries())
    for (const [voice, annotation] of said.entries())
      if (annotation) of[voice]?.set(annotation.id, at)
  return of
}

/** Relations that are a chain: those of ordered types, and whatever was given an order. */
function isChain(scheme: LabelScheme | undefined) {
  const ordered = new Set(
    (scheme?.relationTypes ?? []).filter(type => type.ordered).map(({ id }) => id),
  )
  return ({ type, order }: Pick<Relation, 'type' | 'order'>) =>
    order !== undefined || ordered.has(type)
}

const contentPlace = (annotation: Annotation) => `${annotation.label} ${placeSaid(annotation)}`
const wordsOf = ({ type, order, to }: Link) => `${type} ${order ?? ''} ${to}`
const inOrder = (links: Link[]) =>
  links.sort((a, b) => (a.order ?? 0) - (b.order ?? 0) || (wordsOf(a) < wordsOf(b) ? -1 : 1))

/**
 * What is said of links, told by the annotations they join. A chain is one statement: half of it says something else. Of
 * other relations they speak who have both ends; whether there is an end is a question of its own.
 */
export function linkItems(
  sets: readonly AnnotationSet[],
  groups: readonly { said: Group; start: number; end: number }[],
  scheme: LabelScheme | undefined,
): LinkItem[] {
  const chain = isChain(scheme)
  const found = new Map<
    string,
    { about: LinkItem['about']; to: number | undefined; said: (Said | undefined)[] }
  >()
  const of = groupsOf(groups, sets.length)
  for (const [voice, { relations }] of sets.entries())
    for (const relation of relations) {
      const from = of[voice]?.get(relation.from)
      const to = of[voice]?.get(relation.to)
      if (from === undefined || to === undefined) continue
      const about = chain(relation) ? 'chain' : 'relation'
      const key = about === 'chain' ? `${from}` : `${from} ${to}`
      const known = found.get(key) ?? {
        about,
        to: about === 'chain' ? undefined : to,
        said: sets.map(() => undefined),
      }
      found.set(key, known)
      const said = known.said[voice] ?? { from, links: [] }
      known.said[voice] = said
      said.links.push({ type: relation.type, order: relation.order, to })
    }
  return [...found].map(([key, { about, to, said }]) => {
    const group = Number(key.split(' ')[0])
    const voices = sets.map(({ annotator, revision }, voice): Voice => {
      const ends = [group, ...(to === undefined ? [] : [to])].map(
        end => groups[end]?.said[voice]?.id,
      )
      const elements = ends.filter(id => id !== undefined)
      const speaks = elements.length === ends.length
      const links = inOrder(said[voice]?.links ?? [])
      // By what they join in their own set, not by where that stands in this comparison.
      const own = links.map(({ type, order, to }) => {
        const target = groups[to]?.said[voice]
        return `${type} ${order ?? ''} ${target ? contentPlace(target) : ''}`
      })
      return {
        annotator,
        revision,
        elements: speaks ? elements : [],
        annotation: undefined,
        links,
        digest: digestOf(`${speaks ? 'says' : 'cannot'} ${own.join(', ')}`),
        reading: links.map(wordsOf).join(', '),
        speaks,
      }
    })
    return { about, group, to, voices }
  })
}
