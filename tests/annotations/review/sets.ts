import type { Annotation } from '../../../annotations/model/annotation.ts'
import { byPlace } from '../../../annotations/model/annotation.ts'
import type { AnnotationSet } from '../../../annotations/model/annotation-set.ts'
import { byEnds, type Relation } from '../../../annotations/model/relation.ts'
import { spanOf } from '../../../annotations/model/span.ts'
import { contentSaid } from '../../../annotations/review/saying.ts'
import { documentOf } from '../../arabic-news.ts'

/** `[label, words, attributes]`; the words are where they first stand in the text. */
export type Told = [label: string, words: string, attributes?: Annotation['attributes']]
/** `[type, from, to, order]`, by number in the list above. */
export type Joined = [type: string, from: number, to: number, order?: number]

export function setOf(
  text: string,
  annotator: string,
  told: readonly Told[],
  joined: readonly Joined[] = [],
): AnnotationSet {
  const annotations = told.map(([label, words, attributes = {}], at): Annotation => {
    const start = text.indexOf(words)
    if (start === -1) throw new Error(`“${words}” is not in the text`)
    return {
      id: `${annotator[0] === 'ب' ? 'b' : 'a'}${at}`,
      label,
      spans: [spanOf(text, start, start + words.length)],
      attributes,
    }
  })
  const relations = joined.map(
    ([type, from, to, order], at): Relation => ({
      id: `r${at}`,
      type,
      from: annotations[from]?.id ?? '',
      to: annotations[to]?.id ?? '',
      ...(order === undefined ? {} : { order }),
    }),
  )
  const { id, textDigest } = documentOf(text)
  return {
    documentId: id,
    textDigest,
    annotator,
    status: 'submitted',
    revision: 1,
    annotations: annotations.sort(byPlace),
    relations: relations.sort(byEnds),
  }
}

/** What a set says, without ids: two that say the same are equal. */
export function saidIn({ annotations, relations }: AnnotationSet): string[] {
  const byId = new Map(annotations.map(annotation => [annotation.id, contentSaid(annotation)]))
  return [
    ...annotations.map(contentSaid),
    ...relations.map(
      ({ type, from, to, order }) => `${byId.get(from)} —${type} ${order ?? ''}→ ${byId.get(to)}`,
    ),
  ].sort()
}
