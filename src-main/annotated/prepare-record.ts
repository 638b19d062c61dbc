import type { AnnotatedProblem } from '../../annotations/api/annotated.ts'
import { carrier } from '../../annotations/formats/exchange/ink.ts'
import { type Settled, settle } from '../../annotations/formats/exchange/settle.ts'
import type { FormatProblem } from '../../annotations/formats/format.ts'
import type { NativeBeside } from '../../annotations/formats/native-beside.ts'
import type { Document } from '../../annotations/model/document.ts'
import { plainLine } from '../../annotations/text/plain-line.ts'
import type { DocumentMatcher } from './match-document.ts'
import { newDocument } from './new-document.ts'
import type { ReadRecord } from './read-records.ts'

/** A record in its place: on a document of the project, or on one that is to be added. */
export type PreparedRecord = {
  file: string
  line: number | undefined
  document: Document
  isKnown: boolean
  settled: Settled
  kept: Record<string, unknown> | undefined
  beside: NativeBeside | undefined
  problems: AnnotatedProblem[]
}

/** Nobody has so many annotators of one text: each would be a file, a lock and a log. */
export const mostSets = 200

const repaired = new Set(['moved', 'other-unit', 'splits-character', 'duplicate-id', 'rounded'])

export const problemIn = (
  { file, line }: Pick<ReadRecord, 'file' | 'line'>,
  problem: FormatProblem,
): AnnotatedProblem => ({
  file,
  line,
  ...problem,
  what: repaired.has(problem.kind) ? 'repaired' : 'left-out',
})

/** Spans of the file's own text put onto the project's, where the two differ in white space. */
function carried(settled: Settled, document: Document, problems: FormatProblem[]): Settled {
  if (settled.text === document.text) return settled
  const carry = carrier(settled.text, document.text)
  if (!carry) return settled
  const sets = settled.sets.map(set => {
    const lost = new Set<string>()
    const annotations = set.annotations.flatMap(annotation => {
      const spans = annotation.spans.flatMap(span => carry(span) ?? [])
      if (spans.length === annotation.spans.length) return { ...annotation, spans }
      problems.push({ kind: 'no-place', element: annotation.id })
      lost.add(annotation.id)
      return []
    })
    const relations = set.relations.filter(({ from, to }) => !lost.has(from) && !lost.has(to))
    return { ...set, annotations, relations }
  })
  return { ...settled, text: document.text, sets }
}

/** Finds a record's document and puts its annotations there; or says why it cannot be. */
export async function prepareRecord(
  record: Extract<ReadRecord, { document: unknown }>,
  matcher: DocumentMatcher,
  at: Date,
): Promise<PreparedRecord | AnnotatedProblem> {
  const { file, line, document: foreign } = record
  const byName = foreign.id === undefined ? undefined : await matcher.named(foreign.id)
  const text = foreign.text ?? byName?.text
  if (text === undefined || plainLine(text) === '')
    return { file, line, kind: 'no-text', detail: foreign.id, what: 'rejected' }
  const { sets, problems: known = [] } = foreign
  const crowd: FormatProblem[] =
    sets.length > mostSets ? [{ kind: 'wrong-shape', detail: `${sets.length} > ${mostSets}` }] : []
  const few = { ...foreign, sets: sets.slice(0, mostSets), problems: [...known, ...crowd] }
  const settled = settle(few, text)
  const ours = foreign.text === undefined ? byName : await matcher.match(settled.text)
  const document = ours ?? newDocument(settled.text, foreign, file, at)
  const problems = [...settled.problems]
  const placed = carried(settled, document, problems)
  return {
    file,
    line,
    document,
    isKnown: ours !== undefined,
    settled: placed,
    kept: foreign.kept,
    beside: foreign.beside,
    problems: problems.map(problem => problemIn(record, problem)),
  }
}
