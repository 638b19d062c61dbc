import { type AnnotationSet, emptySet } from '../../annotations/model/annotation-set.ts'
import { canonicalAnnotation } from '../../annotations/model/canonical-set.ts'
import { applyChanges, type Change } from '../../annotations/model/change.ts'
import { migrateSet, noHeirs } from '../../annotations/model/migrate-scheme.ts'
import { appError } from '../app-error.ts'
import { findSets } from '../storage/find-sets.ts'
import type { OpenProject } from '../storage/projects.ts'
import { readProject } from '../storage/read-project.ts'
import { readSet } from '../storage/read-set.ts'
import { putScheme, sameScheme, whileHeld, writeSets } from './change-scheme.ts'
import type { PlannedSet } from './plan-migration.ts'
import { forgetChange, lastChange, type SchemeChange } from './scheme-journal.ts'

/** What of an inverse may be made on a set that was worked on since: nothing that would undo that work. */
function stillFits(
  set: AnnotationSet,
  { revision, changes, inverse }: SchemeChange['sets'][number],
) {
  if (set.revision === revision + 1) return inverse
  const left = applyChanges(emptySet(set.documentId, set.textDigest, set.annotator), changes)
  const now = new Map(set.annotations.map(one => [one.id, one]))
  const asLeft = new Map(left.annotations.map(one => [one.id, one]))
  const write = (one: AnnotationSet['annotations'][number]) =>
    JSON.stringify(canonicalAnnotation(one))
  const kept = inverse.filter(change => {
    if (change.kind !== 'put-annotation') return false
    const [here, made] = [now.get(change.annotation.id), asLeft.get(change.annotation.id)]
    // What the change removed comes back; what it altered goes back if nobody touched it since.
    return made ? here !== undefined && write(here) === write(made) : here === undefined
  })
  const ends = new Set([
    ...now.keys(),
    ...kept.flatMap(change => (change.kind === 'put-annotation' ? [change.annotation.id] : [])),
  ])
  const relations = inverse.filter(
    (change): change is Extract<Change, { kind: 'put-relation' }> =>
      change.kind === 'put-relation' &&
      ends.has(change.relation.from) &&
      ends.has(change.relation.to),
  )
  return [...kept, ...relations]
}

/** A set that holds what the earlier scheme has no place for. */
async function refuseUnknown(open: OpenProject, set: AnnotationSet, change: SchemeChange) {
  const schemes = { before: change.after, after: change.before, migration: noHeirs }
  if (migrateSet(set, schemes).changes.length === 0) return
  const { title } = await open.documents.readRecord(set.documentId)
  throw appError('scheme-undo-stale', { title, annotator: set.annotator })
}

/** What would take a change back; refused where a set holds what only the later scheme knows. */
async function planUndo(open: OpenProject, change: SchemeChange): Promise<{ sets: PlannedSet[] }> {
  const planned: PlannedSet[] = []
  const byKey = new Map(change.sets.map(set => [`${set.annotator}/${set.documentId}`, set]))
  const found = await findSets(open.paths, () => {})
  for (const [annotator, ids] of found)
    for (const documentId of ids) {
      const set = await readSet(open.paths, annotator, documentId)
      if (!set) continue
      const touched = byKey.get(`${annotator}/${documentId}`)
      const changes = touched ? stillFits(set, touched) : []
      await refuseUnknown(open, applyChanges(set, changes), change)
      if (changes.length > 0)
        planned.push({ annotator, documentId, revision: set.revision, changes, inverse: [] })
    }
  return { sets: planned }
}

/** Take the last change of the scheme back: the scheme, and what the change took away. Nothing, or all of it. */
export async function undoScheme(open: OpenProject, at: Date) {
  const { project } = await readProject(open.paths.folder)
  const change = await lastChange(open.paths)
  if (!change) throw appError('scheme-undo-none', {})
  if (!sameScheme(project.scheme, change.after)) throw appError('scheme-changed', {})
  const plan = () => planUndo(open, change)
  return whileHeld(open, plan, async ({ sets }) => {
    await writeSets(open, sets, change.before, at)
    await putScheme(open, change.before)
    await forgetChange(open.paths, change)
    await open.index.writeCache()
    return {
      documents: new Set(sets.map(({ documentId }) => documentId)).size,
      annotators: [...new Set(sets.map(({ annotator }) => annotator))].sort(),
      counts: [],
    }
  })
}
