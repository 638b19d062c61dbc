import type { Annotation, Attributes, AttributeValue } from '../model/annotation.ts'
import { canonicalAttributes } from '../model/canonical-set.ts'

/** An annotation without its id: what somebody says of a place. */
export type Content = Pick<Annotation, 'label' | 'spans' | 'attributes'>

/** Of a date, what it means; how the value came about is no part of what is said. */
function meant(value: AttributeValue): unknown {
  if (typeof value !== 'object') return value
  const { type, value: timex, mod, edtf, calendar } = value
  return [type, timex, mod ?? '', edtf ?? '', calendar]
}

const known = new WeakMap<object, string>()
/** Made once for an object, which is replaced and never changed. */
function once<T extends object>(of: T, make: (of: T) => string): string {
  const made = known.get(of) ?? make(of)
  known.set(of, made)
  return made
}

export const valueSaid = (value: AttributeValue | undefined): string =>
  value === undefined ? '' : JSON.stringify(meant(value))

const attributesSaid = (attributes: Attributes): string =>
  once(attributes, of =>
    JSON.stringify(Object.entries(canonicalAttributes(of)).map(([k, v]) => [k, meant(v)])),
  )

/** The place alone. */
export const placeSaid = ({ spans }: Pick<Annotation, 'spans'>): string =>
  once(spans, of => of.map(({ start, end }) => `${start}-${end}`).join(','))

/** All of it; two annotations that say the same have the same. */
export const contentSaid = (content: Content): string =>
  `${content.label} ${placeSaid(content)} ${attributesSaid(content.attributes)}`
