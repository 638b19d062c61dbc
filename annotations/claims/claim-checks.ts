import type { Actor } from '../model/actor.ts'
import type { Annotation } from '../model/annotation.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import { type Attribute, type LabelScheme, labelOf } from '../model/scheme.ts'
import { type Claim, claimFrom } from './claim.ts'
import { linksOf } from './links.ts'

export const claimCheckKinds = [
  'claim-without-source',
  'date-without-value',
  'mention-without-actor',
  'chain-with-gap',
] as const

/** Something still to be said or put right; `element` is the annotation it is about. */
export type ClaimCheck = { kind: (typeof claimCheckKinds)[number]; element: string }

/** Does a chain count from 1 without leaving one out, each cue beside a source, the outer claim's chain before its own? */
function hasGap(claim: Claim, set: Elements, get: Get): boolean {
  const { chain, within, annotation } = claim
  if (chain.some(({ order }, at) => order !== at + 1)) return true
  const orders = new Set(chain.map(({ order }) => order))
  const loose = linksOf(annotation.id, set.relations, get).some(
    ({ relation: { type, order } }) => type === 'cue' && order !== undefined && !orders.has(order),
  )
  if (loose) return true
  const outer = within ? claimFrom(within, set.relations, get).chain : []
  return outer.length > 0 && chain.length > 0 && !outer.every((link, at) => same(link, chain[at]))
}

const same = (one: Claim['chain'][number], other: Claim['chain'][number] | undefined) =>
  one.mention?.id === other?.mention?.id

type Elements = Pick<AnnotationSet, 'annotations' | 'relations'>
type Get = (id: string) => Annotation | undefined

/** Sources that need no entry of the register: nobody knows who they are. */
const isAnonymous = ({ attributes }: Annotation) => attributes.kind === 'anonymous-source'

/**
 * What is still missing in a set, in text order: claims of a source that is not said, dates without a value, mentions
 * without an entry of the register, chains with a gap. Mentions are only asked for once there is a register.
 */
export function claimChecks(
  set: Elements,
  scheme: LabelScheme,
  actors: ReadonlyMap<string, Actor>,
): ClaimCheck[] {
  const byId = new Map(set.annotations.map(annotation => [annotation.id, annotation]))
  const get: Get = id => byId.get(id)
  const parts = new Set(set.relations.flatMap(({ type, to }) => (type === 'part' ? [to] : [])))
  const has = (annotation: Annotation, type: Attribute['type']) =>
    labelOf(scheme, annotation.label)?.attributes.find(one => one.type === type)
  return set.annotations.flatMap((annotation): ClaimCheck[] => {
    const { id: element, label, attributes } = annotation
    if (label === 'claim') {
      const claim = claimFrom(annotation, set.relations, get)
      if (hasGap(claim, set, get)) return [{ kind: 'chain-with-gap', element }]
      const isOwn = claim.voice === 'author' || claim.repeats !== undefined || parts.has(element)
      return claim.chain.length === 0 && !isOwn ? [{ kind: 'claim-without-source', element }] : []
    }
    const date = has(annotation, 'date')
    if (date && attributes[date.id] === undefined) return [{ kind: 'date-without-value', element }]
    const actor = has(annotation, 'actor')
    if (actor && actors.size > 0 && !isAnonymous(annotation) && attributes[actor.id] === undefined)
      return [{ kind: 'mention-without-actor', element }]
    return []
  })
}
