import type { CheckFinding } from '../../annotations/api/views.ts'
import { assignmentId } from '../../annotations/model/assignment.ts'
import { guidelineId } from '../../annotations/model/guideline-version.ts'
import { storedAssignment, storedGuideline } from '../../annotations/model/stored-people.ts'
import { threadsOf } from '../../annotations/review/threads.ts'
import { AppError } from '../app-error.ts'
import type { ProjectPaths } from '../storage/paths.ts'
import { recordsIn } from '../storage/record-folder.ts'
import { remarkStore } from '../storage/remark-store.ts'
import { fileIn, findingOf } from './findings.ts'

/** What people said and were given: every file of it read, and what points to nothing named. */
export async function checkPeople(
  paths: ProjectPaths,
  known: ReadonlySet<string>,
): Promise<CheckFinding[]> {
  const { byDocument, unreadable } = await remarkStore(paths).all()
  const isOf = (schema: { safeParse(text: string): { success: boolean } }) => (stem: string) =>
    schema.safeParse(stem).success
  const assigned = await recordsIn(paths.assignments, storedAssignment, isOf(assignmentId))
  const guided = await recordsIn(paths.guidelines, storedGuideline, isOf(guidelineId))
  const findings = [...unreadable, ...assigned.unreadable, ...guided.unreadable].map(failure => {
    const file = 'file' in failure.params ? failure.params.file : paths.folder
    return findingOf(new AppError(failure), fileIn(paths, file))
  })
  const warn = (file: string, kind: string, detail: string) =>
    findings.push({ severity: 'warning', file: fileIn(paths, file), kind, detail })
  for (const [id, all] of byDocument) {
    const threads = new Set(threadsOf(all).map(({ id }) => id))
    for (const { author, remarks } of all) {
      const file = paths.comment(author, id)
      if (!known.has(id)) warn(file, 'no-document', id)
      for (const one of remarks)
        if (one.kind === 'comment' && one.thread !== undefined && !threads.has(one.thread))
          warn(file, 'unknown-thread', one.thread)
    }
  }
  for (const { id, documents } of assigned.records)
    for (const document of Object.keys(documents))
      if (!known.has(document)) warn(paths.assignment(id), 'no-document', document)
  return findings
}
