import { type Annotation, extentOf } from '../model/annotation.ts'
import type { Span } from '../model/span.ts'
import { butFor } from './likeness.ts'
import { contentSaid, placeSaid } from './saying.ts'

/** What annotators say of one thing: by annotator, nothing where one is silent. */
export type Group = (Annotation | undefined)[]

type Cluster = { said: Group; first: Annotation; key: string; start: number; end: number }
type Pair = { one: Cluster; two: Cluster; likeness: number }

/** Other labels on much the same words are another reading of them; on a few of them, something else. */
const much = 0.5

function sharedBy(a: readonly Span[], b: readonly Span[]): number {
  let shared = 0
  for (const one of a)
    for (const two of b)
      shared += Math.max(0, Math.min(one.end, two.end) - Math.max(one.start, two.start))
  return shared
}

const lengthOf = (spans: readonly Span[]) =>
  spans.reduce((sum, { start, end }) => sum + end - start, 0)

/** How alike two annotations are as readings of one thing; 0 where they are two things. */
function likenessOf(text: string, a: Annotation, b: Annotation): number {
  const label = a.label === b.label
  if (placeSaid(a) === placeSaid(b)) return label ? 5 : 3
  const shared = sharedBy(a.spans, b.spans)
  if (shared === 0) return 0
  const share = (2 * shared) / (lengthOf(a.spans) + lengthOf(b.spans))
  if (butFor(text, a, b)) return label ? 4 : 2.5
  if (label) return 1 + share
  return share >= much ? share : 0
}

const clash = (a: Group, b: Group) => a.some((one, at) => one && b[at])

/** Those that say the same to the letter, as often as each says it. */
function identical(sets: readonly (readonly Annotation[])[]): Cluster[] {
  const clusters = new Map<string, Cluster>()
  for (const [voice, annotations] of sets.entries()) {
    const times = new Map<string, number>()
    for (const annotation of annotations) {
      const content = contentSaid(annotation)
      const time = (times.get(content) ?? 0) + 1
      times.set(content, time)
      const key = `${content} ${time}`
      const known = clusters.get(key)
      if (known) known.said[voice] = annotation
      else {
        const said: Group = sets.map(() => undefined)
        said[voice] = annotation
        clusters.set(key, { said, first: annotation, key, ...extentOf(annotation) })
      }
    }
  }
  return [...clusters.values()]
}

const byKey = (a: Cluster, b: Cluster) =>
  a.start - b.start || b.end - a.end || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)

/** Pairs that overlap and could be one, the likest first; what decides ties is what is said, never who says it. */
function likely(text: string, clusters: readonly Cluster[]): Pair[] {
  const pairs: Pair[] = []
  let open: Cluster[] = []
  for (const two of clusters) {
    open = open.filter(({ end }) => end > two.start)
    for (const one of open) {
      if (clash(one.said, two.said)) continue
      const likeness = likenessOf(text, one.first, two.first)
      if (likeness > 0) pairs.push({ one, two, likeness })
    }
    open.push(two)
  }
  return pairs.sort((a, b) => b.likeness - a.likeness || byKey(a.one, b.one) || byKey(a.two, b.two))
}

/**
 * Groups of annotations that are readings of one thing, one of an annotator at the most, in text order. Equal ones
 * first; then, the likest first, those on the same place, those that differ by clitics and marks alone, those of one
 * label that overlap, those of two labels that share half their letters. The order of the sets does not matter.
 */
export function alignAnnotations(
  text: string,
  sets: readonly (readonly Annotation[])[],
): { said: Group; start: number; end: number }[] {
  const all = identical(sets).sort(byKey)
  const partial = all.filter(({ said }) => said.includes(undefined))
  const into = new Map<Cluster, Cluster>()
  const rootOf = (cluster: Cluster): Cluster => {
    let root = cluster
    for (let next = into.get(root); next; next = into.get(root)) root = next
    return root
  }
  for (const { one, two } of likely(text, partial)) {
    const [left, right] = [rootOf(one), rootOf(two)]
    if (left === right || clash(left.said, right.said)) continue
    for (const [voice, annotation] of right.said.entries())
      if (annotation) left.said[voice] = annotation
    left.start = Math.min(left.start, right.start)
    left.end = Math.max(left.end, right.end)
    into.set(right, left)
  }
  return all.filter(cluster => !into.has(cluster)).sort(byKey)
}
