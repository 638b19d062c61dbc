import type { Assignment } from '../model/assignment.ts'

const open = (assignments: readonly Assignment[]) =>
  assignments.filter(({ closed }) => closed === undefined)

/** Everybody a document was given to. */
export const assignedTo = (assignments: readonly Assignment[], documentId: string): string[] => [
  ...new Set(open(assignments).flatMap(({ documents }) => documents[documentId] ?? [])),
]

/** The documents somebody was given. */
export const documentsOf = (assignments: readonly Assignment[], annotator: string): Set<string> =>
  new Set(
    open(assignments).flatMap(({ documents }) =>
      Object.entries(documents).flatMap(([id, people]) => (people.includes(annotator) ? [id] : [])),
    ),
  )

/** May somebody see what others made of a document? In a blind round, not before handing in their own. */
export function isBlind(
  assignments: readonly Assignment[],
  { annotator, documentId, handedIn }: { annotator: string; documentId: string; handedIn: boolean },
): boolean {
  return (
    !handedIn &&
    open(assignments).some(
      ({ blind, documents }) => blind && documents[documentId]?.includes(annotator),
    )
  )
}
