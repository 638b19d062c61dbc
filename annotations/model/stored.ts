import { type Actor, actor } from './actor.ts'
import { type AnnotationSet, annotationSet, setStatus, setStatuses } from './annotation-set.ts'
import { orderedSet } from './canonical-set.ts'
import { type DocumentRecord, documentRecord } from './document.ts'
import { type Exceptions, exceptions } from './exceptions.ts'
import { arePlainAnnotations, arePlainRelations } from './plain-annotations.ts'
import { type Project, project } from './project.ts'
import { type Proposition, proposition } from './proposition.ts'
import { type LabelScheme, labelScheme } from './scheme.ts'
import { inSchemaOrder, type Stored, sorted, stored } from './stored-format.ts'
import { writeSet } from './write-set.ts'

const setWithoutElements = annotationSet.omit({ annotations: true, relations: true })

/** A set whose many annotations and relations need no asking of the schema one by one. */
function plainSet(raw: Record<string, unknown>): AnnotationSet | undefined {
  const { annotations, relations, ...rest } = raw
  if (!arePlainAnnotations(annotations) || !arePlainRelations(relations)) return undefined
  const parsed = setWithoutElements.safeParse(rest)
  return parsed.success ? { ...parsed.data, annotations, relations } : undefined
}

/** A status that is not known is of a later Isnad: what it means is not ours to guess, and the work in it is good. */
function laterStatus({ status }: Record<string, unknown>) {
  if (typeof status !== 'string' || setStatus.safeParse(status).success) return undefined
  return { format: `status “${status.slice(0, 40)}”`, known: setStatuses.join(', ') }
}

export const storedSet: Stored<AnnotationSet> = stored('isnad-set/1', annotationSet, orderedSet, {
  quickly: plainSet,
  write: writeSet,
  ofLaterVersion: laterStatus,
})
export const storedDocument: Stored<DocumentRecord> = stored(
  'isnad-document/1',
  documentRecord,
  inSchemaOrder(documentRecord),
)
export const storedActor: Stored<Actor> = stored('isnad-actor/1', actor, value => {
  const ordered = actor.parse(value)
  return { ...ordered, externalIds: sorted(ordered.externalIds) }
})
export const storedProposition: Stored<Proposition> = stored(
  'isnad-proposition/1',
  proposition,
  inSchemaOrder(proposition),
)
/** What one annotator said names nobody here. */
export const storedExceptions: Stored<Exceptions> = stored(
  'isnad-exceptions/1',
  exceptions,
  inSchemaOrder(exceptions),
)
export const storedProject: Stored<Project> = stored(
  'isnad-project/1',
  project,
  inSchemaOrder(project),
)
/** A scheme by itself, to be handed on. */
export const storedScheme: Stored<LabelScheme> = stored(
  'isnad-scheme/1',
  labelScheme,
  inSchemaOrder(labelScheme),
)
