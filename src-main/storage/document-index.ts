import { z } from 'zod'
import type { Failure } from '../../annotations/api/failures.ts'
import {
  type DocumentEntry,
  documentEntry,
  type SetSummary,
  setSummary,
} from '../../annotations/api/views.ts'
import { type AnnotationSet, documentId } from '../../annotations/model/annotation-set.ts'
import type { DocumentRecord } from '../../annotations/model/document.ts'
import type { Remarks } from '../../annotations/model/remark.ts'
import { standingOf, type Verdict } from '../../annotations/review/standing.ts'
import { wordsOf } from '../../annotations/text/boundaries.ts'
import { byCodePoint } from '../../annotations/text/code-point-order.ts'
import { failureOf } from '../app-error.ts'
import { readRecord } from './document-store.ts'
import { sift } from './file-stamps.ts'
import { findSets, shardedIds } from './find-sets.ts'
import { inParallel } from './in-parallel.ts'
import type { ProjectPaths } from './paths.ts'
import { readSet } from './read-set.ts'
import { readWhole } from './read-whole.ts'
import { remarkStore, verdictsIn } from './remark-store.ts'
import { replaceFile } from './replace-file.ts'

/** A file as it was when it was indexed: size and time of change. */
const stamp = z.string()
const document = documentEntry.omit({ sets: true })

/** What is cached under `.isnad/`: may be deleted at any time, is made anew from the files. */
const cache = z.strictObject({
  version: z.literal(1),
  documents: z.record(documentId, z.strictObject({ stamp, entry: document })),
  /** By `annotator/documentId`. */
  sets: z.record(z.string(), z.strictObject({ stamp, summary: setSummary })),
})
type Cache = z.infer<typeof cache>

const arabic = new Intl.Collator('ar')

export type DocumentIndex = ReturnType<typeof documentIndex>

export function summaryOf(set: AnnotationSet): SetSummary {
  const labels: Record<string, number> = {}
  for (const { label } of set.annotations) labels[label] = (labels[label] ?? 0) + 1
  const { status, statusBy: by, statusAt: since, revision, updated } = set
  return { status, ...(by && { by }), ...(since && { since }), revision, updated, labels }
}

function entryOf(record: DocumentRecord, words: number): z.infer<typeof document> {
  const { id, title, outlet, author, url, published } = record
  return { id, title, outlet, author, url, published, words }
}

/** The document in a set's key. */
const idIn = (key: string) => key.slice(key.lastIndexOf('/') + 1)

/** The rows of the corpus list, kept in step with the files and cached so that a large project opens at once. */
export function documentIndex(paths: ProjectPaths) {
  let people = new Set<string>()
  /** Judgements by document: they lie in the files of those who judged. */
  let verdicts = new Map<string, Verdict[]>()
  let state: Cache = { version: 1, documents: {}, sets: {} }
  /** Documents as they were listed last. */
  let order: readonly string[] = []
  /** Does the cache on the disk say something else? */
  let stale = true

  async function readCache(): Promise<Cache> {
    try {
      const read = cache.parse(JSON.parse((await readWhole(paths.index)).toString('utf8')))
      stale = false
      return read
    } catch {
      return { version: 1, documents: {}, sets: {} }
    }
  }

  /** A cache that cannot be written costs the next opening some time, and nothing else. */
  async function writeCache(): Promise<void> {
    if (!stale) return
    stale = false
    await replaceFile(paths.index, JSON.stringify(state)).catch(() => {
      stale = true
    })
  }

  /** A set's summary as it stands, judgements of it included. */
  function standing(id: string, annotator: string, summary: SetSummary): SetSummary {
    const { status, by: statusBy, since: statusAt, revision } = summary
    const about = { annotator, status, statusBy, statusAt, revision }
    const now = standingOf(about, verdicts.get(id) ?? [])
    const handedIn = status === 'submitted' ? (statusAt ?? summary.updated) : undefined
    return {
      ...summary,
      status: now.status,
      ...(now.by !== undefined && { by: now.by }),
      ...(now.since !== undefined && { since: now.since }),
      ...(handedIn !== undefined && { handedIn }),
    }
  }

  async function scanDocuments(old: Cache, unreadable: Failure[]): Promise<Cache['documents']> {
    const ids = await shardedIds(paths.documents, failure => unreadable.push(failure))
    const { kept: found, others } = await sift(ids, paths.documentRecord, old.documents)
    await inParallel(others, 32, async ({ key: id, now }) => {
      try {
        const record = await readRecord(paths, id)
        const text = (await readWhole(paths.documentText(id))).toString('utf8')
        if (now) found[id] = { stamp: now, entry: entryOf(record, wordsOf(text).length) }
      } catch (error) {
        unreadable.push(failureOf(error))
      }
    })
    stale ||= others.length > 0 || ids.length !== Object.keys(old.documents).length
    return found
  }

  async function scanSets(old: Cache, unreadable: Failure[]): Promise<Cache['sets']> {
    const found: Cache['sets'] = {}
    const sets = await findSets(paths, failure => unreadable.push(failure))
    people = new Set(sets.keys())
    for (const [person, ids] of sets) {
      const { kept, others } = await sift(
        ids.map(id => `${person}/${id}`),
        key => paths.set(person, idIn(key)),
        old.sets,
      )
      Object.assign(found, kept)
      stale ||= others.length > 0
      await inParallel(others, 32, async ({ key, now }) => {
        try {
          const set = await readSet(paths, person, idIn(key))
          if (set && now) found[key] = { stamp: now, summary: summaryOf(set) }
        } catch (error) {
          unreadable.push(failureOf(error))
        }
      })
    }
    stale ||= Object.keys(found).length !== Object.keys(old.sets).length
    return found
  }

  /** Look at every file's stamp, read what is new or changed, forget what is gone. */
  async function refresh(): Promise<Failure[]> {
    const old =
      state.documents && Object.keys(state.documents).length > 0 ? state : await readCache()
    const unreadable: Failure[] = []
    const documents = await scanDocuments(old, unreadable)
    const sets = await scanSets(old, unreadable)
    state = { version: 1, documents, sets }
    const said = await remarkStore(paths).all()
    unreadable.push(...said.unreadable)
    verdicts = new Map([...said.byDocument].map(([id, all]) => [id, verdictsIn(all)]))
    await writeCache()
    return unreadable
  }

  function setsByDocument(): Map<string, Record<string, SetSummary>> {
    const byDocument = new Map<string, Record<string, SetSummary>>()
    for (const [key, { summary }] of Object.entries(state.sets)) {
      const at = key.lastIndexOf('/')
      const id = idIn(key)
      const sets = byDocument.get(id) ?? {}
      sets[key.slice(0, at)] = standing(id, key.slice(0, at), summary)
      byDocument.set(id, sets)
    }
    return byDocument
  }

  /** Every document, by publication date, then title; undated ones last. */
  function entries(): DocumentEntry[] {
    const sets = setsByDocument()
    const { documents } = state
    // What was in order is put in order soon.
    const before = order.flatMap(id => documents[id]?.entry ?? [])
    const known = new Set(order)
    const others = Object.values(documents).flatMap(({ entry }) =>
      known.has(entry.id) ? [] : entry,
    )
    const sorted = [...before, ...others].sort(
      (a, b) =>
        byCodePoint(a.published ?? '9', b.published ?? '9') ||
        arabic.compare(a.title, b.title) ||
        byCodePoint(a.id, b.id),
    )
    order = sorted.map(({ id }) => id)
    return sorted.map(entry => ({ ...entry, sets: sets.get(entry.id) ?? {} }))
  }

  /** The same in no order and without their sets, for whoever looks at all of them each time. */
  const documents = () => Object.values(state.documents).map(({ entry }) => entry)

  function entry(id: string): DocumentEntry | undefined {
    const found = state.documents[id]
    if (!found) return undefined
    const sets: Record<string, SetSummary> = {}
    for (const person of people) {
      const set = state.sets[`${person}/${id}`]
      if (set) sets[person] = standing(id, person, set.summary)
    }
    return { ...found.entry, sets }
  }

  /** Stamps are left out here: the next opening reads the file again and is right even if this was not. */
  function putDocument(record: DocumentRecord, words: number) {
    stale = true
    state.documents[record.id] = { stamp: '', entry: entryOf(record, words) }
  }

  function putSet(set: AnnotationSet) {
    stale = true
    people.add(set.annotator)
    state.sets[`${set.annotator}/${set.documentId}`] = { stamp: '', summary: summaryOf(set) }
  }

  /** What was said about a document, by everybody, as it is now. */
  function putRemarks(id: string, all: readonly Remarks[]) {
    verdicts.set(id, verdictsIn(all))
  }

  /** A set that somebody else wrote, or took away. One that cannot be read is counted as it was. */
  async function reread(annotator: string, id: string): Promise<void> {
    try {
      const set = await readSet(paths, annotator, id)
      if (set) putSet(set)
      else {
        stale = true
        delete state.sets[`${annotator}/${id}`]
      }
    } catch {
      // Its opening says what is wrong with it.
    }
  }

  const has = (id: string) => Object.hasOwn(state.documents, id)

  const isAnnotator = (name: string) => people.has(name)

  const annotators = () =>
    [...new Set(Object.keys(state.sets).map(key => key.slice(0, key.lastIndexOf('/'))))].sort(
      arabic.compare,
    )

  return {
    refresh,
    entries,
    documents,
    entry,
    putDocument,
    putSet,
    putRemarks,
    reread,
    has,
    isAnnotator,
    annotators,
    writeCache,
  }
}
