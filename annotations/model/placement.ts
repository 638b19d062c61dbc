import { countWhile } from '../text/count-while.ts'
import { type Annotation, extentOf } from './annotation.ts'
import type { Span } from './span.ts'

/** Annotations by place, for painting and pointing: what is in a stretch, what is at an offset, how deep it stacks. */
export type Placement = {
  /** Annotations that touch `start`–`end`, in the order of the set. Cost: the answer, plus a search. */
  within(start: number, end: number): Annotation[]
  /** Annotations with a span over `offset`, the shortest first. */
  at(offset: number): Annotation[]
  /** 0 for the outermost; each overlap or touch with another of the same label goes one deeper. */
  level(annotation: Annotation): number
  get(id: string): Annotation | undefined
}

/** How many levels of one label are told apart; deeper ones share the last. */
export const deepest = 2

/** Levels of `annotations` from `first` up to `last`, which nothing before reaches into. */
function addLevels(
  levels: Map<string, number>,
  annotations: readonly Annotation[],
  first: number,
  last: number,
) {
  /** By label: where each level is taken until. */
  const taken = new Map<string, number[]>()
  for (let at = first; at < last; at++) {
    const annotation = annotations[at] as Annotation
    const { start, end } = extentOf(annotation)
    const ends = taken.get(annotation.label) ?? []
    let level = ends.findIndex(until => until < start)
    if (level === -1) level = ends.length
    ends[level] = end
    taken.set(annotation.label, ends)
    levels.set(annotation.id, Math.min(level, deepest))
  }
}

/** `annotations` sorted by place, as sets keep them. Made anew for every change, so it only looks where it is asked. */
function placementOf(annotations: readonly Annotation[]): Placement {
  const count = annotations.length
  const starts = new Float64Array(count)
  /** The furthest end of all annotations up to and including each: below it nothing reaches further. */
  const furthest = new Float64Array(count)
  let far = 0
  for (let at = 0; at < count; at++) {
    const { spans } = annotations[at] as Annotation
    starts[at] = (spans[0] as Span).start
    for (let span = 0; span < spans.length; span++) far = Math.max(far, (spans[span] as Span).end)
    furthest[at] = far
  }
  let byId: Map<string, Annotation> | undefined
  const levels = new Map<string, number>()

  const firstFrom = (start: number) => countWhile(count, at => (starts[at] as number) < start)

  function within(start: number, end: number): Annotation[] {
    const found: Annotation[] = []
    for (let at = firstFrom(end) - 1; at >= 0 && (furthest[at] as number) > start; at--)
      if (extentOf(annotations[at] as Annotation).end > start)
        found.push(annotations[at] as Annotation)
    return found.reverse()
  }

  function level(annotation: Annotation): number {
    const known = levels.get(annotation.id)
    if (known !== undefined) return known
    let first = firstFrom(extentOf(annotation).start)
    while (first > 0 && (furthest[first - 1] as number) >= (starts[first] as number)) first--
    let last = first + 1
    while (last < count && (starts[last] as number) <= (furthest[last - 1] as number)) last++
    addLevels(levels, annotations, first, last)
    return levels.get(annotation.id) ?? 0
  }

  let asked = 0
  function get(id: string): Annotation | undefined {
    // One answer is found sooner than a map of all is made, and most lists are asked once before the next change.
    if (!byId && asked++ < 4) return annotations.find(annotation => annotation.id === id)
    byId ??= new Map(annotations.map(annotation => [annotation.id, annotation]))
    return byId.get(id)
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

  return { within, at, level, get }
}

const known = new WeakMap<readonly Annotation[], Placement>()

/** The placement of a set's annotations; asked twice of the same list it is made once. */
export function placement(annotations: readonly Annotation[]): Placement {
  const made = known.get(annotations) ?? placementOf(annotations)
  known.set(annotations, made)
  return made
}
