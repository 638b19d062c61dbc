import type { AnnotationSet } from '../model/annotation-set.ts'
import { byTime, type Remarks } from '../model/remark.ts'
import {
  storedActor,
  storedDocument,
  storedExceptions,
  storedProject,
  storedProposition,
  storedSet,
} from '../model/stored.ts'
import { type Parsed, parseFormat, type Stored, type Unreadable } from '../model/stored-format.ts'
import { storedAssignment, storedGuideline, storedRemarks } from '../model/stored-people.ts'
import { theFuller } from './canonical-text.ts'
import { type Base, type Copy, commonBase } from './common-base.ts'
import type { BaseKind, Fate } from './merge-report.ts'
import { mergeSets } from './merge-sets.ts'
import { mergeValue } from './merge-value.ts'

/** Two copies of one file of a project, and what both began from, where that is known. */
export type FileCopies = { base?: string | undefined; a: string; b: string }

export type MergedFile =
  | {
      kind: 'merged'
      text: string
      fates: Fate[]
      base: BaseKind
      /** Of a set: what it was made of and what it is now. */
      set?: { a: AnnotationSet; b: AnnotationSet; merged: AnnotationSet }
    }
  /** One of them, or both, cannot be read. */
  | { kind: 'unreadable'; a?: Unreadable; b?: Unreadable }
  /** They are of different things. */
  | { kind: 'apart'; detail: string }

/** What a copy of a set is known to have gone through. */
export type Past = Pick<Copy, 'log' | 'kept'>

function isFile(text: string, { format }: { format: string }): boolean {
  const [name] = format.split('/')
  return new RegExp(`"format"\\s*:\\s*"${name}/[1-9]`).test(text)
}

const reasonOf = (parsed: Parsed<unknown>) => (parsed.ok ? undefined : parsed.reason)

function unreadable(a: Parsed<unknown>, b: Parsed<unknown>): MergedFile {
  const [one, two] = [reasonOf(a), reasonOf(b)]
  return { kind: 'unreadable', ...(one && { a: one }), ...(two && { b: two }) }
}

function mergeSetFiles({ base, a, b }: FileCopies, pasts: { a: Past; b: Past }): MergedFile {
  const [one, two] = [storedSet.parse(a), storedSet.parse(b)]
  if (!one.ok || !two.ok) return unreadable(one, two)
  const [setA, setB] = [one.value, two.value]
  if (setA.documentId !== setB.documentId || setA.annotator !== setB.annotator)
    return { kind: 'apart', detail: `${setA.annotator}/${setB.annotator}` }
  if (setA.textDigest !== setB.textDigest) return { kind: 'apart', detail: setB.textDigest }
  const given = base === undefined ? undefined : storedSet.parse(base)
  const begun: Base = given?.ok
    ? { set: given.value, how: 'given' }
    : commonBase({ set: setA, ...pasts.a }, { set: setB, ...pasts.b })
  const { set: merged, fates } = mergeSets({ base: begun.set, a: setA, b: setB })
  return {
    kind: 'merged',
    text: storedSet.stringify(merged),
    fates,
    base: begun.how,
    set: { a: setA, b: setB, merged },
  }
}

/** What is said stays said: all of it. */
function mergeRemarks(a: Remarks, b: Remarks): Remarks {
  const all = new Map<string, Remarks['remarks'][number]>()
  for (const one of [...a.remarks, ...b.remarks]) {
    const known = all.get(one.id)
    all.set(one.id, known ? theFuller(known, one) : one)
  }
  return {
    documentId: a.documentId,
    author: a.author,
    remarks: [...all.values()].sort(byTime),
    read: [...new Set([...a.read, ...b.read])].sort(),
  }
}

function mergeRemarkFiles({ a, b }: FileCopies): MergedFile {
  const [one, two] = [storedRemarks.parse(a), storedRemarks.parse(b)]
  if (!one.ok || !two.ok) return unreadable(one, two)
  if (one.value.author !== two.value.author || one.value.documentId !== two.value.documentId)
    return { kind: 'apart', detail: two.value.author }
  const text = storedRemarks.stringify(mergeRemarks(one.value, two.value))
  return { kind: 'merged', text, fates: [], base: 'none' }
}

/** Taken whole: where a text came from is one story. */
const whole = (at: string) => at === 'origin'
/** Of a document: what its letters are, and what their dates are counted from. */
const stretches = (at: string) => at === 'regions' || at === 'anchors'
/** Of what two people did alike at two times, neither is wrong. */
const ofTimes = (at: string) => /^(origin|created)(\.|$)/.test(at)

type Raw = Record<string, unknown>
const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null

/** A record of any kind, merged by its keys; one whose format is not known here is written as it is read. */
function mergeRecords(
  { base, a, b }: FileCopies,
  format: string,
  write: (raw: Raw) => string,
): MergedFile {
  const [one, two] = [parseFormat(a, format), parseFormat(b, format)]
  if (!one.ok || !two.ok) return unreadable(one, two)
  if (one.value.id !== two.value.id && format !== storedProject.format)
    return { kind: 'apart', detail: String(two.value.id) }
  const old = base === undefined ? undefined : parseFormat(base, format)
  const fates: Fate[] = []
  const merged = mergeValue(
    { base: old?.ok ? old.value : undefined, a: one.value, b: two.value, known: old?.ok === true },
    '',
    {
      whole,
      stretches: at => format === storedDocument.format && stretches(at),
      clash: ({ at, kept, other, lost }) => {
        if (!ofTimes(at))
          fates.push({ kind: 'clash', of: 'set', from: lost === 'a' ? 'b' : 'a', at, kept, other })
      },
    },
  )
  const how: BaseKind = old?.ok ? 'given' : 'none'
  try {
    return { kind: 'merged', text: write(isRaw(merged) ? merged : {}), fates, base: how }
  } catch {
    // Each is right by itself and both together are not: one of them, and the other is named.
    const kept = theFuller(one.value, two.value)
    const other = kept === one.value ? two.value : one.value
    fates.push({ kind: 'clash', of: 'set', from: kept === one.value ? 'a' : 'b', kept, other })
    return { kind: 'merged', text: write(kept), fates, base: how }
  }
}

const writtenAs =
  <T>(stored: Stored<T>) =>
  (raw: Raw) => {
    const parsed = stored.parse(JSON.stringify({ format: stored.format, ...raw }))
    if (!parsed.ok) throw new Error(parsed.reason.kind)
    return stored.stringify(parsed.value)
  }

const records: [string, (raw: Raw) => string][] = [
  [storedDocument.format, writtenAs(storedDocument)],
  [storedActor.format, writtenAs(storedActor)],
  [storedProject.format, writtenAs(storedProject)],
  [storedProposition.format, writtenAs(storedProposition)],
  [storedExceptions.format, writtenAs(storedExceptions)],
  [storedAssignment.format, writtenAs(storedAssignment)],
  [storedGuideline.format, writtenAs(storedGuideline)],
]

const formatIn = (text: string) => /"format"\s*:\s*"([a-z-]+\/[1-9]\d*)"/.exec(text)?.[1]

/** Merge two copies of a file by what it says it is. Without a past, what lies in the two is all that is known. */
export function mergeFiles(
  copies: FileCopies,
  pasts: { a: Past; b: Past } = { a: { log: [] }, b: { log: [] } },
): MergedFile {
  const { a, b } = copies
  if (isFile(a, storedSet) || isFile(b, storedSet)) return mergeSetFiles(copies, pasts)
  if (isFile(a, storedRemarks) || isFile(b, storedRemarks)) return mergeRemarkFiles(copies)
  for (const [format, write] of records)
    if (isFile(a, { format }) || isFile(b, { format })) return mergeRecords(copies, format, write)
  const format = formatIn(a)
  if (format === undefined || format !== formatIn(b))
    return unreadable(parseFormat(a, 'isnad/1'), parseFormat(b, 'isnad/1'))
  return mergeRecords(copies, format, raw => `${JSON.stringify({ format, ...raw }, null, 2)}\n`)
}
