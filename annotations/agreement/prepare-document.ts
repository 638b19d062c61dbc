import type { Annotation } from '../model/annotation.ts'
import { holds } from '../model/span.ts'
import { wordsOf } from '../text/boundaries.ts'
import { paragraphsOf, type Stretch } from '../text/paragraphs.ts'
import { coreOf } from './core-span.ts'
import type { Mark, Marked, Prepared, Study, StudyDocument, StudySet } from './study-document.ts'

/** Something that kept work out of the comparison, said rather than passed over. */
export type StudyNote =
  | { kind: 'one-annotator'; document: string; title: string; annotator: string }
  | { kind: 'not-begun'; document: string; title: string; annotator: string }
  | { kind: 'nothing-marked'; document: string; title: string; annotator: string }
  | { kind: 'bad-spans'; document: string; title: string; annotator: string; count: number }

function sound(text: string, { spans }: Annotation): boolean {
  return (
    spans.length > 0 &&
    spans.every(
      span =>
        span.start >= 0 && span.end > span.start && span.end <= text.length && holds(text, span),
    )
  )
}

function markOf(
  annotation: Annotation,
  label: number,
  parts: readonly (readonly [number, number])[],
): Mark {
  const [first = [0, 0] as const] = parts
  const end = parts.reduce((most, part) => Math.max(most, part[1]), first[1])
  const place = parts.map(([from, to]) => `${from}-${to}`).join(',')
  return { annotation, label, start: first[0], end, parts, place }
}

function marksOf(
  document: StudyDocument,
  { annotations }: StudySet,
  study: Study,
  words: readonly Stretch[],
): Mark[] {
  const marks: Mark[] = []
  for (const annotation of annotations) {
    const label = study.labels.indexOf(annotation.label)
    if (label === -1 || !sound(document.text, annotation)) continue
    const parts = annotation.spans.map((span): readonly [number, number] => {
      if (study.matching === 'exact') return [span.start, span.end]
      const { start, end } = coreOf(document.text, span, words)
      return [start, end]
    })
    marks.push(markOf(annotation, label, parts))
  }
  return marks.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** A document as it can be compared, and what was left out of it. Fewer than two annotators: nothing to compare. */
export function prepareDocument(
  document: StudyDocument,
  study: Study,
): { prepared: Prepared | undefined; notes: StudyNote[] } {
  const notes: StudyNote[] = []
  const about = ({ annotator }: StudySet) => ({
    document: document.id,
    title: document.title,
    annotator,
  })
  const sets = document.sets.filter(set => study.annotators.includes(set.annotator))
  const begun = sets.filter(set => set.annotations.length > 0 || set.finished)
  for (const set of sets) {
    if (!begun.includes(set)) notes.push({ kind: 'not-begun', ...about(set) })
    else if (set.annotations.length === 0) notes.push({ kind: 'nothing-marked', ...about(set) })
    const count = set.annotations.filter(annotation => !sound(document.text, annotation)).length
    if (count > 0) notes.push({ kind: 'bad-spans', ...about(set), count })
  }
  const [only] = begun
  if (begun.length === 1 && only) notes.push({ kind: 'one-annotator', ...about(only) })
  if (begun.length < 2) return { prepared: undefined, notes }
  const words = wordsOf(document.text)
  const marked: Marked[] = begun
    .map(set => ({
      annotator: study.annotators.indexOf(set.annotator),
      marks: marksOf(document, set, study, words),
      relations: set.relations,
    }))
    .sort((a, b) => a.annotator - b.annotator)
  const blocks = study.paragraphs
    ? paragraphsOf(document.text)
        .filter(({ start, end }) => end > start)
        .map(({ start }) => start)
    : [0]
  return { prepared: { document, marked, words, blocks: blocks.length > 0 ? blocks : [0] }, notes }
}
