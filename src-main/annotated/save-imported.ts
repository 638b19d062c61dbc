import { mergeSet } from '../../annotations/formats/exchange/merge-set.ts'
import type { Capabilities, FormatProblem } from '../../annotations/formats/format.ts'
import type { Annotation } from '../../annotations/model/annotation.ts'
import {
  type AnnotationSet,
  emptySet,
  type SetStatus,
  setStatus,
} from '../../annotations/model/annotation-set.ts'
import type { Change } from '../../annotations/model/change.ts'
import type { Document } from '../../annotations/model/document.ts'
import type { Problem } from '../../annotations/model/problem.ts'
import type { Relation } from '../../annotations/model/relation.ts'
import type { LabelScheme } from '../../annotations/model/scheme.ts'
import { AppError } from '../app-error.ts'
import type { OpenProject } from '../storage/projects.ts'

type Elements = { annotations: Annotation[]; relations: Relation[] }

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

function difference<T extends { id: string }>(before: readonly T[], after: readonly T[]) {
  const old = new Map(before.map(one => [one.id, one]))
  const now = new Set(after.map(({ id }) => id))
  return {
    gone: before.filter(({ id }) => !now.has(id)).map(({ id }) => id),
    put: after.filter(one => !same(old.get(one.id), one)),
  }
}

/** The changes that make one set out of another. */
function changesTo(before: AnnotationSet, after: Elements, status?: SetStatus): Change[] {
  const relations = difference(before.relations, after.relations)
  const annotations = difference(before.annotations, after.annotations)
  return [
    ...relations.gone.map((id): Change => ({ kind: 'remove-relation', id })),
    ...annotations.gone.map((id): Change => ({ kind: 'remove-annotation', id })),
    ...annotations.put.map((annotation): Change => ({ kind: 'put-annotation', annotation })),
    ...relations.put.map((relation): Change => ({ kind: 'put-relation', relation })),
    ...(status && status !== before.status
      ? [{ kind: 'set-status', status } satisfies Change]
      : []),
  ]
}

/** Elements that the project's rules refuse, and why; they are left out and the rest is tried again. */
function refusedIn(error: unknown): Problem[] {
  if (!(error instanceof AppError) || error.failure.code !== 'bad-set') return []
  const { details } = error.failure
  return Array.isArray(details) ? (details as Problem[]).filter(({ element }) => element) : []
}

function withoutElements(
  { annotations, relations }: Elements,
  gone: ReadonlySet<string>,
): Elements {
  const left = annotations.filter(({ id }) => !gone.has(id))
  const there = new Set(left.map(({ id }) => id))
  return {
    annotations: left,
    relations: relations.filter(
      ({ id, from, to }) => !gone.has(id) && there.has(from) && there.has(to),
    ),
  }
}

type Imported = {
  project: OpenProject
  document: Document
  scheme: LabelScheme
  annotator: string
  status: string | undefined
  came: Elements
  can: Capabilities
  at: Date
}

/** Saves what came as a revision of its annotator's set; what the format could not have said stays as it was. */
export async function saveImported(
  imported: Imported,
): Promise<{ problems: FormatProblem[]; renamed: ReadonlyMap<string, string> }> {
  const { project, document, scheme, annotator, can, at } = imported
  const { sets, index } = project
  const problems: FormatProblem[] = []
  let { came } = imported
  for (;;) {
    const before =
      (await sets.find(annotator, document.id)) ??
      emptySet(document.id, document.textDigest, annotator)
    const { renamed, ...merged } = mergeSet(before, came, document, can)
    const status = setStatus.safeParse(imported.status)
    const changes = changesTo(before, merged, status.success ? status.data : undefined)
    if (changes.length === 0) {
      if (before.revision > 0) return { problems, renamed }
      // A set without annotations is a decision too: somebody looked and found nothing.
      changes.push({ kind: 'set-status', status: before.status })
    }
    try {
      const { revision } = before
      const actions = [{ kind: 'edit' as const, changes }]
      index.putSet(await sets.save({ document, scheme, annotator, revision, actions, at }))
      return { problems, renamed }
    } catch (error) {
      const refused = refusedIn(error)
      const back = new Map([...renamed].map(([foreign, own]) => [own, foreign]))
      const gone = new Set(refused.map(({ element = '' }) => back.get(element) ?? element))
      const next = withoutElements(came, gone)
      const fewer =
        next.annotations.length + next.relations.length <
        came.annotations.length + came.relations.length
      if (!fewer) throw error
      for (const { kind, element, detail } of refused) problems.push({ kind, element, detail })
      came = next
    }
  }
}
