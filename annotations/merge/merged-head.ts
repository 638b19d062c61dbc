import type { AnnotationSet } from '../model/annotation-set.ts'
import { canonicalText } from './canonical-text.ts'

type Head = Pick<AnnotationSet, 'revision' | 'updated'>

/** Of two copies the one with the later head, the same one whoever asks. */
export function newerHead(a: AnnotationSet, b: AnnotationSet): AnnotationSet {
  if (a.revision !== b.revision) return a.revision > b.revision ? a : b
  const [one, two] = [a.updated ?? '', b.updated ?? '']
  if (one !== two) return one > two ? a : b
  return canonicalText(a) >= canonicalText(b) ? a : b
}

/** FNV-1a, 32 bits: enough to tell two merges apart, and no clock is asked. */
function digest(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0
  return hash
}

/** Milliseconds after the later of two states in which their merge is dated. */
const within = 60_000

/**
 * The revision and time of a merge: after both, and the same on every machine that merges the same two, so that two people
 * who do so hold the same bytes. By the time a merge is known from another of the same revision.
 */
export function mergedHead(a: AnnotationSet, b: AnnotationSet): Head {
  const texts = [canonicalText(a), canonicalText(b)].sort().join('\n')
  const last = Math.max(...[a, b].map(({ updated }) => Date.parse(updated ?? '1970-01-01')))
  return {
    revision: Math.max(a.revision, b.revision) + 1,
    updated: new Date(last + 1 + (digest(texts) % within)).toISOString(),
  }
}
