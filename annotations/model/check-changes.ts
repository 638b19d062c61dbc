import { extentOf } from './annotation.ts'
import type { AnnotationSet } from './annotation-set.ts'
import type { Change } from './change.ts'
import { checkNesting } from './check-relations.ts'
import { type CheckedDocument, checkSet, overlapProblem } from './check-set.ts'
import { mayLie } from './overlap.ts'
import { placement } from './placement.ts'
import type { Problem } from './problem.ts'
import type { LabelScheme } from './scheme.ts'

/** Overlaps of what was touched with anything in the set. */
function touchedOverlaps(
  set: AnnotationSet,
  touched: ReadonlySet<string | undefined>,
  { overlap = 'any' }: LabelScheme,
): Problem[] {
  if (overlap === 'any') return []
  const places = placement(set.annotations)
  return set.annotations
    .filter(({ id }) => touched.has(id))
    .flatMap(annotation => {
      const { start, end } = extentOf(annotation)
      return places
        .within(start, end)
        .filter(other => !mayLie(annotation, other, overlap))
        .map(other => overlapProblem(annotation, other))
    })
}

const idOf = (change: Change): string | undefined => {
  switch (change.kind) {
    case 'put-annotation':
      return change.annotation.id
    case 'put-relation':
      return change.relation.id
    case 'put-decision':
    case 'remove-decision':
    case 'set-status':
    case 'set-guideline':
      return undefined
    case 'put-alternative':
    case 'drop-alternative':
      return change.annotation.id
    default:
      return change.id
  }
}

/**
 * What changes may have made wrong in `set`, which they have been applied to: the annotations and relations they
 * touched are looked at, with what these are joined to, and nothing else.
 */
export function checkChanges(
  set: AnnotationSet,
  changes: readonly Change[],
  document: CheckedDocument,
  scheme: LabelScheme,
): Problem[] {
  const touched = new Set(changes.map(idOf))
  const relations = set.relations.filter(
    ({ id, from, to }) => touched.has(id) || touched.has(from) || touched.has(to),
  )
  const near = new Set([...touched, ...relations.flatMap(({ from, to }) => [from, to])])
  const annotations = set.annotations.filter(({ id }) => near.has(id))
  const alone: LabelScheme = { ...scheme, overlap: 'any' }
  return [
    ...checkSet({ ...set, annotations, relations }, document, alone),
    ...touchedOverlaps(set, touched, scheme),
    ...(relations.some(({ type }) => type === 'within') ? checkNesting(set.relations) : []),
  ]
}
