import { annotatorFrom } from '../../annotations/model/annotator.ts'
import type { Key } from '../strings/words.ts'

/** Why a typed name cannot be an annotator's own; `gold` is the name of the adjudicated set. */
export function annotatorProblem(typed: string): Key | undefined {
  const name = annotatorFrom(typed)
  if (name === undefined) return 'annotator.bad'
  return name.toLowerCase() === 'gold' ? 'annotator.gold-taken' : undefined
}
