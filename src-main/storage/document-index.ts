import type { Failure } from '../../annotations/api/failures.ts'
import type { DocumentEntry, SetSummary } from '../../annotations/api/views.ts'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import type { DocumentRecord } from '../../annotations/model/document.ts'
import type { Remarks } from '../../annotations/model/remark.ts'
import { standingOf, type Verdict } from '../../annotations/review/standing.ts'
import { byCodePoint } from '../../annotations/text/code-point-order.ts'
import { findSets } from './find-sets.ts'
import {
  annotatorIn,
  entryOf,
  type IndexRows,
  idIn,
  indexRows,
  noRows,
  summaryOf,
} from './index-rows.ts'
import type { ProjectPaths } from './paths.ts'
import { readSet } from './read-set.ts'
import { readWhole } from './read-whole.ts'
import { remarkStore, verdictsIn } from './remark-store.ts'
import { replaceFile } from './replace-file.ts'
import { scanDocuments, scanSets } from './scan-rows.ts'

const arabic = new Intl.Collator('ar')

export type DocumentIndex = ReturnType<typeof documentIndex>

/** The rows of the corpus list, kept in step with the files and cached so that a large project opens at once. */
export function documentIndex(paths: ProjectPaths) {
  let people = new Set<string>()
  /** Judgements by document: they lie in the files of those who judged. */
  let verdicts = new Map<string, Verdict[]>()
  let state = noRows()
  /** Documents as they were listed last. */
  let order: readonly string[] = []
  /** Does the cache on the disk say something else? */
  let stale = true

  async function readCache(): Promise<IndexRows> {
    try {
      const read = indexRows.parse(JSON.parse((await readWhole(paths.index)).toString('utf8')))
      stale = false
      return read
    } catch {
      return noRows()
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

  /** Look at every file's stamp, read what is new or changed, forget what is gone. */
  async function refresh(): Promise<Failure[]> {
    const old = Object.keys(state.documents).length > 0 ? state : await readCache()
    const unreadable: Failure[] = []
    const documents = await scanDocuments(paths, old.documents, unreadable)
    const found = await findSets(paths, failure => unreadable.push(failure))
    people = new Set(found.keys())
    const sets = await scanSets(paths, found, old.sets, unreadable)
    stale ||= documents.changed || sets.changed
    state = { version: 1, documents: documents.rows, sets: sets.rows }
    const said = await remarkStore(paths).all()
    unreadable.push(...said.unreadable)
    verdicts = new Map([...said.byDocument].map(([id, all]) => [id, verdictsIn(all)]))
    await writeCache()
    return unreadable
  }

  function setsByDocument(): Map<string, Record<string, SetSummary>> {
    const byDocument = new Map<string, Record<string, SetSummary>>()
    for (const [key, { summary }] of Object.entries(state.sets)) {
      const [annotator, id] = [annotatorIn(key), idIn(key)]
      const sets = byDocument.get(id) ?? {}
      sets[annotator] = standing(id, annotator, summary)
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
    [...new Set(Object.keys(state.sets).map(annotatorIn))].sort(arabic.compare)

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
