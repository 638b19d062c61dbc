import { z } from 'zod'
import { dateValue } from './date-value.ts'
import { type Span, span } from './span.ts'
import { writtenForm } from './written-form-shape.ts'

/** Ids are made by whoever adds: letters, digits, `-`, `_`, `.`; unique within a set, annotations and relations alike. */
export const idPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/
export const elementId = z.string().regex(idPattern, 'letters, digits, ., _ and -')

const attributeValue = z.union([z.string(), z.number(), z.boolean(), dateValue])
export type AttributeValue = z.infer<typeof attributeValue>

export const attributeName = /^[a-z][a-z0-9-]*$/
export const attributes = z.record(z.string().regex(attributeName), attributeValue)
export type Attributes = z.infer<typeof attributes>

/** A label on one or more spans; several spans are one discontinuous annotation, in text order. */
export const annotation = z.strictObject({
  id: elementId,
  label: z.string().min(1),
  spans: z.array(span).min(1),
  attributes,
  /** The rule of the suggestion it was accepted from; absent where a person made it. */
  rule: z.string().min(1).optional(),
  /** The word it stands for, where something is written to it. */
  form: writtenForm.optional(),
})
export type Annotation = z.infer<typeof annotation>

/** Where an annotation begins and ends, gaps included. */
export function extentOf({ spans }: Pick<Annotation, 'spans'>): { start: number; end: number } {
  const first = spans[0] as Span
  let end = first.end
  for (const span of spans) end = Math.max(end, span.end)
  return { start: first.start, end }
}

/** The annotation's words; the parts of a discontinuous one joined with an ellipsis. */
export function quoteOf({ spans }: Pick<Annotation, 'spans'>): string {
  return spans.length === 1 ? (spans[0] as Span).quote : spans.map(({ quote }) => quote).join(' … ')
}

/** By place: earlier first, of two that begin together the outer one first, then by id. */
export function byPlace(a: Annotation, b: Annotation): number {
  // Nearly always enough, and asked of every pair in a set at every save.
  const apart = (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0)
  if (apart !== 0) return apart
  return extentOf(b).end - extentOf(a).end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}
