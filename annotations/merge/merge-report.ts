import { z } from 'zod'

/**
 * What became of one thing that two copies of a set do not hold alike: only one of them had it, one of them changed it,
 * took it away, took it away while the other worked on it (and it was kept), or both changed it to something else.
 */
const fateKinds = ['added', 'changed', 'removed', 'kept', 'clash'] as const

export const fate = z.strictObject({
  kind: z.enum(fateKinds),
  of: z.enum(['annotation', 'relation', 'status', 'set']),
  /** The annotation's or relation's id. */
  element: z.string().optional(),
  /** Whose doing it is; of a clash, whose word was kept. */
  from: z.enum(['a', 'b', 'both']),
  /** What they clash in, what was kept, and what the other says. */
  at: z.string().optional(),
  kept: z.unknown().optional(),
  other: z.unknown().optional(),
})
export type Fate = z.infer<typeof fate>

/** From what both copies are known to have begun: what Git says, their logs, their backups, what they hold; or it is not known. */
export const baseKinds = ['given', 'log', 'backup', 'inferred', 'none'] as const
export type BaseKind = (typeof baseKinds)[number]
