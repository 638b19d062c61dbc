import type { AnnotationSet } from './annotation-set.ts'
import { type Document, furniture, regionAt } from './document.ts'

/**
 * A set without what stands in dimmed furniture of the page alone, and how much that was; what reaches into the text
 * stays. Links go with their ends.
 */
export function withoutFurniture(
  { regions }: Pick<Document, 'regions'>,
  set: AnnotationSet,
): { readonly set: AnnotationSet; readonly leftOut: number } {
  const isDimmed = (offset: number) => furniture.includes(regionAt(regions, offset))
  const kept = set.annotations.filter(
    ({ spans }) => !spans.every(({ start, end }) => isDimmed(start) && isDimmed(end - 1)),
  )
  const leftOut = set.annotations.length - kept.length
  if (leftOut === 0) return { set, leftOut }
  const here = new Set(kept.map(({ id }) => id))
  const relations = set.relations.filter(({ from, to }) => here.has(from) && here.has(to))
  return { set: { ...set, annotations: kept, relations }, leftOut }
}
