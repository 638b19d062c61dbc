import { type Actor, actorKinds } from '../model/actor.ts'
import { annotator } from '../model/annotator.ts'
import type { Remark, RemarkTarget } from '../model/remark.ts'
import type { IsnadLine } from './isnad-line.ts'

/** What a native line says beside annotations: who the actors are, and what was said about them. */
export type NativeBeside = { actors: Actor[]; remarks: { author: string; remark: Remark }[] }

const kindOf = (kind: string | null): Actor['kind'] =>
  actorKinds.find(known => known === kind) ?? 'other'

/**
 * The actors that a line names. What an annotation points to may have been merged into another, which then speaks for
 * it: it is merged again.
 */
export function actorsIn({ annotations }: IsnadLine): Actor[] {
  const found = new Map<string, Actor>()
  for (const { actor, attributes } of annotations) {
    const { actor: said } = attributes
    if (!actor || actor.id === null || actor.name === null || actor.name === '') continue
    const { id, name } = actor
    const entry: Actor = {
      ...{ id, name: { ar: name }, kind: kindOf(actor.kind) },
      ...{ aliases: [], titles: [], notes: '', externalIds: {} },
    }
    if (!found.has(id)) found.set(id, entry)
    if (typeof said === 'string' && said !== id && !found.has(said))
      found.set(said, { ...entry, id: said, mergedInto: id })
  }
  return [...found.values()]
}

/** The comments of a line as their authors' remarks; a thread that was closed is closed when the last of it was said. */
export function remarksIn({ comments = [], set }: IsnadLine): NativeBeside['remarks'] {
  const latest = new Map<string, string>()
  for (const { thread, at } of comments) if ((latest.get(thread) ?? '') < at) latest.set(thread, at)
  return comments.flatMap(({ id, author, at, text, thread, annotation, span, resolved }) => {
    if (!annotator.safeParse(author).success || text.trim() === '') return []
    const on: RemarkTarget = {
      ...(annotation !== null && { annotator: set.annotator, annotation }),
      ...(span && { span: { start: span.start, end: span.end, quote: span.quote } }),
    }
    const begins = thread === id
    const remark: Remark = {
      ...{ kind: 'comment', id, at, text: text.trim() },
      ...(!begins && { thread }),
      ...(begins && Object.keys(on).length > 0 && { on }),
    }
    const closed: Remark[] =
      begins && resolved
        ? [{ kind: 'resolve', id: `${id.slice(0, 54)}.resolved`, at: latest.get(id) ?? at, thread }]
        : []
    return [remark, ...closed].map(remark => ({ author, remark }))
  })
}
