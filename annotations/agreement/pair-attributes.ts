import type { AttributeValue } from '../model/annotation.ts'
import type { DateValue } from '../model/date-value.ts'
import { dateLikeness, sameDate } from './date-likeness.ts'
import type { MarkedSpan, PairSpans } from './pair-spans.ts'

/** What two annotators gave one attribute of one label, on spans matched under that label. */
export type AttributePairs = {
  kind: 'name' | 'number' | 'date'
  /** Pairs of values as JSON, and how often. '' is none given. */
  rows: Map<string, number>
  /** Dates: how many both gave, alike to the letter, and the sum of their likeness. */
  dates: { given: number; exact: number; likeness: number }
}

export const attributeKey = (label: number, attribute: string) => `${label}.${attribute}`

const isDate = (value: AttributeValue | undefined): value is DateValue => typeof value === 'object'

function said(value: AttributeValue | undefined): string | number | boolean {
  if (value === undefined) return ''
  if (!isDate(value)) return value
  return [value.type, value.value, value.mod ?? ''].join(' ').trim()
}

function kindOf(
  a: AttributeValue | undefined,
  b: AttributeValue | undefined,
): AttributePairs['kind'] {
  if (isDate(a) || isDate(b)) return 'date'
  return [a, b].every(value => value === undefined || typeof value === 'number') ? 'number' : 'name'
}

function compare(pairs: Map<string, AttributePairs>, one: MarkedSpan, two: MarkedSpan) {
  const [a, b] = [one.mark.annotation.attributes, two.mark.annotation.attributes]
  for (const attribute of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const [first, second] = [a[attribute], b[attribute]]
    const key = attributeKey(one.mark.label, attribute)
    const known = pairs.get(key) ?? {
      kind: kindOf(first, second),
      rows: new Map<string, number>(),
      dates: { given: 0, exact: 0, likeness: 0 },
    }
    pairs.set(key, known)
    // A word among the numbers, and all are names.
    if (known.kind === 'number' && kindOf(first, second) === 'name') known.kind = 'name'
    const row = JSON.stringify([said(first), said(second)])
    known.rows.set(row, (known.rows.get(row) ?? 0) + 1)
    if (isDate(first) && isDate(second)) {
      known.dates.given++
      if (sameDate(first, second)) known.dates.exact++
      known.dates.likeness += dateLikeness(first, second)
    }
  }
}

/** Attributes, linked actors and dates of the spans that the two have in common; where neither gave any, nothing. */
export function pairAttributes({ one, two, relaxed }: PairSpans): Map<string, AttributePairs> {
  const pairs = new Map<string, AttributePairs>()
  for (const { gold, predicted } of relaxed)
    compare(pairs, one[gold] as MarkedSpan, two[predicted] as MarkedSpan)
  return pairs
}
