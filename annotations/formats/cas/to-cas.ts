import { extentOf } from '../../model/annotation.ts'
import type { AnnotationSet } from '../../model/annotation-set.ts'
import type { Document } from '../../model/document.ts'
import { toJavaName } from '../exchange/attribute-names.ts'
import { flatAttributes } from '../exchange/flat-attributes.ts'
import type { KeptSet } from '../exchange/foreign.ts'
import { relationLayer, spanLayer } from '../exchange/label-feature.ts'
import { metadataOf } from '../exchange/metadata.ts'
import { type Cas, type FeatureValue, reference, type Structure, value } from './cas.ts'
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
    structures.set(
      number,
      structure(spanLayer, {
        ...at(start, end),
        label: value(annotation.label),
        ...Object.fromEntries(flat.map(([name, said]) => [toJavaName(name), value(said)])),
      }),
    )
  }
  const byId = new Map(set.annotations.map(one => [one.id, one]))
  for (const { type, from, to, order } of set.relations) {
    const target = byId.get(to)
    const [governor, dependent] = [ids.get(from), ids.get(to)]
    if (!target || governor === undefined || dependent === undefined) continue
    const { start, end } = extentOf(target)
    structures.set(
      structures.size + 2,
      structure(relationLayer, {
        ...at(start, end),
        Governor: reference(governor),
        Dependent: reference(dependent),
        kind: value(type),
        ...(order !== undefined && { order: value(order) }),
      }),
    )
  }
  return { text, structures, members: new Set(structures.keys()), language }
}
