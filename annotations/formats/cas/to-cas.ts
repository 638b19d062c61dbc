import { type Annotation, extentOf } from '../../model/annotation.ts'
import type { AnnotationSet } from '../../model/annotation-set.ts'
import type { Document } from '../../model/document.ts'
import { toJavaName } from '../exchange/attribute-names.ts'
import { flatAttributes } from '../exchange/flat-attributes.ts'
import { isRecord, type Kept, type KeptSet, nameIn } from '../exchange/foreign.ts'
import { relationLayer, shortName, spanLayer } from '../exchange/label-feature.ts'
import { isCalled } from '../exchange/labels.ts'
import { metadataOf } from '../exchange/metadata.ts'
import { type Cas, type FeatureValue, onlyId, reference, type Structure, value } from './cas.ts'
import { describes, featuresIn, isFeature, layerFor } from './foreign-layers.ts'
import { featuresFrom, isTypeName, keptCas } from './kept-structures.ts'
import { numbering } from './numbering.ts'
import { articleType } from './types.ts'

const structure = (type: string, features: Record<string, FeatureValue>): Structure => ({
  type,
  features: new Map(Object.entries(features)),
})

const isChain = (said: unknown): said is { id: number; layer: string } =>
  isRecord(said) &&
  Number.isInteger(said.id) &&
  typeof said.layer === 'string' &&
  isTypeName(said.layer)

/** A document and a set as a CAS; offsets are UTF-16 units, as Java counts. What came from one goes back as it was. */
export function toCas(document: Document, set: AnnotationSet, kept: KeptSet | undefined): Cas {
  const { text, id } = document
  const record = keptCas(kept)
  const fits = record?.length === text.length
  const rest = fits ? record.structures : new Map<number, Structure>()
  const keptAnnotation = (id: string): Kept | undefined => kept?.annotations?.[id]
  const keptRelation = (id: string): Kept | undefined => kept?.relations?.[id]
  const sofa = record?.sofa ?? 1
  const ids = numbering(sofa, rest.keys(), [
    ...set.annotations.map(({ id }) => keptAnnotation(id)),
    ...set.annotations.map(({ id }) => keptAnnotation(id)?.chain),
    ...set.relations.map(({ id }) => keptRelation(id)),
  ])
  const structures = new Map<number, Structure>()
  const at = (begin: number, end: number) => ({
    sofa: reference(sofa),
    begin: value(begin),
    end: value(end),
  })
  const known = kept?.record?.language
  const language = typeof known === 'string' ? known : 'ar'
  const isDescribed = [...rest.values()].some(({ type }) => describes(type))
  if (!isDescribed)
    structures.set(
      ids.next(),
      structure('uima.tcas.DocumentAnnotation', {
        ...at(0, text.length),
        language: value(language),
      }),
    )
  const about = Object.entries({
    ...metadataOf(document),
    documentId: id,
    annotator: set.annotator,
  })
  structures.set(
    ids.next(),
    structure(articleType, {
      sofa: reference(sofa),
      ...Object.fromEntries(about.map(([name, said]) => [name, value(said)])),
    }),
  )
  for (const [id, one] of rest) structures.set(id, one)

  const numbers = new Map<string, number>()
  const foreignOf = ({ id, label }: Annotation) => layerFor(keptAnnotation(id), label)
  for (const annotation of set.annotations) {
    const { start, end } = extentOf(annotation)
    const own = keptAnnotation(annotation.id)
    const number = ids.of(own)
    numbers.set(annotation.id, number)
    const foreign = foreignOf(annotation)
    const nameOf = (name: string) => {
      const theirs = nameIn(own, name)
      return foreign && isFeature(theirs) ? theirs : toJavaName(name)
    }
    const label = foreign ? foreign.feature : 'label'
    const one = structure(foreign?.layer ?? spanLayer, {
      ...at(start, end),
      ...(label !== undefined && { [label]: value(annotation.label) }),
      ...Object.fromEntries(
        flatAttributes(annotation.attributes).map(([name, said]) => [nameOf(name), value(said)]),
      ),
      ...Object.fromEntries(featuresIn(own?.attributes).map(([name, one]) => [name, value(one)])),
    })
    if (foreign) {
      // A list that nobody has changed is a list again.
      for (const [name, list] of featuresFrom(own?.lists)) {
        const now = one.features.get(name)
        if (list.kind === 'values' && now?.kind === 'value' && now.value === list.values.join('، '))
          one.features.set(name, list)
      }
      // An array of nothing is no missing array.
      for (const name of Array.isArray(own?.blank) ? own.blank.map(String) : [])
        if (isFeature(name) && !one.features.has(name)) one.features.set(name, value(''))
      for (const [name, feature] of featuresFrom(own?.references))
        if (feature.kind === 'reference') one.features.set(name, feature)
    }
    structures.set(number, one)
  }
  const byId = new Map(set.annotations.map(one => [one.id, one]))
  /** Heads of chains are links that no other leads to. */
  const followers = new Set<string>()
  for (const relation of set.relations) {
    const { id, type, from, to, order } = relation
    const [source, target] = [byId.get(from), byId.get(to)]
    const [governor, dependent] = [numbers.get(from), numbers.get(to)]
    if (!source || !target || governor === undefined || dependent === undefined) continue
    const own = keptRelation(id)
    const host = foreignOf(source) && structures.get(governor)
    if (host && own?.next === true && foreignOf(target) && !host.features.has('next')) {
      host.features.set('next', reference(dependent))
      if (!isCalled(type, shortName(host.type))) host.features.set('referenceRelation', value(type))
      followers.add(to)
      continue
    }
    const slot = own?.slot
    const link = own?.layer
    if (
      host &&
      typeof slot === 'string' &&
      isFeature(slot) &&
      typeof link === 'string' &&
      isTypeName(link)
    ) {
      const number = ids.of(own)
      const role = isCalled(type, slot) ? {} : { role: value(type) }
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
      continue
    }
    const { start, end } = extentOf(target)
    const foreign = layerFor(own, type)
    const ends = Array.isArray(own?.ends) ? ['source', 'target'] : ['Governor', 'Dependent']
    const label = foreign ? foreign.feature : 'kind'
    const [wasFrom, wasTo, first, second] = Array.isArray(own?.instead) ? own.instead : []
    const endOf = (was: unknown, now: number, instead: unknown) =>
      foreign && was === now && typeof instead === 'number' && structures.has(instead)
        ? instead
        : now
    structures.set(
      ids.of(foreign ? own : undefined),
      structure(foreign?.layer ?? relationLayer, {
        ...at(start, end),
        [(foreign && ends[0]) ?? 'Governor']: reference(endOf(wasFrom, governor, first)),
        [(foreign && ends[1]) ?? 'Dependent']: reference(endOf(wasTo, dependent, second)),
        ...(label !== undefined && { [label]: value(type) }),
        ...(order !== undefined && { order: value(order) }),
        ...Object.fromEntries(featuresIn(own?.features).map(([name, one]) => [name, value(one)])),
      }),
    )
  }
  const byNumber = new Map([...numbers].map(([id, number]) => [number, id]))
  for (const one of rest.values()) {
    const next = onlyId(one, 'next')
    const follower = next === undefined ? undefined : byNumber.get(next)
    if (follower !== undefined) followers.add(follower)
  }
  for (const annotation of set.annotations) {
    const chain = keptAnnotation(annotation.id)?.chain
    const head = numbers.get(annotation.id)
    if (!isChain(chain) || head === undefined || followers.has(annotation.id)) continue
    if (!foreignOf(annotation)) continue
    structures.set(ids.of(chain), {
      type: chain.layer,
      features: new Map(Object.entries({ sofa: reference(sofa), first: reference(head) })),
    })
  }
  dropLoose(structures, sofa)
  const outside = fits ? record.outside : new Set<number>()
  const members = [...structures].flatMap(([id, { features }]) =>
    outside.has(id) || (!features.has('sofa') && !ids.wasThere(id)) ? [] : [id],
  )
  return { text, sofa, structures, members: new Set(members), language }
}

/** What leads to something that is not there any more leads nowhere. */
function dropLoose(structures: ReadonlyMap<number, Structure>, sofa: number): void {
  for (const { features } of structures.values())
    for (const [name, feature] of features) {
      if (feature.kind !== 'reference' || name === 'sofa') continue
      const ids = feature.ids.filter(id => id !== sofa && structures.has(id))
      if (ids.length === feature.ids.length) continue
      if (feature.many) features.set(name, { ...feature, ids })
      else features.delete(name)
    }
}
