import type { ForeignAnnotation, ForeignRelation } from '../exchange/foreign.ts'
import { shortName } from '../exchange/label-feature.ts'
import { type Cas, coversNothing, onlyId, plainOf, type Structure } from './cas.ts'
import { keptFeatures } from './kept-structures.ts'

/** Of a structure: what it leads to is no slot. */
const noSlot = new Set(['sofa', 'begin', 'end', 'Governor', 'Dependent', 'source', 'target'])

type Links = { relations: ForeignRelation[]; read: number[] }

/** Links of slots: structures with a role and a target. */
function slotsOf(
  cas: Cas,
  from: number,
  host: Structure,
  isAnnotation: (id: number) => boolean,
): Links {
  const links: Links = { relations: [], read: [] }
  for (const [name, feature] of host.features) {
    if (feature.kind !== 'reference' || noSlot.has(name)) continue
    for (const id of feature.ids) {
      const link = cas.structures.get(id)
      const target = link && onlyId(link, 'target')
      if (!link || target === undefined || link.features.has('begin')) continue
      const role = plainOf(link.features.get('role'))
      const named = role !== undefined && role !== ''
      const more = new Map([...link.features].filter(([one]) => !['role', 'target'].includes(one)))
      links.relations.push({
        type: named ? String(role) : name,
        from: `${from}`,
        to: `${target}`,
        kept: {
          ...{ slot: name, layer: link.type, id },
          ...(more.size > 0 && { features: keptFeatures(more) }),
        },
      })
      if (isAnnotation(target) && !coversNothing(cas, target)) links.read.push(id)
    }
  }
  return links
}

/**
 * Slots and chains of the annotations of a CAS as relations, each with what it was; every link of a chain remembers the
 * chain's own structure.
 */
export function linksOf(cas: Cas, annotations: ReadonlyMap<number, ForeignAnnotation>): Links {
  const found: Links = { relations: [], read: [] }
  const isAnnotation = (id: number) => annotations.has(id)
  for (const [id, structure] of cas.structures) {
    const first = onlyId(structure, 'first')
    if (first === undefined || isAnnotation(id) || !isAnnotation(first)) continue
    found.read.push(id)
    const chain = { id, layer: structure.type }
    const walked = new Set<number>()
    for (let at: number | undefined = first; at !== undefined && !walked.has(at); ) {
      walked.add(at)
      const link = annotations.get(at)
      if (link) link.kept = { ...link.kept, chain }
      const structure = cas.structures.get(at)
      at = structure && onlyId(structure, 'next')
    }
  }
  for (const [id, structure] of cas.structures) {
    if (!isAnnotation(id)) continue
    const slots = slotsOf(cas, id, structure, isAnnotation)
    found.relations.push(...slots.relations)
    found.read.push(...slots.read)
    const next = onlyId(structure, 'next')
    if (next === undefined || !isAnnotation(next)) continue
    const said = plainOf(structure.features.get('referenceRelation'))
    const type = said === undefined || said === '' ? shortName(structure.type) : String(said)
    found.relations.push({ type, from: `${id}`, to: `${next}`, kept: { next: true } })
  }
  return found
}
