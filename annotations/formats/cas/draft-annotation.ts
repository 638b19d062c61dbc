import { type Annotation, extentOf } from '../../model/annotation.ts'
import { toJavaName } from '../exchange/attribute-names.ts'
import { flatAttributes } from '../exchange/flat-attributes.ts'
import { type Kept, nameIn } from '../exchange/foreign.ts'
import { spanLayer } from '../exchange/label-feature.ts'
import { type Structure, value } from './cas.ts'
import { type DraftCas, keptAnnotation, layerOf, placed, structure, values } from './draft-cas.ts'
import { featuresIn, isFeature } from './foreign-layers.ts'
import { featuresFrom } from './kept-structures.ts'

/** Features of its own layer that no attribute can say, as they came. */
function restoreFeatures({ features }: Structure, own: Kept | undefined): void {
  // A list that nobody has changed is a list again.
  for (const [name, list] of featuresFrom(own?.lists)) {
    const now = features.get(name)
    if (list.kind === 'values' && now?.kind === 'value' && now.value === list.values.join('، '))
      features.set(name, list)
  }
  // An array of nothing is no missing array.
  for (const name of Array.isArray(own?.blank) ? own.blank.map(String) : [])
    if (isFeature(name) && !features.has(name)) features.set(name, value(''))
  for (const [name, feature] of featuresFrom(own?.references))
    if (feature.kind === 'reference') features.set(name, feature)
}

/** Puts an annotation into a CAS: in the layer it came from where that can say it, or in ours. */
export function draftAnnotation(draft: DraftCas, annotation: Annotation): void {
  const { sofa, kept, ids, numbers, structures } = draft
  const own = keptAnnotation(kept, annotation.id)
  const number = ids.of(own)
  numbers.set(annotation.id, number)
  const foreign = layerOf(draft, annotation)
  const nameOf = (name: string) => {
    const theirs = nameIn(own, name)
    return foreign && isFeature(theirs) ? theirs : toJavaName(name)
  }
  const label = foreign ? foreign.feature : 'label'
  const one = structure(foreign?.layer ?? spanLayer, {
    ...placed(sofa, extentOf(annotation)),
    ...(label !== undefined && { [label]: value(annotation.label) }),
    ...values(
      flatAttributes(annotation.attributes).map(([name, said]) => [nameOf(name), said] as const),
    ),
    ...values(featuresIn(own?.attributes)),
  })
  if (foreign) restoreFeatures(one, own)
  structures.set(number, one)
}
