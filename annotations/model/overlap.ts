import { type Annotation, extentOf } from './annotation.ts'
import type { OverlapPolicy } from './scheme.ts'

type Placed = Pick<Annotation, 'id' | 'spans'>

/** Do two annotations share a letter? Gaps of a discontinuous one are not its own. */
function share(a: Placed, b: Placed): boolean {
  return a.spans.some(one => b.spans.some(two => one.start < two.end && two.start < one.end))
}

/** Does every part of `inner` lie in a part of `outer`? */
function isInside(inner: Placed, outer: Placed): boolean {
  return inner.spans.every(one =>
    outer.spans.some(two => two.start <= one.start && one.end <= two.end),
  )
}

/** May these two lie as they do? Two on the very same words are one inside the other. */
export function mayLie(a: Placed, b: Placed, policy: OverlapPolicy): boolean {
  if (policy === 'any' || a.id === b.id || !share(a, b)) return true
  return policy === 'nested' && (isInside(a, b) || isInside(b, a))
}

/** Pairs that a policy forbids, found in one sweep by place. UTF-16 offsets. */
export function forbiddenOverlaps<T extends Placed>(
  annotations: readonly T[],
  policy: OverlapPolicy,
): [T, T][] {
  if (policy === 'any') return []
  const places = annotations
    .map(annotation => ({ annotation, ...extentOf(annotation) }))
    .sort((a, b) => a.start - b.start)
  const found: [T, T][] = []
  let open: typeof places = []
  for (const place of places) {
    open = open.filter(({ end }) => end > place.start)
    for (const { annotation } of open)
      if (!mayLie(annotation, place.annotation, policy)) found.push([annotation, place.annotation])
    open.push(place)
  }
  return found
}
