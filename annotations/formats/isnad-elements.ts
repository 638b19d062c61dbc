import type { Annotation } from '../model/annotation.ts'
import type { Relation } from '../model/relation.ts'
import type { IsnadLine } from './isnad-line.ts'

/** Relations have no names in the line, so they are given some that no annotation has. */
export function relationsOf({ annotations, relations }: IsnadLine): Relation[] {
  const taken = new Set(annotations.map(({ id }) => id))
  let count = 0
  const nextId = () => {
    do count++
    while (taken.has(`r${count}`))
    return `r${count}`
  }
  return relations.map(({ type, from, to, order, attributes }) => ({
    id: nextId(),
    type,
    from,
    to,
    ...(order === null ? {} : { order }),
    ...(attributes === undefined ? {} : { attributes }),
  }))
}

/** An annotation as the set had it, without what the line adds. */
export const annotationOf = ({
  id,
  label,
  spans,
  attributes,
  rule,
  form,
}: IsnadLine['annotations'][number]) =>
  ({
    id,
    label,
    spans: spans.map(({ start, end, quote }) => ({ start, end, quote })),
    attributes,
    ...(rule === undefined ? {} : { rule }),
    ...(form === undefined ? {} : { form }),
  }) satisfies Annotation
