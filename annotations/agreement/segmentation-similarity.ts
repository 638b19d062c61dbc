import { boundaryEdits } from './boundary-edits.ts'
import type { BoundaryOptions } from './boundary-similarity.ts'
import { type Measure, undefinedBecause } from './measure.ts'
import { bothPlaces, type SegmentationPair } from './segmentation.ts'
import { sum } from './tally.ts'

/** Segmentation similarity S (Fournier & Inkpen 2012): 1 - weighted edits / all places where a boundary could be. */
export const segmentationSimilarity: Measure<SegmentationPair, BoundaryOptions> = {
  compute(pair, { nt = 2 } = {}) {
    const places = bothPlaces(pair)
    if ('kind' in places) return places
    if (places.a.length === 0) return undefinedBecause('no-text')
    const { additions, nearMisses } = boundaryEdits(places.a, places.b, nt)
    const value = 1 - (additions + sum(nearMisses) / nt) / places.a.length
    return { kind: 'value', value, observed: value }
  },
}
