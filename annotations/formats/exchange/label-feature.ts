/** Features that hold an annotation's label in layers of WebAnno, INCEpTION and DKPro, the likeliest first. */
const usual = [
  'label',
  'value',
  'PosValue',
  'DependencyType',
  'chunkValue',
  'kind',
  'category',
  'referenceType',
  'type',
]

/** Which feature of a layer is the label; of a layer that has none its own name is. */
export function labelFeature(names: readonly string[]): string | undefined {
  return usual.find(name => names.includes(name))
}

/** `de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity` is NamedEntity. */
export const shortName = (type: string) => type.slice(type.lastIndexOf('.') + 1)

/** What a layer of ours is called in Java's world. */
export const spanLayer = 'webanno.custom.Span'
export const relationLayer = 'webanno.custom.SpanRelation'

/** Is a layer ours, and not somebody else's of the same name? `webanno.custom.Span` is what anybody calls a span. */
export const isOwnLayer = (name: string, has: (feature: string) => boolean) =>
  (name === spanLayer && has('label')) || (name === relationLayer && has('kind'))
