import { projectPaths } from '../storage/paths.ts'
import { type Answers, acrossProject, type Known, type Question } from './across-project.ts'

export type Watch = {
  progress(done: number, total: number): void
  /** Throws where nobody waits for the answer any more. */
  check(): void
}

/** Reading across documents, by folder: in a thread of its own where there is one, or on this. */
export type AcrossService = {
  ask<K extends Question['kind']>(
    folder: string,
    known: Known,
    question: Extract<Question, { kind: K }>,
    watch: Watch,
  ): Promise<Answers[K]>
}

/** How many projects are kept ready. */
const kept = 2

export function acrossService(): AcrossService {
  const projects = new Map<string, ReturnType<typeof acrossProject>>()

  function of(folder: string) {
    const known = projects.get(folder) ?? acrossProject(projectPaths(folder))
    projects.delete(folder)
    projects.set(folder, known)
    const [oldest] = projects.keys()
    if (projects.size > kept && oldest !== undefined) projects.delete(oldest)
    return known
  }

  return {
    // What kind of question gets what kind of answer is said once, in `Answers`.
    ask: (folder, known, question, { progress, check }) =>
      of(folder).ask(known, question, progress, check) as Promise<never>,
  }
}
