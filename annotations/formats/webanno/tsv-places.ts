import type { Annotation } from '../../model/annotation.ts'
import type { AnnotationSet } from '../../model/annotation-set.ts'
import type { Relation } from '../../model/relation.ts'
import type { Kept, KeptSet } from '../exchange/foreign.ts'
import { shortName } from '../exchange/label-feature.ts'
import { isCalled } from '../exchange/labels.ts'
import type { Layer } from './tsv-layers.ts'

/** Where in a file of other people's layers the annotations and relations of a set have their place. */
export type Places = {
  /** None is a layer of ours. */
  layerOf(annotation: Annotation): Layer | undefined
  keptOf(annotation: Annotation): Kept | undefined
  /** Words that stand in no column: relations join them by their rows. */
  words: ReadonlySet<Annotation>
  /** By host and slot. */
  slots: ReadonlyMap<Annotation, Relation[]>
  /** From a link of a chain to the next. */
  next: ReadonlyMap<Annotation, { link: Annotation; relation: Relation }>
  relations: ReadonlyMap<Layer, Relation[]>
  /** What is said in our own layer. */
  own: Relation[]
}

/** The label of an annotation is the value of a feature, or the name of its layer. */
function canSay({ features, name }: Layer, { label }: Annotation, kept: Kept | undefined) {
  return features.some(one => one.name === kept?.feature) || isCalled(label, shortName(name))
}

export function placesOf(
  set: AnnotationSet,
  layers: readonly Layer[],
  kept: KeptSet | undefined,
): Places {
  const keptOf = ({ id }: Annotation): Kept | undefined => kept?.annotations?.[id]
  const found = new Map<Annotation, Layer>()
  for (const annotation of set.annotations) {
    const own = keptOf(annotation)
    const layer = layers.find(({ kind, name }) => kind !== 'relation' && name === own?.layer)
    if (layer && canSay(layer, annotation, own)) found.set(annotation, layer)
  }
  const layerOf = (annotation: Annotation) => found.get(annotation)
  const isWord = (one: Annotation, layer: string) => {
    const own = keptOf(one)
    return own?.word === true && own.layer === layer && isCalled(one.label, shortName(layer))
  }
  const byId = new Map(set.annotations.map(one => [one.id, one]))
  const slots = new Map<Annotation, Relation[]>()
  const next = new Map<Annotation, { link: Annotation; relation: Relation }>()
  const followers = new Set<Annotation>()
  const relations = new Map<Layer, Relation[]>()
  const own: Relation[] = []
  const joined = new Set<Annotation>()
  for (const relation of set.relations) {
    const [from, to] = [byId.get(relation.from), byId.get(relation.to)]
    if (!from || !to) continue
    const said: Kept | undefined = kept?.relations?.[relation.id]
    const layer = found.get(from)
    const isNext =
      said?.next === true && layer?.kind === 'chain' && found.get(to) === layer && from !== to
    if (isNext && !next.has(from) && !followers.has(to)) {
      next.set(from, { link: to, relation })
      followers.add(to)
      continue
    }
    if (layer?.slots.some(({ name }) => name === said?.slot)) {
      slots.set(from, [...(slots.get(from) ?? []), relation])
      continue
    }
    const of = layers.find(({ kind, name }) => kind === 'relation' && name === said?.layer)
    const base = of?.base?.name
    const isBase = (end: Annotation) => found.get(end)?.name === base
    const isJoin =
      of &&
      base !== undefined &&
      (layers.some(({ name }) => name === base)
        ? isBase(from) && isBase(to)
        : isWord(from, base) && isWord(to, base))
    const canName =
      of?.features.some(({ name }) => name === said?.feature) ||
      isCalled(relation.type, shortName(of?.name ?? ''))
    if (of && isJoin && canName) {
      relations.set(of, [...(relations.get(of) ?? []), relation])
      for (const end of [from, to]) joined.add(end)
    } else own.push(relation)
  }
  const elsewhere = new Set(own.flatMap(({ from, to }) => [from, to]))
  const words = set.annotations.filter(
    one =>
      joined.has(one) &&
      !found.has(one) &&
      !elsewhere.has(one.id) &&
      Object.keys(one.attributes).length === 0,
  )
  return { layerOf, keptOf, words: new Set(words), slots, next, relations, own }
}
