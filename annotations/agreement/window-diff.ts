import type { Measure } from './measure.ts'
import { bothPlaces, type SegmentationPair, windowFor, windows } from './segmentation.ts'

export type WindowDiffOptions = {
  /** Places a window holds; by default half the mean length of the reference's segments. */
  k?: number
  /** Count how many boundaries differ, not whether they do. */
  weighted?: boolean
}

/** WindowDiff (Pevzner & Hearst 2002): the share of windows with different numbers of boundaries. An error: 0 is best. */
export const windowDiff: Measure<SegmentationPair, WindowDiffOptions> = {
  compute(pair, { k, weighted = false } = {}) {
    const places = bothPlaces(pair)
    if ('kind' in places) return places
    const size = windowFor(places.a, k)
    if (typeof size === 'object') return size
    let [wrong, all] = [0, 0]
    for (const [a, b] of windows(places, size)) {
      wrong += weighted ? Math.abs(a - b) : Number(a !== b)
      all++
    }
    return { kind: 'value', value: wrong / all, observed: wrong / all }
  },
}
