import { type Annotation, extentOf } from './annotation.ts'

/** Annotations by place, for painting and pointing: what is in a stretch, what is at an offset, how deep it stacks. */
export type Placement = {
  /** Annotations that touch `start`–`end`, in the order of the set. Cost: the answer, plus a search. */
  within(start: number, end: number): Annotation[]
  /** Annotations with a span over `offset`, the shortest first. */
  at(offset: number): Annotation[]
  /** 0 for the outermost; each overlap or touch with another of the same label goes one deeper. */
  level(id: string): number
  get(id: string): Annotation | undefined
}

/** How many levels of one label are told apart; deeper ones share the last. */
export const deepest = 2

function levelsOf(annotations: readonly Annotation[]): Map<string, number> {
  const levels = new Map<string, number>()
  /** By label: where each level is taken until. */
  const taken = new Map<string, number[]>()
  for (const annotation of annotations) {
    const { start, end } = extentOf(annotation)
    const ends = taken.get(annotation.label) ?? []
    let level = ends.findIndex(until => until < start)
    if (level === -1) level = ends.length
    ends[level] = end
    taken.set(annotation.label, ends)
    levels.set(annotation.id, Math.min(level, deepest))
  }
  return levels
}

/** `annotations` sorted by place, as sets keep them. */
function placementOf(annotations: readonly Annotation[]): Placement {
  const extents = annotations.map(extentOf)
  const byId = new Map(annotations.map(annotation => [annotation.id, annotation]))
  const levels = levelsOf(annotations)
  /** The furthest end of all annotations up to and including each: below it nothing reaches further. */
  const furthest = new Float64Array(annotations.length)
  let far = 0
  for (const [at, { end }] of extents.entries()) {
    far = Math.max(far, end)
    furthest[at] = far
  }

  function within(start: number, end: number): Annotation[] {
    let low = 0
    let high = annotations.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((extents[middle]?.start as number) < end) low = middle + 1
      else high = middle
    }
    const found: Annotation[] = []
    for (let at = low - 1; at >= 0 && (furthest[at] as number) > start; at--)
      if ((extents[at]?.end as number) > start) found.push(annotations[at] as Annotation)
    return found.reverse()
  }

  function at(offset: number): Annotation[] {
    const length = (annotation: Annotation) => {
      const { start, end } = extentOf(annotation)
      return end - start
    }
    return within(offset, offset + 1)
      .filter(({ spans }) => spans.some(({ start, end }) => start <= offset && offset < end))
      .sort((a, b) => length(a) - length(b))
  }

  return { within, at, level: id => levels.get(id) ?? 0, get: id => byId.get(id) }
}

const known = new WeakMap<readonly Annotation[], Placement>()

/** The placement of a set's annotations; asked twice of the same list it is made once. */
export function placement(annotations: readonly Annotation[]): Placement {
  const made = known.get(annotations) ?? placementOf(annotations)
  known.set(annotations, made)
  return made
}
