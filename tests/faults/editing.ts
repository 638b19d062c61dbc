import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import type { Change } from '../../annotations/model/change.ts'
import { spanOf } from '../../annotations/model/span.ts'

/** How many of the numbered annotations stand at a time, so that a set stays small however long one edits. */
const standing = 60

const idOf = (n: number) => `e${n}`

/** The `n`th edit: a new annotation on a letter of the article, and the one of long ago gone. */
export function edit(text: string, n: number): Change[] {
  const start = text.indexOf('سعاد') + (n % 4)
  const put: Change = {
    kind: 'put-annotation',
    annotation: {
      id: idOf(n),
      label: 'cue',
      spans: [spanOf(text, start, start + 1)],
      attributes: {},
    },
  }
  return n < standing ? [put] : [put, { kind: 'remove-annotation', id: idOf(n - standing) }]
}

/**
 * How many acknowledged edits, of which `last` was the last, are missing from a set. One edit more may be there: the one
 * that was under way, written and not yet acknowledged.
 */
export function missing(set: Pick<AnnotationSet, 'annotations'>, last: number): number {
  const ids = new Set(set.annotations.map(({ id }) => id))
  const more = ids.has(idOf(last + 1)) ? 1 : 0
  let gone = 0
  for (let n = Math.max(0, last - standing + 1 + more); n <= last; n++)
    if (!ids.has(idOf(n))) gone++
  return gone
}
