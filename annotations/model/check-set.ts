import type { Annotation } from './annotation.ts'
import type { AnnotationSet } from './annotation-set.ts'
import { checkAnnotation } from './check-annotation.ts'
import { checkNesting, checkRelations } from './check-relations.ts'
import type { Document } from './document.ts'
import { forbiddenOverlaps } from './overlap.ts'
import type { Problem } from './problem.ts'
import type { LabelScheme } from './scheme.ts'

/** What of a document a set is held against. */
export type CheckedDocument = Pick<Document, 'id' | 'text' | 'textDigest'>

/** Two that may not lie as they do; the same pair is the same problem, whichever is asked about. */
export function overlapProblem(a: Annotation, b: Annotation): Problem {
  const [element, detail] = a.id < b.id ? [a.id, b.id] : [b.id, a.id]
  return { severity: 'error', kind: 'overlap-not-allowed', element, detail }
}

/** Everything that is wrong with a set, given the document it is about and the project's scheme. */
export function checkSet(
  set: AnnotationSet,
  document: CheckedDocument,
  scheme: LabelScheme,
): Problem[] {
  const problems: Problem[] = []
  if (set.documentId !== document.id) problems.push({ severity: 'error', kind: 'other-document' })
  if (set.textDigest !== document.textDigest)
    problems.push({ severity: 'error', kind: 'other-text', detail: set.textDigest })
  const labels = new Map<string, string>()
  for (const annotation of set.annotations) {
    const { id, label } = annotation
    if (labels.has(id)) problems.push({ severity: 'error', kind: 'duplicate-id', element: id })
    labels.set(id, label)
    for (const problem of checkAnnotation(document.text, annotation, scheme)) problems.push(problem)
  }
  const links = new Set<string>()
  for (const { id } of set.relations) {
    if (links.has(id) || labels.has(id))
      problems.push({ severity: 'error', kind: 'duplicate-id', element: id })
    links.add(id)
  }
  problems.push(...checkRelations(set.relations, labels, scheme), ...checkNesting(set.relations))
  for (const [a, b] of forbiddenOverlaps(set.annotations, scheme.overlap ?? 'any'))
    problems.push(overlapProblem(a, b))
  return problems
}
