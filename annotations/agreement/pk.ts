import type { Measure } from './measure.ts'
import { bothPlaces, type SegmentationPair, windowFor, windows } from './segmentation.ts'

export type PkOptions = {
  /** Places a window holds; by default half the mean length of the reference's segments. */
  k?: number
}

/** P_k (Beeferman, Berger & Lafferty 1999): the share of windows where one sees a boundary and the other none. An error: 0 is best. */
export const pk: Measure<SegmentationPair, PkOptions> = {
  compute(pair, { k } = {}) {
    const places = bothPlaces(pair)
    if ('kind' in places) return places
    const size = windowFor(places.a, k)
    if (typeof size === 'object') return size
    let [wrong, all] = [0, 0]
    for (const [a, b] of windows(places, size)) {
      wrong += Number(a > 0 !== b > 0)
      all++
    }
    return { kind: 'value', value: wrong / all, observed: wrong / all }
  },
}
