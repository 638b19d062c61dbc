import { isRecord, type Kept, textOr } from '../exchange/foreign.ts'
import { shortName } from '../exchange/label-feature.ts'
import type { Layers } from '../format.ts'
import type { Cas, FeatureValue } from './cas.ts'
import type { Type } from './types.ts'

const named = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/
export const isFeature = (name: string) => /^[A-Za-z_]\w*$/.test(name)

/** The layer of the file that something came from, and its feature for the label; none where it cannot say this label. */
export function layerFor(kept: Kept | undefined, label: string) {
  const layer = textOr(kept?.layer)
  if (layer === undefined || !named.test(layer) || layer.startsWith('uima.cas.')) return undefined
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

const rangeOf = (feature: FeatureValue): string => {
  if (feature.kind === 'reference') return 'uima.tcas.Annotation'
  if (feature.kind === 'values') return 'uima.cas.StringArray'
  if (typeof feature.value === 'boolean') return 'uima.cas.Boolean'
  return typeof feature.value === 'number' ? 'uima.cas.Double' : 'uima.cas.String'
}

/** The layers that the structures of a CAS use beside `own`, with the kinds of their features. */
export function layersOf({ structures }: Cas, own: readonly Type[]): Layers {
  const known = new Set(own.map(({ name }) => name))
  const found: Record<string, Record<string, string>> = {}
  for (const { type, features } of structures.values()) {
    if (known.has(type) || type.startsWith('uima.')) continue
    const layer = found[type] ?? {}
    found[type] = layer
    for (const [name, feature] of features)
      if (!['sofa', 'begin', 'end'].includes(name)) layer[name] = rangeOf(feature)
  }
  return found
}

/** Both, one feature once; of two kinds words hold both. */
export function joinLayers(a: Layers, b: Layers): Layers {
  const all: Record<string, Record<string, string>> = {}
  for (const layers of [a, b])
    for (const [layer, features] of Object.entries(layers)) {
      const known = all[layer] ?? {}
      all[layer] = known
      for (const [name, range] of Object.entries(features))
        known[name] = (known[name] ?? range) === range ? range : 'uima.cas.String'
    }
  return all
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) =>
  a < b ? -1 : Number(a > b)

/** Types for them, in one order. */
export const foreignTypes = (layers: Layers): Type[] =>
  Object.entries(layers)
    .sort(byName)
    .map(([name, features]) => ({
      name,
      supertype: 'uima.tcas.Annotation',
      features: Object.entries(features)
        .sort(byName)
        .map(([name, range]) => ({ name, range })),
    }))
