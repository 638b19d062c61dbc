import type { Attributes } from '../model/annotation.ts'
import { fits } from '../model/check-annotation.ts'
import { type LabelScheme, labelOf } from '../model/scheme.ts'

/** Of some attributes those that a label has, with values it allows: schemes are the project's own. */
export function fittedAttributes(
  scheme: LabelScheme,
  label: string,
  attributes: Attributes,
): Attributes {
  const known = labelOf(scheme, label)?.attributes ?? []
  return Object.fromEntries(
    Object.entries(attributes).filter(([id, value]) =>
      known.some(attribute => attribute.id === id && fits(attribute, value)),
    ),
  )
}
