import { type Annotation, byPlace } from './annotation.ts'
import type { AnnotationSet } from './annotation-set.ts'
import { holds, type Span } from './span.ts'

/** How far from its old place a quote is looked for, in UTF-16 units. */
const reach = 2000

/** The only place near `span.start` where the text says the quote, or nothing if there is none or more than one. */
function onlyPlace(text: string, { start, quote }: Span): number | undefined {
  const from = Math.max(0, start - reach)
  const window = text.slice(from, start + quote.length + reach)
  const first = window.indexOf(quote)
  if (first === -1 || window.indexOf(quote, first + 1) !== -1) return undefined
  return from + first
}

/**
 * An annotation whose quotes are no longer where it says, found again by quote if that is unambiguous; otherwise
 * undefined, and the caller reports it. It is never put where the text says something else.
 */
function reanchor(text: string, annotation: Annotation): Annotation | undefined {
  const spans: Span[] = []
  let after = 0
  for (const span of annotation.spans) {
    const start = holds(text, span) ? span.start : onlyPlace(text, span)
    // Parts found in another order, or over one another, are not the annotation that was made.
    if (start === undefined || start < after) return undefined
    after = start + span.quote.length
    spans.push({ start, end: after, quote: span.quote })
  }
  return { ...annotation, spans }
}

export type PlacedSet = { set: AnnotationSet; moved: string[]; lost: Annotation[] }

/**
 * A set made safe to paint or export: annotations that hold, those that were found again, and apart from them the lost
 * ones with the relations that touched them left out. Undamaged sets come back as they are.
 */
export function placeSet(text: string, set: AnnotationSet): PlacedSet {
  if (set.annotations.every(({ spans }) => spans.every(span => holds(text, span))))
    return { set, moved: [], lost: [] }
  const moved: string[] = []
  const lost: Annotation[] = []
  const annotations: Annotation[] = []
  for (const annotation of set.annotations) {
    const placed = reanchor(text, annotation)
    if (!placed) {
      lost.push(annotation)
      continue
    }
    annotations.push(placed)
    if (placed.spans.some((span, at) => span.start !== annotation.spans[at]?.start))
      moved.push(annotation.id)
  }
  const gone = new Set(lost.map(({ id }) => id))
  const relations = set.relations.filter(({ from, to }) => !gone.has(from) && !gone.has(to))
  return { set: { ...set, annotations: annotations.sort(byPlace), relations }, moved, lost }
}
