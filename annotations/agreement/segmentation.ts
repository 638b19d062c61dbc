import { type Undefined, undefinedBecause } from './measure.ts'

/** Masses (the length of each segment, in units), or a string of places between units: '1' a boundary, '0' none. */
export type Segmentation = readonly number[] | string

/** `a` is the reference where a measure knows one. */
export type SegmentationPair = { a: Segmentation; b: Segmentation }

/** Every place where a boundary could be: true where there is one. */
function placesOf(segmentation: Segmentation): boolean[] | Undefined {
  if (typeof segmentation === 'string') {
    if (/[^01]/.test(segmentation)) return undefinedBecause('bad-unit', segmentation)
    return [...segmentation].map(place => place === '1')
  }
  const places: boolean[] = []
  for (const mass of segmentation) {
    if (!Number.isInteger(mass) || mass < 1) return undefinedBecause('bad-unit', String(mass))
    for (let at = 1; at < mass; at++) places.push(false)
    places.push(true)
  }
  places.pop()
  return places
}

/** Both as places, if they are of one text. */
export function bothPlaces({ a, b }: SegmentationPair): { a: boolean[]; b: boolean[] } | Undefined {
  const [one, two] = [placesOf(a), placesOf(b)]
  if ('kind' in one) return one
  if ('kind' in two) return two
  if (one.length !== two.length) return undefinedBecause('different-lengths')
  return { a: one, b: two }
}

const countBoundaries = (places: readonly boolean[]): number => places.filter(Boolean).length

/** Half the mean length of the reference's segments, rounded (Beeferman, Berger & Lafferty 1999). */
export function windowFor(
  reference: readonly boolean[],
  k: number | undefined,
): number | Undefined {
  if (k !== undefined)
    return Number.isInteger(k) && k >= 1 && k <= reference.length
      ? k
      : undefinedBecause('bad-window', String(k))
  const boundaries = countBoundaries(reference)
  if (boundaries === 0) return undefinedBecause('no-boundaries')
  const half = Math.max(1, Math.round(reference.length / (boundaries * 2)))
  return half
}

/** How many boundaries each window of k places holds in both. */
export function* windows(
  { a, b }: { a: readonly boolean[]; b: readonly boolean[] },
  k: number,
): Generator<readonly [number, number]> {
  const within = (places: readonly boolean[], from: number) =>
    countBoundaries(places.slice(from, from + k))
  for (let from = 0; from + k <= a.length; from++) yield [within(a, from), within(b, from)]
}
