import type { AnnotationSet } from './annotation-set.ts'
import { canonicalAnnotation, canonicalRelation } from './canonical-set.ts'
import { canonicalDecision } from './decision.ts'
import type { Piece } from './stored-format.ts'

/** A list of lines, each made of a value that is replaced and never changed. */
function listOf<T extends object>(values: readonly T[], canonical: (value: T) => T): Piece[] {
  if (values.length === 0) return ['[]']
  const pieces: Piece[] = []
  for (const of of values) {
    pieces.push(pieces.length === 0 ? '[\n    ' : ',\n    ')
    pieces.push({ of, text: () => JSON.stringify(canonical(of)) })
  }
  pieces.push('\n  ]')
  return pieces
}

/** A line an annotation and a relation: what changed is what a diff shows, and what Git merges by. */
export function writeSet({
  annotations,
  relations,
  decisions = [],
  alternatives = [],
  ...head
}: { format: string } & AnnotationSet): Piece[] {
  return [
    JSON.stringify(head, null, 2).slice(0, -2),
    ',\n  "annotations": ',
    ...listOf(annotations, canonicalAnnotation),
    ',\n  "relations": ',
    ...listOf(relations, canonicalRelation),
    ...(decisions.length === 0
      ? []
      : [',\n  "decisions": ', ...listOf(decisions, canonicalDecision)]),
    ...(alternatives.length === 0
      ? []
      : [',\n  "alternatives": ', ...listOf(alternatives, canonicalAnnotation)]),
    '\n}',
  ]
}
