import type { Failure } from '../../annotations/api/failures.ts'
import { wordsOf } from '../../annotations/text/boundaries.ts'
import { failureOf } from '../app-error.ts'
import { readRecord } from './document-store.ts'
import { sift } from './file-stamps.ts'
import { shardedIds } from './find-sets.ts'
import { inParallel } from './in-parallel.ts'
import { entryOf, type IndexRows, idIn, summaryOf } from './index-rows.ts'
import type { ProjectPaths } from './paths.ts'
import { readSet } from './read-set.ts'
import { readWhole } from './read-whole.ts'

/** Rows, and whether any of them is not as it was cached. */
type Scanned<Kind extends 'documents' | 'sets'> = {
  readonly rows: IndexRows[Kind]
  readonly changed: boolean
}

const count = (rows: object) => Object.keys(rows).length

/** The rows of all documents: those whose files are as they were are kept, the others read. */
export async function scanDocuments(
  paths: ProjectPaths,
  old: IndexRows['documents'],
  unreadable: Failure[],
): Promise<Scanned<'documents'>> {
  const ids = await shardedIds(paths.documents, failure => unreadable.push(failure))
  const { kept: rows, others } = await sift(ids, paths.documentRecord, old)
  await inParallel(others, 32, async ({ key: id, now }) => {
    try {
      const record = await readRecord(paths, id)
      const text = (await readWhole(paths.documentText(id))).toString('utf8')
      if (now) rows[id] = { stamp: now, entry: entryOf(record, wordsOf(text).length) }
    } catch (error) {
      unreadable.push(failureOf(error))
    }
  })
  return { rows, changed: others.length > 0 || ids.length !== count(old) }
}

/** The same of the sets that were found, by annotator. */
export async function scanSets(
  paths: ProjectPaths,
  found: ReadonlyMap<string, readonly string[]>,
  old: IndexRows['sets'],
  unreadable: Failure[],
): Promise<Scanned<'sets'>> {
  const rows: IndexRows['sets'] = {}
  let changed = false
  for (const [person, ids] of found) {
    const { kept, others } = await sift(
      ids.map(id => `${person}/${id}`),
      key => paths.set(person, idIn(key)),
      old,
    )
    Object.assign(rows, kept)
    changed ||= others.length > 0
    await inParallel(others, 32, async ({ key, now }) => {
      try {
        const set = await readSet(paths, person, idIn(key))
        if (set && now) rows[key] = { stamp: now, summary: summaryOf(set) }
      } catch (error) {
        unreadable.push(failureOf(error))
      }
    })
  }
  return { rows, changed: changed || count(rows) !== count(old) }
}
