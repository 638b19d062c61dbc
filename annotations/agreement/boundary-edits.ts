export type BoundaryEdits = {
  matches: number
  /** Boundaries of one alone that are near no boundary of the other. */
  additions: number
  /** How far apart the two of each near miss are. */
  nearMisses: number[]
}

/**
 * Fournier (2013), boundary edit distance for boundaries of one type: what the two share is a match; of the rest, two
 * fewer than `nt` places apart are a near miss, the nearest taken first; what is left was added by one or the other.
 */
export function boundaryEdits(
  a: readonly boolean[],
  b: readonly boolean[],
  nt: number,
): BoundaryEdits {
  const onlyA: number[] = []
  const onlyB: number[] = []
  let matches = 0
  for (const [at, boundary] of a.entries()) {
    if (boundary && b[at]) matches++
    else if (boundary) onlyA.push(at)
    else if (b[at]) onlyB.push(at)
  }
  const nearMisses: number[] = []
  const used = new Set<number>()
  let left = onlyA
  for (let reach = 1; reach < nt; reach++)
    left = left.filter(at => {
      const near = onlyB.find(other => !used.has(other) && Math.abs(other - at) === reach)
      if (near === undefined) return true
      used.add(near)
      nearMisses.push(reach)
      return false
    })
  return { matches, additions: left.length + onlyB.length - used.size, nearMisses }
}
