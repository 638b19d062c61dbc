import type { Language } from '../../annotations/api/failure-text.ts'
import type { AssignReport } from '../../annotations/api/people.ts'

/** Who was given how many, a line a person. */
export function assignedSaid(
  { assignment, counts, already }: AssignReport,
  language: Language,
): string {
  const documents = Object.keys(assignment.documents).length
  const head =
    language === 'ar'
      ? `${assignment.id}: وثائق ${documents}، لكل منها ${assignment.overlap}${already > 0 ? `؛ موزّعة من قبل ${already}` : ''}`
      : `${assignment.id}: ${documents} documents, ${assignment.overlap} annotators each${already > 0 ? `; given out before: ${already}` : ''}`
  return [head, ...Object.entries(counts).map(([name, count]) => `  ${name}: ${count}`)].join('\n')
}
