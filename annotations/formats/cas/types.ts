import type { LabelScheme } from '../../model/scheme.ts'
import { toJavaName } from '../exchange/attribute-names.ts'
import { flatNames } from '../exchange/flat-attributes.ts'
import { relationLayer, spanLayer } from '../exchange/label-feature.ts'

export type Feature = { name: string; range: string }
export type Type = { name: string; supertype: string; features: Feature[] }

export const articleType = 'webanno.custom.Article'
const articleFeatures = ['title', 'outlet', 'author', 'url', 'published', 'documentId', 'annotator']

const string = 'uima.cas.String'

/** The types of a scheme: spans with all its attributes, relations between them, and what is known of the article. */
export function typesOf(scheme: LabelScheme): Type[] {
  const numbers = new Set<string>()
  const flags = new Set<string>()
  for (const { attributes } of scheme.labels)
    for (const { id, type } of attributes) {
      if (type === 'number') numbers.add(id)
      if (type === 'yes-no') flags.add(id)
    }
  // Two labels may give one name to two kinds of value: words hold both.
  for (const { attributes } of scheme.labels)
    for (const { id, type } of attributes) {
      if (type !== 'number') numbers.delete(id)
      if (type !== 'yes-no') flags.delete(id)
    }
  const rangeOf = (name: string) =>
    numbers.has(name) ? 'uima.cas.Double' : flags.has(name) ? 'uima.cas.Boolean' : string
  return [
    {
      name: spanLayer,
      supertype: 'uima.tcas.Annotation',
      features: [
        { name: 'label', range: string },
        ...flatNames(scheme).map(name => ({ name: toJavaName(name), range: rangeOf(name) })),
      ],
    },
    {
      name: relationLayer,
      supertype: 'uima.tcas.Annotation',
      features: [
        { name: 'Governor', range: spanLayer },
        { name: 'Dependent', range: spanLayer },
        { name: 'kind', range: string },
        { name: 'order', range: 'uima.cas.Integer' },
      ],
    },
    {
      name: articleType,
      supertype: 'uima.cas.AnnotationBase',
      features: articleFeatures.map(name => ({ name, range: string })),
    },
  ]
}
