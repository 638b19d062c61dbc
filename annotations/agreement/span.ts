import { type Undefined, undefinedBecause } from './measure.ts'

/** A labelled stretch of a document: half-open. Offsets in any one unit (UTF-16, code points, tokens). */
export type LabelledSpan = {
  label: string
  start: number
  end: number
  /** Which text the offsets are into; left out where there is one only. */
  document?: string | number
  /** The parts of a discontinuous annotation, in order; `start` and `end` are then those of the whole. */
  parts?: readonly (readonly [number, number])[]
}

/** Two readings of the same documents. F1 is the same whichever is called gold. */
export type SpanPair = { gold: readonly LabelledSpan[]; predicted: readonly LabelledSpan[] }

export const partsOf = ({
  start,
  end,
  parts,
}: LabelledSpan): readonly (readonly [number, number])[] =>
  parts && parts.length > 0 ? parts : [[start, end]]

export const placeKey = (span: LabelledSpan): string =>
  `${span.document ?? ''}\u0000${partsOf(span)
    .map(([start, end]) => `${start}-${end}`)
    .join(',')}`

export const spanKey = (span: LabelledSpan): string => `${placeKey(span)}\u0000${span.label}`

/** Duplicates (same document, label and offsets) count once. */
export function distinct<S extends LabelledSpan>(spans: readonly S[]): S[] {
  return [...new Map(spans.map(span => [spanKey(span), span])).values()]
}

export function badSpan(spans: readonly LabelledSpan[]): Undefined | undefined {
  for (const span of spans)
    for (const [start, end] of partsOf(span))
      if (!(start >= 0 && end > start)) return undefinedBecause('bad-unit', `${start}-${end}`)
  return undefined
}

/** Characters that two spans share, gaps of discontinuous ones left out; 0 in different documents. */
export function overlap(a: LabelledSpan, b: LabelledSpan): number {
  if (a.document !== b.document) return 0
  let shared = 0
  for (const [start, end] of partsOf(a))
    for (const [from, to] of partsOf(b))
      shared += Math.max(0, Math.min(end, to) - Math.max(start, from))
  return shared
}
