import { registerOf } from '../../annotations/actors/register.ts'
import { withSurvivors } from '../../annotations/actors/with-survivors.ts'
import type { ReportNote } from '../../annotations/agreement/report-shape.ts'
import { type DocumentData, studyDocument } from '../../annotations/agreement/study.ts'
import type { Study, StudySet } from '../../annotations/agreement/study-document.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import type { Document } from '../../annotations/model/document.ts'
import { placeSet } from '../../annotations/model/reanchor.ts'
import { AppError, failureOf } from '../app-error.ts'
import type { DocumentSets } from '../export/export-sets.ts'
import { actorStore } from '../storage/actor-store.ts'
import { readDocument } from '../storage/document-store.ts'
import type { ProjectPaths } from '../storage/paths.ts'
import { readAhead } from '../storage/read-ahead.ts'
import { readSet } from '../storage/read-set.ts'

export type Studied = { data: DocumentData | undefined; notes: ReportNote[]; title: string }

type ReadSet = { set: StudySet } | { note: ReportNote } | undefined

/** One annotator's set, or what stands in its way: a set that cannot be read is said and left out, not the whole report. */
async function readFor(
  paths: ProjectPaths,
  document: Document,
  annotator: string,
  register: ReadonlyMap<string, Actor>,
): Promise<ReadSet> {
  const about = { document: document.id, title: document.title, annotator }
  try {
    const stored = await readSet(paths, annotator, document.id)
    if (!stored) return undefined
    if (stored.textDigest !== document.textDigest)
      return { note: { kind: 'different-texts', ...about } }
    const { set, lost } = placeSet(document.text, stored)
    return {
      set: withSurvivors(
        {
          annotator,
          // What was lost stays in, to be counted among what could not be compared.
          annotations: [...set.annotations, ...lost],
          relations: set.relations,
          finished: set.status !== 'in-progress',
        },
        register,
      ),
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { code } = failureOf(error)
    return { note: { kind: 'unreadable', ...about, detail: code } }
  }
}

async function studyOne(
  paths: ProjectPaths,
  { id, annotators }: DocumentSets,
  study: Study,
  register: ReadonlyMap<string, Actor>,
): Promise<Studied> {
  const document = await readDocument(paths, id)
  const read = await Promise.all(annotators.map(name => readFor(paths, document, name, register)))
  const sets = read.flatMap(found => (found && 'set' in found ? [found.set] : []))
  const early = read.flatMap(found => (found && 'note' in found ? [found.note] : []))
  const { title, outlet, text } = document
  const { data, notes } = studyDocument({ id, title, outlet, text, sets }, study)
  return { data, notes: [...early, ...notes], title }
}

/** Reads documents with their sets, a few ahead, and makes each into data. */
export async function* studyDocuments(
  paths: ProjectPaths,
  chosen: readonly DocumentSets[],
  study: Study,
): AsyncGenerator<Studied> {
  // Two who linked a mention to entries that were merged since agree.
  const register = registerOf((await actorStore(paths).all()).actors)
  yield* readAhead([...chosen], 4, one => studyOne(paths, one, study, register))
}
