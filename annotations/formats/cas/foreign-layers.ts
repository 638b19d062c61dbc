import { isRecord, type Kept, textOr } from '../exchange/foreign.ts'
import { shortName } from '../exchange/label-feature.ts'
import type { Layers } from '../format.ts'
import type { Cas, FeatureValue } from './cas.ts'
import { isTypeName } from './kept-structures.ts'
import type { Type } from './types.ts'

export const isFeature = (name: string) => /^[A-Za-z_]\w*$/.test(name)

/** The layer of the file that something came from, and its feature for the label; none where it cannot say this label. */
export function layerFor(kept: Kept | undefined, label: string) {
  const layer = textOr(kept?.layer)
  if (layer === undefined || !isTypeName(layer) || layer.startsWith('uima.cas.')) return undefined
  const feature = textOr(kept?.feature)
  if (feature !== undefined) return isFeature(feature) ? { layer, feature } : undefined
  const own = shortName(layer)
  return own.toLowerCase() === label.toLowerCase() ? { layer, feature: undefined } : undefined
}

/** What was kept of plain features, by name. */
export const featuresIn = (said: unknown): [string, string | number | boolean][] =>
  Object.entries(isRecord(said) ? said : {}).filter(
    (pair): pair is [string, string | number | boolean] =>
      isFeature(pair[0]) && ['string', 'number', 'boolean'].includes(typeof pair[1]),
  )

const annotation = 'uima.tcas.Annotation'
const top = 'uima.cas.TOP'
/** Types that whatever reads a CAS knows. */
const isBuiltIn = (type: string) => type.startsWith('uima.')

function rangeOf(feature: FeatureValue, structures: Cas['structures']): string {
  if (feature.kind === 'values') return feature.range ?? 'uima.cas.StringArray'
  if (feature.kind === 'value') {
    // An XMI says everything in words.
    if (['true', 'false'].includes(String(feature.value))) return 'uima.cas.Boolean'
    return typeof feature.value === 'number' ? 'uima.cas.Double' : 'uima.cas.String'
  }
  const types = new Set<string>()
  let onText = true
  for (const id of feature.ids) {
    const target = structures.get(id)
    types.add(target?.type ?? top)
    onText &&= target?.features.has('begin') ?? false
  }
  const [only = top] = types
  if (!feature.many) return onText ? annotation : top
  return `${types.size === 1 ? only : onText ? annotation : top}[]`
}

/** DKPro's own description of a document is UIMA's, too: a CAS has one. */
export const describes = (type: string) => /(?:^|\.)Document(?:MetaData|Annotation)$/.test(type)
const description = 'uima.tcas.DocumentAnnotation'

const supertypeOf = (type: string, features: ReadonlyMap<string, FeatureValue>) =>
  describes(type)
    ? description
    : features.has('begin')
      ? annotation
      : features.has('sofa')
        ? 'uima.cas.AnnotationBase'
        : top

// A layer may be called `constructor`.
const nothing = (): Record<string, string> => Object.create(null)
const noLayers = (): Record<string, { supertype: string; features: Record<string, string> }> =>
  Object.create(null)

/** The layers that the structures of a CAS use beside `own`, with the kinds of their features. */
export function layersOf({ structures }: Cas, own: readonly Type[]): Layers {
  const known = new Set(
    own.flatMap(({ name, features }) => features.map(feature => `${name}:${feature.name}`)),
  )
  const isOurs = new Set(own.map(({ name }) => name))
  const found = noLayers()
  for (const { type, features } of structures.values()) {
    if (isBuiltIn(type)) continue
    const more = [...features].filter(
      ([name]) =>
        !['sofa', 'begin', 'end'].includes(name) &&
        !(name === 'language' && describes(type)) &&
        !known.has(`${type}:${name}`),
    )
    if (isOurs.has(type) && more.length === 0) continue
    let layer = found[type]
    if (!layer) {
      layer = { supertype: supertypeOf(type, features), features: nothing() }
      found[type] = layer
    }
    for (const [name, feature] of more)
      layer.features[name] = oneRange(layer.features[name], rangeOf(feature, structures))
  }
  return found
}

const isArray = (range: string) => range.endsWith('[]')

/** What holds both; words hold every plain value. */
function oneRange(known: string | undefined, range: string): string {
  if (known === undefined || known === range) return range
  if (isArray(known) && isArray(range)) return known === `${top}[]` ? range : `${top}[]`
  const joins = [known, range].every(one => one === annotation || one === top)
  return joins ? top : 'uima.cas.String'
}

/** Both, one feature once. */
export function joinLayers(a: Layers, b: Layers): Layers {
  const all = noLayers()
  for (const layers of [a, b])
    for (const [name, { supertype, features }] of Object.entries(layers)) {
      const known = all[name]
      const joined = known ?? { supertype, features: nothing() }
      all[name] = joined
      if (supertype === annotation) joined.supertype = annotation
      for (const [feature, range] of Object.entries(features))
        joined.features[feature] = oneRange(joined.features[feature], range)
    }
  return all
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) =>
  a < b ? -1 : Number(a > b)

/** Ours and theirs: one of both names has the features of both, and relations of ours join whatever there is. */
export function allTypes(own: readonly Type[], layers: Layers): Type[] {
  const foreign = foreignTypes(layers)
  if (foreign.length === 0) return [...own]
  const ours = new Set(own.map(({ name }) => name))
  return [
    ...own.map(type => ({
      ...type,
      features: [
        ...type.features.map(({ name, range }) => ({
          name,
          range: ours.has(range) ? annotation : range,
        })),
        ...foreign.flatMap(other => (other.name === type.name ? other.features : [])),
      ],
    })),
    ...foreign.filter(({ name }) => !ours.has(name)),
  ]
}

/** Types for them, in one order: what arrays are made of comes before what holds them. */
function foreignTypes(layers: Layers): Type[] {
  const types = Object.entries(layers)
    .sort(byName)
    .map(([name, { supertype, features }]) => ({
      name,
      supertype,
      features: Object.entries(features)
        .sort(byName)
        .map(([name, range]) => ({ name, range })),
    }))
  const isHost = ({ features }: Type) =>
    features.some(({ range }) => isArray(range) && !isBuiltIn(range))
  return [...types.filter(type => !isHost(type)), ...types.filter(isHost)]
}
