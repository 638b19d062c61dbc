import { unknownValue } from '../../annotations/analysis/known-values.ts'
import type { Filter } from '../../annotations/analysis/query.ts'
import { appError } from '../app-error.ts'
import { findSets } from '../storage/find-sets.ts'
import type { ProjectPaths } from '../storage/paths.ts'
import { readProject } from '../storage/read-project.ts'

/** Refuses a query that asks for a label, a stance or an annotator the project does not know, and says those it knows. */
export async function refuseUnknown(
  paths: ProjectPaths,
  query: string,
  filters: readonly Filter[],
): Promise<void> {
  const names = new Set(filters.map(({ name }) => name))
  if (!names.has('label') && !names.has('stance') && !names.has('annotator')) return
  const { project } = await readProject(paths.folder)
  const annotators = names.has('annotator') ? [...(await findSets(paths, () => {})).keys()] : []
  const problem = unknownValue(filters, { scheme: project.scheme, annotators })
  if (problem) throw appError('bad-query', { ...problem, query })
}
