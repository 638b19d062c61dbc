import { type LogEntry, perform } from '../model/action.ts'
import { type AnnotationSet, emptySet } from '../model/annotation-set.ts'
import { applyChanges } from '../model/change.ts'
import { backTo, pathTo } from '../model/history.ts'
import { sameValue } from './canonical-text.ts'
import type { BaseKind } from './merge-report.ts'

/** A copy of a set with what is known of its past: what its log says was done, and earlier states that were kept. */
export type Copy = {
  set: AnnotationSet
  log: readonly LogEntry[]
  kept?: readonly AnnotationSet[]
}

export type Base = { set: AnnotationSet | undefined; how: BaseKind }

type Head = { revision: number; updated?: string | undefined }
const keyOf = ({ revision, updated }: Head) =>
  revision === 0 ? '0' : `${String(revision).padStart(12, '0')} ${updated}`

const afterEntry = ({ revision, at }: LogEntry): Head => ({ revision, updated: at })
const beforeEntry = ({ revision, base }: LogEntry): Head => ({
  revision: revision - 1,
  updated: base,
})

/** Every state a copy has gone through, as far as is known. */
function statesOf({ set, log, kept = [] }: Copy): Set<string> {
  return new Set([
    keyOf(set),
    ...log.flatMap(entry => [keyOf(afterEntry(entry)), keyOf(beforeEntry(entry))]),
    ...kept.map(keyOf),
  ])
}

/** The state a copy was in, found by taking back what was done since. */
function takenBack({ set, log }: Copy, key: string): AnnotationSet | undefined {
  const path = pathTo(set, log)
  const at = path.findIndex(entry => keyOf(beforeEntry(entry)) === key)
  const before = path[at]
  if (!before) return undefined
  return { ...applyChanges(set, backTo(path, before.revision - 1)), ...beforeEntry(before) }
}

/** The same found by doing again what the log says from the very first action, or from a state that was kept. */
function doneAgain({ set, log, kept = [] }: Copy, key: string): AnnotationSet | undefined {
  const last = log.find(entry => keyOf(afterEntry(entry)) === key)
  if (!last) return undefined
  const path = pathTo(afterEntry(last), log)
  for (let from = path.length; from >= 0; from--) {
    const next = path[from]
    const begun = next ? keyOf(beforeEntry(next)) : key
    const start =
      begun === '0'
        ? emptySet(set.documentId, set.textDigest, set.annotator)
        : kept.find(one => keyOf(one) === begun)
    if (start)
      return path.slice(from).reduce((state, entry) => perform(state, entry, entry.at).set, start)
  }
  return undefined
}

/**
 * A copy without any past of its own (a file that a synchronising tool has put beside another) that holds what was put into
 * the set by an action must have been made after that action: what was there then and is not in it, its owner took away.
 */
function inferred(known: Copy, other: AnnotationSet): AnnotationSet | undefined {
  const path = pathTo(known.set, known.log)
  const has = (entry: LogEntry) =>
    entry.changes.some(
      change =>
        (change.kind === 'put-annotation' &&
          other.annotations.some(one => sameValue(one, change.annotation))) ||
        (change.kind === 'put-relation' &&
          other.relations.some(one => sameValue(one, change.relation))),
    )
  const last = path.findLast(entry => entry.revision <= other.revision && has(entry))
  if (!last) return undefined
  return { ...applyChanges(known.set, backTo(path, last.revision)), ...afterEntry(last) }
}

/**
 * The newest state that both copies went through. Whoever wrote into one of them past its log, without saying so by its
 * revision, is not believed about what came before.
 */
export function commonBase(a: Copy, b: Copy): Base {
  const inA = statesOf(a)
  const common = [...statesOf(b)].filter(key => inA.has(key)).sort((x, y) => (x < y ? 1 : -1))
  const sameHead = keyOf(a.set) === keyOf(b.set)
  for (const key of common) {
    const kept = [...(a.kept ?? []), ...(b.kept ?? [])].find(one => keyOf(one) === key)
    if (kept) return { set: kept, how: 'backup' }
    if (key === '0') {
      const { documentId, textDigest, annotator } = a.set
      return { set: emptySet(documentId, textDigest, annotator), how: 'log' }
    }
    const walked = sameHead ? undefined : (takenBack(a, key) ?? takenBack(b, key))
    const state = walked ?? doneAgain(a, key) ?? doneAgain(b, key)
    if (state) return { set: state, how: 'log' }
    if (sameHead) continue
    const head = [a.set, b.set].find(set => keyOf(set) === key)
    if (head) return { set: head, how: 'log' }
  }
  const guess = inferred(a, b.set) ?? inferred(b, a.set)
  return guess ? { set: guess, how: 'inferred' } : { set: undefined, how: 'none' }
}
