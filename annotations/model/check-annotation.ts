import type { Annotation, Attributes, AttributeValue } from './annotation.ts'
import { dateValue } from './date-value.ts'
import type { Problem } from './problem.ts'
import { type Attribute, isAsked, type LabelScheme, labelOf } from './scheme.ts'
import { holds, type Span } from './span.ts'

/** A mark, joiner or variation selector belongs to the character before it. */
const continues = /^[\p{M}\u200d]/u
const lowSurrogate = (text: string, at: number) => {
  const unit = text.charCodeAt(at)
  const before = text.charCodeAt(at - 1)
  return unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff
}

function checkSpan(text: string, element: string, span: Span): Problem[] {
  if (span.end > text.length) return [{ severity: 'error', kind: 'span-outside-text', element }]
  if (!holds(text, span))
    return [{ severity: 'error', kind: 'quote-differs', element, detail: span.quote }]
  for (const edge of [span.start, span.end]) {
    if (lowSurrogate(text, edge)) return [{ severity: 'error', kind: 'splits-character', element }]
    if (edge > 0 && edge < text.length && continues.test(text.slice(edge, edge + 2)))
      return [{ severity: 'warning', kind: 'splits-character', element, detail: span.quote }]
  }
  return []
}

/** Is this a value the attribute can have? */
export function fits(attribute: Attribute, value: AttributeValue): boolean {
  switch (attribute.type) {
    case 'choice':
      return attribute.choices.some(({ id }) => id === value)
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'yes-no':
      return typeof value === 'boolean'
    case 'text':
    case 'actor':
    case 'proposition':
      return typeof value === 'string' && value !== ''
    case 'date':
      return dateValue.safeParse(value).success
  }
}

/** Values that the scheme does not know or allow, and those it asks for that are not there. */
export function checkAttributes(
  element: string,
  asked: readonly Attribute[],
  attributes: Attributes,
  isAsked: (attribute: Attribute) => boolean,
): Problem[] {
  const problems: Problem[] = []
  for (const [id, value] of Object.entries(attributes)) {
    const attribute = asked.find(attribute => attribute.id === id)
    if (!attribute)
      problems.push({ severity: 'error', kind: 'unknown-attribute', element, detail: id })
    else if (!fits(attribute, value))
      problems.push({ severity: 'error', kind: 'bad-attribute', element, detail: id })
  }
  for (const attribute of asked)
    if (attribute.required && !Object.hasOwn(attributes, attribute.id) && isAsked(attribute))
      problems.push({
        severity: 'warning',
        kind: 'missing-attribute',
        element,
        detail: attribute.id,
      })
  return problems
}

/** An annotation by itself: its spans, its label, what is said of it. */
export function checkAnnotation(
  text: string,
  annotation: Annotation,
  scheme: LabelScheme,
): Problem[] {
  const { id: element, label: labelId, spans, attributes } = annotation
  const problems = spans.flatMap(span => checkSpan(text, element, span))
  if (spans.some((span, at) => at > 0 && span.start < (spans[at - 1] as Span).end))
    problems.push({ severity: 'error', kind: 'spans-out-of-order', element })
  const label = labelOf(scheme, labelId)
  if (!label)
    return [...problems, { severity: 'error', kind: 'unknown-label', element, detail: labelId }]
  const asked = checkAttributes(element, label.attributes, attributes, attribute =>
    isAsked(label, attribute, attributes),
  )
  return [...problems, ...asked]
}
