import type { Output } from '../../annotations/api/contract.ts'
import { type Annotation, extentOf, quoteOf } from '../../annotations/model/annotation.ts'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import type { Decision } from '../../annotations/model/decision.ts'
import type { Document } from '../../annotations/model/document.ts'
import { sentenceAt } from '../../annotations/text/sentences.ts'
import { findSets } from '../storage/find-sets.ts'
import type { OpenProject } from '../storage/projects.ts'
import { readSet } from '../storage/read-set.ts'

type Examples = Output<'guidelines.examples'>['examples']

/** So many documents are looked at: an example is wanted, not all of them. */
const looked = 200

/** What a person decided against somebody and said why teaches most; then what was disputed; then what nobody disputes. */
function rankOf(decision: Decision | undefined): number {
  if (decision?.reason !== undefined) return 0
  return decision && ['take', 'both', 'edit'].includes(decision.way) ? 1 : 2
}

function exampleOf(
  document: Document,
  annotation: Annotation,
  decision: Decision | undefined,
): Examples[number] | undefined {
  const { start, end } = extentOf(annotation)
  const words = quoteOf(annotation)
  const [first, last] = [start, end - 1].map(offset => sentenceAt(document.text, offset))
  const text = document.text.slice(first?.start, last?.end).trim()
  if (!text.includes(words)) return undefined
  const { reason, by } = decision ?? {}
  return {
    label: annotation.label,
    documentId: document.id,
    annotation: annotation.id,
    title: document.title,
    text,
    words,
    ...(reason !== undefined && { reason, ...(by !== undefined && { by }) }),
  }
}

/** Of one document's gold set the best example of each label, and how good it is. */
function bestOf(document: Document, { annotations, decisions = [] }: AnnotationSet) {
  const cameOf = new Map(
    decisions
      .filter(({ about }) => about === 'annotation')
      .flatMap(decision => decision.made.map((id): [string, Decision] => [id, decision])),
  )
  const best = new Map<string, { rank: number; example: Examples[number] }>()
  for (const annotation of annotations) {
    const decision = cameOf.get(annotation.id)
    const rank = rankOf(decision)
    if (rank >= (best.get(annotation.label)?.rank ?? Number.POSITIVE_INFINITY)) continue
    const example = exampleOf(document, annotation, decision)
    if (example) best.set(annotation.label, { rank, example })
  }
  return best
}

/**
 * Sentences of the gold set that each label is put on, one of a document: those first that somebody had to decide, with the
 * reason that was given.
 */
export async function goldExamples(open: OpenProject, limit: number): Promise<Examples> {
  const { paths, project, documents } = open
  const ids = (await findSets(paths, () => {})).get('gold') ?? []
  const found: { rank: number; example: Examples[number] }[] = []
  for (const id of ids.slice(0, looked)) {
    const set = await readSet(paths, 'gold', id).catch(() => undefined)
    const document = set && (await documents.read(id).catch(() => undefined))
    if (set && document) found.push(...bestOf(document, set).values())
  }
  return project.scheme.labels.flatMap(({ id }) =>
    found
      .filter(({ example }) => example.label === id)
      .sort((a, b) => a.rank - b.rank)
      .slice(0, limit)
      .map(({ example }) => example),
  )
}
