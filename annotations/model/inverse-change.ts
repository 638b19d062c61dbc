import type { Annotation } from './annotation.ts'
import type { AnnotationSet } from './annotation-set.ts'
import type { Change } from './change.ts'
import type { Decision } from './decision.ts'
import type { Relation } from './relation.ts'

/** What a set says now, as far as taking a change back depends on it. */
export type Before = Pick<AnnotationSet, 'status' | 'statusBy' | 'statusAt' | 'guideline'> & {
  annotation(id: string): Annotation | undefined
  relation(id: string): Relation | undefined
  decision(id: string): Decision | undefined
  hasAlternative(annotation: Annotation): boolean
}

/** What undoes one change of what was there before; nothing for a removal of what was not. */
export function inverseChange(before: Before, change: Change): Change | undefined {
  switch (change.kind) {
    case 'put-annotation':
    case 'remove-annotation': {
      const id = change.kind === 'put-annotation' ? change.annotation.id : change.id
      const annotation = before.annotation(id)
      if (annotation) return { kind: 'put-annotation', annotation }
      return change.kind === 'put-annotation' ? { kind: 'remove-annotation', id } : undefined
    }
    case 'put-relation':
    case 'remove-relation': {
      const id = change.kind === 'put-relation' ? change.relation.id : change.id
      const relation = before.relation(id)
      if (relation) return { kind: 'put-relation', relation }
      return change.kind === 'put-relation' ? { kind: 'remove-relation', id } : undefined
    }
    case 'put-decision':
    case 'remove-decision': {
      const id = change.kind === 'put-decision' ? change.decision.id : change.id
      const decision = before.decision(id)
      if (decision) return { kind: 'put-decision', decision }
      return change.kind === 'put-decision' ? { kind: 'remove-decision', id } : undefined
    }
    case 'set-status':
      return {
        kind: 'set-status',
        status: before.status,
        by: before.statusBy,
        at: before.statusAt,
      }
    case 'set-guideline':
      return { kind: 'set-guideline', version: before.guideline }
    case 'put-alternative':
      return before.hasAlternative(change.annotation)
        ? undefined
        : { kind: 'drop-alternative', annotation: change.annotation }
    case 'drop-alternative':
      return before.hasAlternative(change.annotation)
        ? { kind: 'put-alternative', annotation: change.annotation }
        : undefined
  }
}
