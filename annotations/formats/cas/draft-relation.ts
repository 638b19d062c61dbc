import { type Annotation, extentOf } from '../../model/annotation.ts'
import type { Relation } from '../../model/relation.ts'
import type { Kept } from '../exchange/foreign.ts'
import { relationLayer, shortName } from '../exchange/label-feature.ts'
import { isCalled } from '../exchange/labels.ts'
import { reference, type Structure, value } from './cas.ts'
import { type DraftCas, keptRelation, layerOf, placed, structure, values } from './draft-cas.ts'
import { featuresIn, isFeature, layerFor } from './foreign-layers.ts'
import { featuresFrom, isTypeName } from './kept-structures.ts'

/** A relation with the structures of its ends, and what its file said of it. */
type Tie = {
  readonly relation: Relation
  readonly own: Kept | undefined
  readonly target: Annotation
  readonly governor: number
  readonly dependent: number
  /** The structure of its first end, where that is of a foreign layer. */
  readonly host: Structure | undefined
}

/** A link of a chain leads to the next one by a feature of its own. */
function asNext(draft: DraftCas, { relation, own, host, target, dependent }: Tie): boolean {
  if (!host || own?.next !== true || !layerOf(draft, target) || host.features.has('next'))
    return false
  host.features.set('next', reference(dependent))
  if (!isCalled(relation.type, shortName(host.type)))
    host.features.set('referenceRelation', value(relation.type))
  draft.followers.add(relation.to)
  return true
}

/** A slot holds links, each a structure of its own that leads to the second end. */
function asSlot({ ids, structures }: DraftCas, { relation, own, host, dependent }: Tie): boolean {
  const [slot, link] = [own?.slot, own?.layer]
  if (!host || typeof slot !== 'string' || !isFeature(slot)) return false
  if (typeof link !== 'string' || !isTypeName(link)) return false
  const number = ids.of(own)
  const role = isCalled(relation.type, slot) ? {} : { role: value(relation.type) }
  structures.set(number, {
    type: link,
    features: new Map([
      ...Object.entries({ ...role, target: reference(dependent) }),
      ...featuresFrom(own?.features),
    ]),
  })
  const links = host.features.get(slot)
  const before = links?.kind === 'reference' ? links.ids : []
  host.features.set(slot, {
    kind: 'reference',
    ids: before.includes(number) ? before : [...before, number],
    many: true,
  })
  return true
}

/** A structure that lies over the second end, with both ends as features. */
function asLayer({ sofa, ids, structures }: DraftCas, tie: Tie): void {
  const { own, target, governor, dependent } = tie
  const { type, order } = tie.relation
  const foreign = layerFor(own, type)
  const [first, second] =
    foreign && Array.isArray(own?.ends) ? ['source', 'target'] : ['Governor', 'Dependent']
  const label = foreign ? foreign.feature : 'kind'
  const [wasFrom, wasTo, insteadOfFrom, insteadOfTo] = Array.isArray(own?.instead)
    ? own.instead
    : []
  const endOf = (was: unknown, now: number, instead: unknown) =>
    foreign && was === now && typeof instead === 'number' && structures.has(instead) ? instead : now
  structures.set(
    ids.of(foreign ? own : undefined),
    structure(foreign?.layer ?? relationLayer, {
      ...placed(sofa, extentOf(target)),
      [first as string]: reference(endOf(wasFrom, governor, insteadOfFrom)),
      [second as string]: reference(endOf(wasTo, dependent, insteadOfTo)),
      ...(label !== undefined && { [label]: value(type) }),
      ...(order !== undefined && { order: value(order) }),
      ...values(featuresIn(own?.features)),
    }),
  )
}

/** Puts a relation into a CAS as its file had it: the next of a chain, a slot of its first end, or a layer of its own. */
export function draftRelation(
  draft: DraftCas,
  relation: Relation,
  byId: ReadonlyMap<string, Annotation>,
): void {
  const { from, to } = relation
  const [source, target] = [byId.get(from), byId.get(to)]
  const [governor, dependent] = [draft.numbers.get(from), draft.numbers.get(to)]
  if (!source || !target || governor === undefined || dependent === undefined) return
  const host = layerOf(draft, source) && draft.structures.get(governor)
  const own = keptRelation(draft.kept, relation.id)
  const tie: Tie = { relation, own, target, governor, dependent, host }
  if (!asNext(draft, tie) && !asSlot(draft, tie)) asLayer(draft, tie)
}
