import { z } from 'zod'
import { elementId } from './annotation.ts'
import { annotator } from './annotator.ts'

/** Who or what settled a difference: a rule that was asked for, or a person who took, kept, refused or edited. */
const decisionWays = ['agreed', 'majority', 'union', 'take', 'both', 'neither', 'edit'] as const
export type DecisionWay = (typeof decisionWays)[number]

/** What is decided: an annotation, the chain that leaves one, or the relations from one to another. */
const decidedThings = ['annotation', 'chain', 'relation'] as const
export type DecidedThing = (typeof decidedThings)[number]

/** What one annotator had said when it was decided. */
const heard = z.strictObject({
  annotator,
  /** Of their set. */
  revision: z.int().nonnegative(),
  /** The annotations of their set that it was about; none where they said nothing. */
  elements: z.array(elementId),
  /** Of what they said (`review/digest.ts`): another one now is another thing said. */
  digest: z.string().regex(/^[0-9a-f]{16}$/),
})

/** Why a part of the gold set is as it is; kept in the gold set itself. */
export const decision = z.strictObject({
  id: elementId,
  about: z.enum(decidedThings),
  way: z.enum(decisionWays),
  /** Absent where a rule decided and no person asked for it by name. */
  by: annotator.optional(),
  at: z.iso.datetime(),
  reason: z.string().min(1).max(500).optional(),
  from: z.array(heard).min(1),
  /** Whose reading was taken. */
  took: z.array(annotator),
  /** Annotations of the gold set that came of it. */
  made: z.array(elementId),
  /** Something of it is still to be decided. */
  open: z.literal(true).optional(),
})
export type Decision = z.infer<typeof decision>

/** Keys in the order they are written in. */
export function canonicalDecision(decision: Decision): Decision {
  const { id, about, way, by, at, reason, from, took, made, open } = decision
  return {
    id,
    about,
    way,
    by,
    at,
    reason,
    from: from.map(({ annotator, revision, elements, digest }) => ({
      annotator,
      revision,
      elements,
      digest,
    })),
    took,
    made,
    open,
  }
}

export const byDecisionId = (a: Decision, b: Decision) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
