/** How much of the most a cell holds; a square root, so that little is still seen. */
export const shareOfMost = (count: number, most: number): Record<string, string> => ({
  '--share': `${Math.round(Math.sqrt(count / most) * 60)}%`,
})

/** Where a figure stands from no agreement to all of it, as a custom property that the style mixes its colour by. */
export const heat = (value: number | undefined): Record<string, string> =>
  value === undefined ? {} : { '--heat': `${Math.round(Math.max(0, Math.min(1, value)) * 100)}%` }
