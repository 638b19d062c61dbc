import type { SchemeTouched } from '../../annotations/api/views.ts'
import { type Change, inverseOf } from '../../annotations/model/change.ts'
import { type Migration, migrateSet, type Touch } from '../../annotations/model/migrate-scheme.ts'
import type { LabelScheme } from '../../annotations/model/scheme.ts'
import { AppError } from '../app-error.ts'
import { findSets } from '../storage/find-sets.ts'
import { inParallel } from '../storage/in-parallel.ts'
import type { ProjectPaths } from '../storage/paths.ts'
import { readSet } from '../storage/read-set.ts'

export type Schemes = { before: LabelScheme; after: LabelScheme; migration: Migration }

/** What is to be done to one set, and what would undo it. */
export type PlannedSet = {
  annotator: string
  documentId: string
  /** As it was when it was planned. */
  revision: number
  changes: Change[]
  inverse: Change[]
}

type Plan = { sets: PlannedSet[]; touched: SchemeTouched }

/** Sets read at once. */
const width = 16

function summed(touches: readonly Touch[]): SchemeTouched['counts'] {
  const counts = new Map<string, SchemeTouched['counts'][number]>()
  for (const { kind, what } of touches) {
    const key = `${kind} ${what}`
    const known = counts.get(key)
    if (known) known.count++
    else counts.set(key, { kind, what, count: 1 })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.what < b.what ? -1 : 1))
}

/** Every set of a project held against a new scheme. A set that cannot be read stops it: what it holds is not known. */
export async function planMigration(paths: ProjectPaths, schemes: Schemes): Promise<Plan> {
  const found = await findSets(paths, failure => {
    throw new AppError(failure)
  })
  const wanted = [...found].flatMap(([annotator, ids]) => ids.map(id => ({ annotator, id })))
  const sets: PlannedSet[] = []
  const touches: Touch[] = []
  const [documents, annotators] = [new Set<string>(), new Set<string>()]
  await inParallel(wanted, width, async ({ annotator, id }) => {
    const set = await readSet(paths, annotator, id)
    if (!set) return
    const moved = migrateSet(set, schemes)
    if (moved.touches.length > 0) {
      for (const touch of moved.touches) touches.push(touch)
      documents.add(id)
      annotators.add(annotator)
    }
    if (moved.changes.length === 0) return
    const { changes } = moved
    const inverse = inverseOf(set, changes)
    sets.push({ annotator, documentId: id, revision: set.revision, changes, inverse })
  })
  return {
    sets,
    touched: {
      documents: documents.size,
      annotators: [...annotators].sort(),
      counts: summed(touches),
    },
  }
}
