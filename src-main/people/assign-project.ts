import { randomUUID } from 'node:crypto'
import type { AssignReport } from '../../annotations/api/people.ts'
import { clashing } from '../../annotations/model/annotator.ts'
import { type Assignment, assignmentId } from '../../annotations/model/assignment.ts'
import { storedAssignment } from '../../annotations/model/stored-people.ts'
import { calibrationDocuments, shareDocuments } from '../../annotations/review/assign-documents.ts'
import { assignedTo } from '../../annotations/review/assigned.ts'
import { appError } from '../app-error.ts'
import { writeStored } from '../storage/json-file.ts'
import type { ProjectPaths } from '../storage/paths.ts'
import type { OpenProject } from '../storage/projects.ts'
import { recordsIn } from '../storage/record-folder.ts'

/** Everything that was given out, the oldest first. */
export async function assignmentsIn(paths: ProjectPaths): Promise<Assignment[]> {
  const { records } = await recordsIn(
    paths.assignments,
    storedAssignment,
    stem => assignmentId.safeParse(stem).success,
  )
  return records.sort((a, b) => (a.created < b.created ? -1 : a.created > b.created ? 1 : 0))
}

type Asked = {
  annotators: string[]
  overlap: number
  seed: number
  blind: boolean
  by?: string | undefined
  calibration?: number | undefined
  again: boolean
  documents?: string[] | undefined
  preview: boolean
}

/** Names that can be told apart, on every system. */
function checkNames(annotators: readonly string[], known: readonly string[]): void {
  for (const name of annotators) {
    if (name === 'gold') throw appError('bad-annotator', { name })
    const other = clashing(name, [...annotators, ...known])
    if (other !== undefined) throw appError('annotator-clash', { name, known: other })
  }
  const twice = annotators.find((name, at) => annotators.indexOf(name) !== at)
  if (twice !== undefined) throw appError('annotator-clash', { name: twice, known: twice })
}

/** Give a project's documents out, or say what would come of it. */
export async function assignProject(
  { paths, index }: OpenProject,
  asked: Asked,
  at: Date,
): Promise<AssignReport> {
  const { annotators, overlap, seed, blind, by, calibration, again, preview } = asked
  checkNames(annotators, index.annotators())
  if (overlap > annotators.length)
    throw appError('too-few-annotators', { overlap, annotators: annotators.length })
  const given = await assignmentsIn(paths)
  const missing = asked.documents?.find(id => !index.has(id))
  if (missing !== undefined) throw appError('no-document', { id: missing })
  const all = asked.documents ?? index.entries().map(({ id }) => id)
  const free = again ? all : all.filter(id => assignedTo(given, id).length === 0)
  const chosen = calibration === undefined ? free : calibrationDocuments(all, calibration, seed)
  if (chosen.length === 0) throw appError('nothing-to-assign', {})
  const each = calibration === undefined ? overlap : annotators.length
  const assignment: Assignment = {
    id: `r-${at.toISOString().slice(0, 10)}-${randomUUID().slice(0, 8)}`,
    kind: calibration === undefined ? 'work' : 'calibration',
    created: at.toISOString(),
    ...(by !== undefined && { by }),
    annotators,
    overlap: each,
    seed,
    // What shows how far they agree must be made without looking.
    blind: blind || calibration !== undefined,
    documents: shareDocuments({ documents: chosen, annotators, overlap: each, seed }),
  }
  if (!preview) await writeStored(paths.assignment(assignment.id), storedAssignment, assignment)
  const counts = Object.fromEntries(
    annotators.map(name => [
      name,
      Object.values(assignment.documents).filter(people => people.includes(name)).length,
    ]),
  )
  return { assignment, counts, already: calibration === undefined ? all.length - free.length : 0 }
}

/** What was given out holds no more; what was made of it stays. */
export async function closeAssignment(
  paths: ProjectPaths,
  id: string,
  at: Date,
): Promise<Assignment[]> {
  const all = await assignmentsIn(paths)
  const found = all.find(one => one.id === id)
  if (!found) throw appError('not-found', { file: paths.assignment(id) })
  if (found.closed === undefined)
    await writeStored(paths.assignment(id), storedAssignment, {
      ...found,
      closed: at.toISOString(),
    })
  return assignmentsIn(paths)
}
