import type { LogEntry } from '../model/action.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import { inverseOf } from '../model/change.ts'
import { changesBetween } from '../model/changes-between.ts'
import { newerHead } from './merged-head.ts'

const byTime = (a: LogEntry, b: LogEntry) =>
  a.revision - b.revision || (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)

const keyOf = ({ revision, at }: LogEntry) => `${revision} ${at}`

/** The merge as one action upon the later of the two, so that its history goes on and it can be taken back. */
export function mergeEntry(
  a: AnnotationSet,
  b: AnnotationSet,
  merged: AnnotationSet,
): LogEntry | undefined {
  const parent = newerHead(a, b)
  const changes = changesBetween(parent, merged)
  if (merged.revision !== parent.revision + 1 || merged.updated === undefined) return undefined
  if (changes.length === 0) return undefined
  return {
    revision: merged.revision,
    at: merged.updated,
    ...(parent.updated !== undefined && { base: parent.updated }),
    kind: 'merge',
    changes,
    inverse: inverseOf(parent, changes),
  }
}

/**
 * What was done in both copies, each action once, and how they became one: whoever merges again knows both for ancestors.
 * Of two actions of one moment that are not one, those of `parent`, which the merge goes on from, stay.
 */
export function mergedLog(
  parent: readonly LogEntry[],
  other: readonly LogEntry[],
  merge: LogEntry | undefined,
): LogEntry[] {
  const taken = new Set(parent.map(keyOf))
  const all = [...parent, ...other.filter(entry => !taken.has(keyOf(entry)))]
  return [...all, ...(merge ? [merge] : [])].sort(byTime)
}
