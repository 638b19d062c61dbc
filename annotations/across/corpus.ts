import type { Proposition } from '../model/proposition.ts'
import type { Statement } from './statement.ts'
import { type Subjects, subjectsOf } from './subjects.ts'

/** All that is read across: every claim of every annotator, and which of them speak for their documents. */
export type AcrossCorpus = {
  readonly statements: readonly Statement[]
  /** Those of the sets that speak for their documents. */
  readonly speaking: readonly Statement[]
  /** `document/annotator` of the set that speaks for each document. */
  readonly chosen: ReadonlySet<string>
  readonly subjects: Subjects
}

export const corpusOf = (
  statements: readonly Statement[],
  chosen: ReadonlySet<string>,
  codebook: readonly Proposition[],
): AcrossCorpus => ({
  statements,
  speaking: statements.filter(({ document, annotator }) => chosen.has(`${document}/${annotator}`)),
  chosen,
  subjects: subjectsOf(statements, codebook),
})

export type SetRank = { annotator: string; status: string; claims: number }

const standing = ['in-progress', 'changes-requested', 'submitted', 'approved']

/**
 * The set that speaks for a document, so that a claim two people annotated is counted once: gold, else the one that is
 * furthest in review, else the one with most claims, else the first by name.
 */
export function speakingSet(sets: readonly SetRank[]): string | undefined {
  const rank = ({ annotator, status }: SetRank) =>
    annotator === 'gold' ? standing.length : standing.indexOf(status)
  return [...sets].sort(
    (a, b) => rank(b) - rank(a) || b.claims - a.claims || (a.annotator < b.annotator ? -1 : 1),
  )[0]?.annotator
}
