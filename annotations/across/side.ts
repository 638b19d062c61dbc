/** How a statement stands to what it is about; `neutral` only mentions it, or nothing was said of it. */
export const sides = ['for', 'against', 'neutral'] as const
export type Side = (typeof sides)[number]

/**
 * The side of a statement: what the coder said of its stand towards the proposition, else what its stance says, denials and
 * doubts being against (as in the statements exported for the Discourse Network Analyzer).
 */
export function sideOf(stance: string | null, towards: string | null): Side {
  if (towards === 'supports' || towards === 'qualifies') return 'for'
  if (towards === 'opposes') return 'against'
  if (towards === 'neutral' || stance === null) return 'neutral'
  return stance === 'denies' || stance === 'doubts' ? 'against' : 'for'
}
