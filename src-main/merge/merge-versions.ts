import { readFile } from 'node:fs/promises'
import type { MergedFileReport } from '../../annotations/api/merging.ts'
import { theFuller } from '../../annotations/merge/canonical-text.ts'
import { hasMarkers, sidesOf } from '../../annotations/merge/conflict-markers.ts'
import { mergeFiles, type Past } from '../../annotations/merge/merge-files.ts'
import { newerHead } from '../../annotations/merge/merged-head.ts'
import { mergedLog, mergeEntry } from '../../annotations/merge/merged-log.ts'
import type { LogEntry } from '../../annotations/model/action.ts'
import type { Unreadable } from '../../annotations/model/stored-format.ts'

/** One of the files that claim one place in a project: where it lies, what it says, what is known of its past. */
export type Version = { path: string; text: string; past: Past; from: 'a' | 'b' }

/** What belongs in the place, and what could not be brought into it. */
type Outcome = {
  text: string
  log: LogEntry[]
  /** Versions that stay outside, as they are. */
  aside: Version[]
  report: Omit<MergedFileReport, 'file'>
}

const reasonText = (reason: Unreadable | undefined) =>
  reason === undefined
    ? ''
    : reason.kind === 'newer'
      ? reason.format
      : `${reason.kind}: ${reason.detail}`

/** A version with Git's markers is two, and what they began from if it says that too. */
function sidesIn(version: Version): { versions: Version[]; base?: string | undefined } {
  const sides = hasMarkers(version.text) ? sidesOf(version.text) : undefined
  if (!sides) return { versions: [version] }
  // What is known of the past is of the side that was there first.
  const theirs: Version = { ...version, text: sides.b, past: { log: [] } }
  return { versions: [{ ...version, text: sides.a }, theirs], base: sides.base }
}

function mergeTwo(a: Version, b: Version, base: string | undefined): Outcome {
  const merged = mergeFiles({ a: a.text, b: b.text, base }, { a: a.past, b: b.past })
  const set = merged.kind === 'merged' ? merged.set : undefined
  const aLeads = !set || newerHead(set.a, set.b) === set.a
  const [parent, other] = aLeads ? [a, b] : [b, a]
  const log = (entry?: LogEntry) => mergedLog(parent.past.log, other.past.log, entry)
  if (merged.kind === 'merged') {
    const { fates, base: how, text } = merged
    const entry = set && mergeEntry(set.a, set.b, set.merged)
    const kind =
      text === a.text && text !== b.text
        ? 'newer-a'
        : text === b.text && text !== a.text
          ? 'newer-b'
          : 'merged'
    return { text, log: log(entry), aside: [], report: { kind, base: how, fates } }
  }
  if (merged.kind === 'unreadable') {
    const [readable, other] = merged.a && !merged.b ? [b, a] : [a, b]
    const detail = reasonText(merged.a ?? merged.b)
    return {
      text: readable.text,
      log: log(),
      aside: [other],
      report: { kind: 'unreadable', detail },
    }
  }
  const kept = theFuller(a.text, b.text) === a.text ? a : b
  return {
    text: kept.text,
    log: log(),
    aside: [kept === a ? b : a],
    report: { kind: 'kept-aside', detail: merged.detail },
  }
}

/** Everything that claims one place, brought into one: two by two, in an order that is the same whoever asks. */
export function mergeVersions(found: readonly Version[], given?: string): Outcome {
  const opened = found.map(sidesIn)
  const base = given ?? opened.find(one => one.base !== undefined)?.base
  const versions = opened.flatMap(one => one.versions)
  const [first, ...rest] = versions
  if (!first) throw new Error('nothing to merge')
  let done: Outcome = {
    text: first.text,
    log: [...first.past.log],
    aside: [],
    report: { kind: 'merged' },
  }
  for (const next of rest) {
    const past: Past = { log: done.log, kept: first.past.kept ?? [] }
    const one = mergeTwo({ ...first, text: done.text, past }, next, base)
    done = {
      ...one,
      aside: [...done.aside, ...one.aside],
      report: {
        ...one.report,
        fates: [...(done.report.fates ?? []), ...(one.report.fates ?? [])],
      },
    }
  }
  return done
}

export const readText = (path: string) => readFile(path, 'utf8')
