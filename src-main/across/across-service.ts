import { wordsIn } from '../../annotations/propositions/claim-traits.ts'
import { projectPaths } from '../storage/paths.ts'
import type { Watch } from '../threads/asked-thread.ts'
import { keptReady } from '../threads/kept-ready.ts'
import { type Answers, acrossProject, type Question } from './across-project.ts'
import type { Known } from './read-across.ts'

/** Reading across documents, by folder: in a thread of its own where there is one, or on this. */
export type AcrossService = {
  ask<K extends Question['kind']>(
    folder: string,
    known: Known,
    question: Extract<Question, { kind: K }>,
    watch: Watch,
  ): Promise<Answers[K]>
  /** A question is near. No file is read before it is asked. */
  ready(): void
}

export function acrossService(): AcrossService {
  const projects = keptReady(folder => acrossProject(projectPaths(folder)))
  return {
    // What kind of question gets what kind of answer is said once, in `Answers`.
    ask: (folder, known, question, { progress, check }) =>
      projects.of(folder).ask(known, question, progress, check) as Promise<never>,
    // Tables of letters, made once for all that is read.
    ready: () => void wordsIn(''),
  }
}
