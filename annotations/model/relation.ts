import { z } from 'zod'
import { attributes, elementId } from './annotation.ts'

/** A typed link between two annotations of the same set; `order` counts from 1, the outermost of a chain. */
export const relation = z.strictObject({
  id: elementId,
  type: z.string().min(1),
  from: elementId,
  to: elementId,
  order: z.int().positive().optional(),
  /** What is said of the link itself: how a source is known, what a date dates. */
  attributes: attributes.optional(),
})
export type Relation = z.infer<typeof relation>

export function byEnds(a: Relation, b: Relation): number {
  const keys = (r: Relation) => [r.from, r.type, String(r.order ?? 0).padStart(6, '0'), r.to, r.id]
  const [one, two] = [keys(a), keys(b)]
  for (const [at, key] of one.entries()) {
    const other = two[at] as string
    if (key !== other) return key < other ? -1 : 1
  }
  return 0
}
