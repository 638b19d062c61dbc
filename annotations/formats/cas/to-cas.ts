import { extentOf } from '../../model/annotation.ts'
import type { AnnotationSet } from '../../model/annotation-set.ts'
import type { Document } from '../../model/document.ts'
import { toJavaName } from '../exchange/attribute-names.ts'
import { flatAttributes } from '../exchange/flat-attributes.ts'
import { type KeptSet, nameIn } from '../exchange/foreign.ts'
import { relationLayer, spanLayer } from '../exchange/label-feature.ts'
import { metadataOf } from '../exchange/metadata.ts'
import { type Cas, type FeatureValue, reference, type Structure, value } from './cas.ts'
import { featuresIn, isFeature, layerFor } from './foreign-layers.ts'
import { articleType } from './types.ts'

/** The sofa is 1; what describes the document is 2 and 3. Annotations and relations follow. */
export const sofaId = 1

const structure = (type: string, features: Record<string, FeatureValue>): Structure => ({
  type,
  features: new Map(Object.entries(features)),
})

/** A document and a set as a CAS; offsets are UTF-16 units, as Java counts. */
export function toCas(document: Document, set: AnnotationSet, kept: KeptSet | undefined): Cas {
  const { text, id } = document
  const structures = new Map<number, Structure>()
  const at = (begin: number, end: number) => ({
    sofa: reference(sofaId),
    begin: value(begin),
    end: value(end),
  })
  const known = kept?.record?.language
  const language = typeof known === 'string' ? known : 'ar'
  structures.set(
    2,
    structure('uima.tcas.DocumentAnnotation', { ...at(0, text.length), language: value(language) }),
  )
  const about = Object.entries({
    ...metadataOf(document),
    documentId: id,
    annotator: set.annotator,
  })
  structures.set(
    3,
    structure(articleType, {
      sofa: reference(sofaId),
      ...Object.fromEntries(about.map(([name, said]) => [name, value(said)])),
    }),
  )
  const ids = new Map<string, number>()
  for (const annotation of set.annotations) {
    const { start, end } = extentOf(annotation)
    const number = structures.size + 2
    ids.set(annotation.id, number)
    const flat = flatAttributes(annotation.attributes)
    const own = kept?.annotations?.[annotation.id]
    const foreign = layerFor(own, annotation.label)
    const nameOf = (name: string) => {
      const theirs = nameIn(own, name)
      return foreign && isFeature(theirs) ? theirs : toJavaName(name)
    }
    const label = foreign ? foreign.feature : 'label'
    structures.set(
      number,
      structure(foreign?.layer ?? spanLayer, {
        ...at(start, end),
        ...(label !== undefined && { [label]: value(annotation.label) }),
        ...Object.fromEntries(flat.map(([name, said]) => [nameOf(name), value(said)])),
        ...Object.fromEntries(featuresIn(own?.attributes).map(([name, one]) => [name, value(one)])),
      }),
    )
  }
  const byId = new Map(set.annotations.map(one => [one.id, one]))
  for (const { id, type, from, to, order } of set.relations) {
    const target = byId.get(to)
    const [governor, dependent] = [ids.get(from), ids.get(to)]
    if (!target || governor === undefined || dependent === undefined) continue
    const { start, end } = extentOf(target)
    const own = kept?.relations?.[id]
    const foreign = layerFor(own, type)
    const ends = Array.isArray(own?.ends) ? ['source', 'target'] : ['Governor', 'Dependent']
    const label = foreign ? foreign.feature : 'kind'
    structures.set(
      structures.size + 2,
      structure(foreign?.layer ?? relationLayer, {
        ...at(start, end),
        [(foreign && ends[0]) ?? 'Governor']: reference(governor),
        [(foreign && ends[1]) ?? 'Dependent']: reference(dependent),
        ...(label !== undefined && { [label]: value(type) }),
        ...(order !== undefined && { order: value(order) }),
        ...Object.fromEntries(featuresIn(own?.features).map(([name, one]) => [name, value(one)])),
      }),
    )
  }
  return { text, structures, members: new Set(structures.keys()), language }
}
