/** A feature structure: its type's name and its features; references are the ids of other structures. */
export type Structure = { type: string; features: Map<string, FeatureValue> }
export type FeatureValue =
  | { kind: 'value'; value: string | number | boolean }
  /** `many`: an array of references, even if it holds one or none. */
  | { kind: 'reference'; ids: number[]; many?: boolean }
  /** `range`: of an array of anything but words. */
  | { kind: 'values'; values: string[]; range?: string }

/** As much of a UIMA CAS as annotations need: one text, structures by id, and which of them are in its index. */
export type Cas = {
  text: string
  /** The id of its text. */
  sofa: number
  structures: Map<number, Structure>
  /** None where the file does not say. */
  members: Set<number> | undefined
  language: string | undefined
}

export const value = (of: string | number | boolean): FeatureValue => ({ kind: 'value', value: of })
export const reference = (...ids: number[]): FeatureValue => ({ kind: 'reference', ids })

export const plainOf = (feature: FeatureValue | undefined) =>
  feature?.kind === 'value' ? feature.value : undefined

export const numberOf = (feature: FeatureValue | undefined): number | undefined => {
  const plain = plainOf(feature)
  const number = typeof plain === 'string' && /^-?\d+$/.test(plain) ? Number(plain) : plain
  return typeof number === 'number' ? number : undefined
}

export const onlyId = (structure: Structure, name: string): number | undefined => {
  const feature = structure.features.get(name)
  return feature?.kind === 'reference' && feature.ids.length === 1 ? feature.ids[0] : undefined
}

/** Is it an annotation that begins where it ends? */
export function coversNothing({ structures }: Cas, id: number): boolean {
  const features = structures.get(id)?.features
  const begin = numberOf(features?.get('begin'))
  return begin !== undefined && begin === numberOf(features?.get('end'))
}
