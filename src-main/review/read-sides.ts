import { withSurvivors } from '../../annotations/actors/with-survivors.ts'
import type { Failure } from '../../annotations/api/failures.ts'
import type { ReviewNote } from '../../annotations/api/reviewing.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import type { Document } from '../../annotations/model/document.ts'
import { placeSet } from '../../annotations/model/reanchor.ts'
import { goldName } from '../../annotations/review/adjudicate.ts'
import { AppError, failureOf } from '../app-error.ts'
import { readDocument } from '../storage/document-store.ts'
import type { ProjectPaths } from '../storage/paths.ts'
import { readSet } from '../storage/read-set.ts'

/** What is compared on one document. */
type Sides = {
  document: Document
  /** By name, gold apart; never saved ones left out. */
  sets: AnnotationSet[]
  gold: AnnotationSet | undefined
  notes: ReviewNote[]
  /** The failures behind the notes, for those who report them whole. */
  failures: { annotator: string; failure: Failure }[]
}

/**
 * A document with what each of `annotators` and the gold set say of it; actors merged into one are one. A set that cannot be read stops no other.
 */
export async function readSides(
  paths: ProjectPaths,
  id: string,
  annotators: readonly string[],
  register: ReadonlyMap<string, Actor>,
): Promise<Sides> {
  const notes: ReviewNote[] = []
  const failures: Sides['failures'] = []
  const readOne = async (annotator: string) => {
    try {
      return await readSet(paths, annotator, id)
    } catch (error) {
      const failure = failureOf(error)
      if (!(error instanceof AppError) || annotator === goldName) throw error
      notes.push({ kind: 'unreadable', annotator, detail: failure.code })
      failures.push({ annotator, failure })
      return undefined
    }
  }
  const names = annotators.filter(name => name !== goldName)
  const [document, gold, ...read] = await Promise.all([
    readDocument(paths, id),
    readOne(goldName),
    ...names.map(readOne),
  ])
  const sets = read.flatMap((stored): AnnotationSet[] => {
    if (!stored) return []
    const { annotator } = stored
    if (stored.textDigest !== document.textDigest) {
      notes.push({ kind: 'other-text', annotator })
      failures.push({
        annotator,
        failure: { code: 'text-changed', params: { file: paths.set(annotator, id) } },
      })
      return []
    }
    const { set, lost } = placeSet(document.text, stored)
    if (lost.length > 0) notes.push({ kind: 'lost', annotator, count: lost.length })
    return [withSurvivors(set, register)]
  })
  return {
    document,
    sets,
    gold: gold && withSurvivors(placeSet(document.text, gold).set, register),
    notes,
    failures,
  }
}
