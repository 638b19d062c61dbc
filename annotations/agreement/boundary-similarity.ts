import { boundaryEdits } from './boundary-edits.ts'
import { type Measure, undefinedBecause } from './measure.ts'
import { bothPlaces, type SegmentationPair } from './segmentation.ts'
import { sum } from './tally.ts'

export type BoundaryOptions = {
  /** Boundaries fewer than this many places apart are near misses; 2 by default. */
  nt?: number
}

/**
 * Boundary similarity B (Fournier 2013): 1 - (additions + weighted near misses) / (those counted whole + matches); a
 * near miss d places apart weighs d / n_t.
 */
export const boundarySimilarity: Measure<SegmentationPair, BoundaryOptions> = {
  compute(pair, { nt = 2 } = {}) {
    const places = bothPlaces(pair)
    if ('kind' in places) return places
    const { matches, additions, nearMisses } = boundaryEdits(places.a, places.b, nt)
    const all = additions + nearMisses.length + matches
    if (all === 0) return undefinedBecause('no-boundaries')
    const value = 1 - (additions + sum(nearMisses) / nt) / all
    return { kind: 'value', value, observed: value }
  },
}
