/** A feature structure: its type's name and its features; references are the ids of other structures. */
export type Structure = { type: string; features: Map<string, FeatureValue> }
export type FeatureValue =
  | { kind: 'value'; value: string | number | boolean }
  | { kind: 'reference'; ids: number[] }
  | { kind: 'values'; values: string[] }

/** As much of a UIMA CAS as annotations need: one text, structures by id, and which of them are in its index. */
export type Cas = {
  text: string
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
