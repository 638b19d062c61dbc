/** What a format could not hold of what was to be written, in the order it is said. */
export const lossKinds = [
  'labels',
  'overlaps',
  'discontinuous',
  'sub-word',
  'white-space',
  'attributes',
  'relations',
  'order',
  'annotators',
  'metadata',
  'empty-sets',
  'control-characters',
  'comments',
] as const
export type LossKind = (typeof lossKinds)[number]

/** How many of each kind; a kind that is not there is none. */
export type Losses = Partial<Record<LossKind, number>>

export function addLosses(sum: Losses, more: Losses): void {
  for (const kind of lossKinds) if (more[kind]) sum[kind] = (sum[kind] ?? 0) + (more[kind] ?? 0)
}

export const isLossless = (losses: Losses) => lossKinds.every(kind => !losses[kind])
