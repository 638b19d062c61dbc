import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import { storedSet } from '../../annotations/model/stored.ts'
import { appError } from '../app-error.ts'
import { readStored, readStoredNow } from './json-file.ts'
import type { ProjectPaths } from './paths.ts'

function checkPlace(file: string, set: AnnotationSet, annotator: string, id: string): void {
  if (set.annotator !== annotator || set.documentId !== id)
    throw appError('wrong-shape', {
      file,
      detail: `it is ${set.annotator}’s set on ${set.documentId}`,
    })
}

/** The stored set, or undefined where there is none. A set put into another's folder is not taken for theirs. */
export async function readSet(
  paths: ProjectPaths,
  annotator: string,
  id: string,
): Promise<AnnotationSet | undefined> {
  const file = paths.set(annotator, id)
  const set = await readStored(file, storedSet)
  if (set) checkPlace(file, set, annotator, id)
  return set
}

/** The same while one waits (`readWholeNow`). Throws where there is none. */
export function readSetNow(paths: ProjectPaths, annotator: string, id: string): AnnotationSet {
  const file = paths.set(annotator, id)
  const set = readStoredNow(file, storedSet)
  checkPlace(file, set, annotator, id)
  return set
}
