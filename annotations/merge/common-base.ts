import { type LogEntry, perform } from '../model/action.ts'
import { type AnnotationSet, emptySet } from '../model/annotation-set.ts'
import { applyChanges } from '../model/change.ts'
import { backTo, pathTo } from '../model/history.ts'
import { sameValue } from './canonical-text.ts'
import { inferredBase } from './inferred-base.ts'
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

const said = ({ annotations, relations, status }: AnnotationSet) => ({
  annotations,
  relations,
  status,
})
const sameContent = (a: AnnotationSet, b: AnnotationSet) => sameValue(said(a), said(b))

/** Is a copy what its log says it is? Whoever wrote into it past the log is not believed about what came before. */
function isWhatItsLogSays(copy: Copy): boolean {
  const state = doneAgain(copy, keyOf(copy.set))
  return !state || sameContent(state, copy.set)
}

/** Two that worked at the very same instant have states of one name and of two contents. */
function isOneState(key: string, a: Copy, b: Copy): boolean {
  const entryOf = ({ log }: Copy) => log.find(entry => keyOf(afterEntry(entry)) === key)
  const [one, two] = [entryOf(a), entryOf(b)]
  if (one && two) return sameValue(one, two)
  const known = [a, b].flatMap(({ set, kept = [] }) => [
    ...kept.filter(state => keyOf(state) === key),
    ...(keyOf(set) === key ? [set] : []),
  ])
  const [first] = known
  return !first || known.every(state => sameContent(state, first))
}

/**
 * The newest state that both copies went through, found by taking back what was done since, by doing again what was done
 * until then, or among the states that were kept.
 */
export function commonBase(a: Copy, b: Copy): Base {
  const inA = statesOf(a)
  const common = [...statesOf(b)].filter(key => inA.has(key)).sort((x, y) => (x < y ? 1 : -1))
  const [backA, backB] = [a, b].map(copy => (isWhatItsLogSays(copy) ? takenBack : () => undefined))
  for (const key of common) {
    if (key === '0') {
      const { documentId, textDigest, annotator } = a.set
      return { set: emptySet(documentId, textDigest, annotator), how: 'log' }
    }
    if (!isOneState(key, a, b)) continue
    const state = backA?.(a, key) ?? backB?.(b, key) ?? doneAgain(a, key) ?? doneAgain(b, key)
    const heads = [a, b].filter(({ set, log }) => keyOf(set) === key && log.length === 0)
    if (state && heads.some(({ set }) => !sameContent(set, state))) continue
    if (state) return { set: state, how: 'log' }
    const kept = [...(a.kept ?? []), ...(b.kept ?? [])].find(one => keyOf(one) === key)
    if (kept) return { set: kept, how: 'backup' }
    const head = [a.set, b.set].find(set => keyOf(set) === key)
    if (head) return { set: head, how: 'log' }
  }
  const guess = inferredBase(a, b.set) ?? inferredBase(b, a.set)
  return guess ? { set: guess, how: 'inferred' } : { set: undefined, how: 'none' }
}
