import { isRecord, type KeptSet } from '../exchange/foreign.ts'
import type { FeatureValue, Structure } from './cas.ts'

/** What of a CAS is no annotation of ours, in the words of CAS JSON: references after `@`, those of arrays in lists. */
export type KeptCas = {
  sofa: number
  /** Letters of the text that the places of the structures are in. */
  length: number
  structures: Map<number, Structure>
  /** Structures that are not in the index. */
  outside: Set<number>
}

export const keptFeatures = (features: ReadonlyMap<string, FeatureValue>) =>
  Object.fromEntries(
    [...features].map(([name, feature]) => {
      if (feature.kind === 'value') return [name, feature.value]
      if (feature.kind === 'values')
        return [name, feature.range ? { [feature.range]: feature.values } : feature.values]
      return [`@${name}`, feature.many ? feature.ids : feature.ids[0]]
    }),
  )

const isId = (value: unknown): value is number => Number.isInteger(value)
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** Features as they were kept; what is no feature is not there. */
export function featuresFrom(kept: unknown): Map<string, FeatureValue> {
  const features = new Map<string, FeatureValue>()
  for (const [name, said] of Object.entries(isRecord(kept) ? kept : {})) {
    const plain = name.replace(/^@/, '')
    if (!/^[A-Za-z_]\w*$/.test(plain)) continue
    if (name !== plain) {
      const many = Array.isArray(said)
      const ids = (many ? said : [said]).filter(isId)
      if (many || ids.length > 0)
        features.set(plain, { kind: 'reference', ids, ...(many && { many }) })
    } else if (Array.isArray(said))
      features.set(plain, { kind: 'values', values: said.map(String) })
    else if (isRecord(said)) {
      const [range, values] = Object.entries(said)[0] ?? []
      if (range !== undefined && isTypeName(range) && Array.isArray(values))
        features.set(plain, { kind: 'values', values: values.map(String), range })
    } else if (typeof said === 'string' || typeof said === 'number' || typeof said === 'boolean')
      features.set(plain, { kind: 'value', value: said })
  }
  return features
}

export const keepCas = ({ sofa, length, structures, outside }: KeptCas) => ({
  sofa,
  length,
  structures: [...structures].map(([id, { type, features }]) => ({
    id,
    type,
    features: keptFeatures(features),
  })),
  outside: [...outside],
})

/** What was kept of a file's CAS, if it can be read. */
export function keptCas(kept: KeptSet | undefined): KeptCas | undefined {
  const said = kept?.record?.cas
  if (!isRecord(said) || !isId(said.sofa) || !isId(said.length)) return undefined
  const structures = new Map<number, Structure>()
  for (const one of listOf(said.structures))
    if (isRecord(one) && isId(one.id) && typeof one.type === 'string' && isTypeName(one.type))
      structures.set(one.id, { type: one.type, features: featuresFrom(one.features) })
  return {
    sofa: said.sofa,
    length: said.length,
    structures,
    outside: new Set(listOf(said.outside).filter(isId)),
  }
}

/** The name of a type in Java's world. */
export const isTypeName = (name: string) => /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*(?:\[\])?$/.test(name)
