import type { Remark } from '../../model/remark.ts'
import { type ForeignDocument, type ForeignSet, isRecord, textOr } from '../exchange/foreign.ts'
import type { Item } from './item.ts'

/** The name of something that was said, in a file of ours. */
export const ownComment = /^urn:isnad:([0-9a-f]{16})\/comments\/([A-Za-z0-9][\w.-]{0,63})$/
const ownElement = /^urn:isnad:[0-9a-f]{16}\/([^/]+)\/([A-Za-z0-9][\w.-]{0,63})$/

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value)

/** Annotations under the ids that they had here: comments name them by these. */
export function withOwnIds(set: ForeignSet): ForeignSet {
  const own = (id: string) => ownElement.exec(id)?.[2] ?? id
  return {
    ...set,
    annotations: set.annotations.map(one =>
      one.id === undefined ? one : { ...one, id: own(one.id) },
    ),
    relations: set.relations.map(one => ({
      ...one,
      ...(one.id !== undefined && { id: own(one.id) }),
      from: own(one.from),
      to: own(one.to),
    })),
  }
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

function remarkOf(item: Item): { author: string; remark: Remark } | undefined {
  const id = ownComment.exec(String(item.id))?.[2]
  const maker = first(item.creator)
  const body = first(item.body)
  const author = isRecord(maker) ? textOr(maker.name) : undefined
  const text = isRecord(body) ? textOr(body.value)?.trim() : undefined
  const at = textOr(item.created)
  if (id === undefined || author === undefined || !text || at === undefined) return undefined
  const target = first(item.target)
  const thread = ownComment.exec(String(target))?.[2]
  const [, annotator, annotation] = ownElement.exec(String(target)) ?? []
  const on = annotator === undefined ? undefined : { annotator: decoded(annotator), annotation }
  const remark: Remark = {
    ...{ kind: 'comment', id, at, text },
    ...(thread === undefined ? on && { on } : { thread }),
  }
  return { author, remark }
}

/** What was said of a document of ours, to be put where it is not known yet. */
export function commentsOf(id: string, items: readonly Item[]): Pick<ForeignDocument, 'beside'> {
  const own = items.filter(item => ownComment.exec(String(item.id))?.[1] === id)
  const remarks = own.flatMap(item => remarkOf(item) ?? [])
  return remarks.length > 0 ? { beside: { actors: [], remarks } } : {}
}
