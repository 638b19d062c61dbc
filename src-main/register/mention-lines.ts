import type { MentionLine } from '../../annotations/api/register.ts'
import { type Annotation, extentOf, quoteOf } from '../../annotations/model/annotation.ts'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import type { OpenProject } from '../storage/projects.ts'

/** Letters of context on each side. */
const context = 60

const plain = (text: string) => text.replace(/\s+/gu, ' ')

/** Annotations in their lines, in the order of the corpus; `limit` of them are given their words. */
export async function mentionLines(
  { documents, index }: OpenProject,
  found: readonly { set: AnnotationSet; annotation: Annotation }[],
  limit: number,
): Promise<MentionLine[]> {
  const order = new Map(index.entries().map(({ id }, at) => [id, at]))
  const placed = [...found].sort(
    (a, b) =>
      (order.get(a.set.documentId) ?? 0) - (order.get(b.set.documentId) ?? 0) ||
      extentOf(a.annotation).start - extentOf(b.annotation).start ||
      (a.set.annotator < b.set.annotator ? -1 : 1),
  )
  const lines: MentionLine[] = []
  for (const { set, annotation } of placed.slice(0, limit)) {
    // An article that cannot be read is named when it is opened; its mentions are there all the same.
    const document = await documents.read(set.documentId).catch(() => undefined)
    const { start, end } = extentOf(annotation)
    const text = document?.text ?? ''
    lines.push({
      annotator: set.annotator,
      documentId: set.documentId,
      annotation: annotation.id,
      title: index.entry(set.documentId)?.title ?? set.documentId,
      label: annotation.label,
      start,
      end,
      before: plain(text.slice(Math.max(0, start - context), start)),
      quote: plain(quoteOf(annotation)),
      after: plain(text.slice(end, end + context)),
    })
  }
  return lines
}
