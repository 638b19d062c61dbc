import { type Annotation, quoteOf } from '../../annotations/model/annotation.ts'
import type { RemarkTarget } from '../../annotations/model/remark.ts'
import { spanOf } from '../../annotations/model/span.ts'
import type { Stretch } from '../../annotations/text/paragraphs.ts'
import { goTo, moveCaret, type OpenDocument, select } from '../state/editor.ts'
import { say } from '../strings/words.ts'

/** Letters of a quote shown in one line. */
const shown = 60
const short = (text: string) => (text.length > shown ? `${text.slice(0, shown)}…` : text)

/** What a new comment would be about. */
export function targetHere(
  open: OpenDocument,
  annotation: Annotation | undefined,
  { start, end }: Stretch,
): RemarkTarget {
  if (annotation) return { annotator: open.set.annotator, annotation: annotation.id }
  return start < end ? { span: spanOf(open.document.text, start, end) } : {}
}

/** An annotation of the set that is open, if the target is one. */
const annotationOf = (on: RemarkTarget, { set }: OpenDocument): Annotation | undefined =>
  on.annotator === set.annotator
    ? set.annotations.find(({ id }) => id === on.annotation)
    : undefined

export function targetWords(on: RemarkTarget, open: OpenDocument): string {
  if (on.annotation !== undefined) {
    const annotation = annotationOf(on, open)
    if (annotation) return say('comments.annotation', { quote: short(quoteOf(annotation)) })
    return on.annotator === open.set.annotator
      ? say('comments.gone')
      : say('comments.of', { annotator: on.annotator ?? '' })
  }
  return on.span
    ? say('comments.passage', { quote: short(on.span.quote) })
    : say('comments.document')
}

/** Bring what is meant into view; false where it is nowhere to be seen. */
export function goToTarget(on: RemarkTarget, open: OpenDocument): boolean {
  const annotation = annotationOf(on, open)
  if (annotation) goTo(annotation)
  else if (on.span && open.document.text.slice(on.span.start, on.span.end) === on.span.quote) {
    moveCaret(on.span.start)
    select(on.span.start, on.span.end)
  } else return false
  return true
}
