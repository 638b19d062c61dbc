import { readFile } from 'node:fs/promises'
import { failureOf } from '../app-error.ts'
import { readRecord } from '../storage/document-store.ts'
import { shardedIds } from '../storage/find-sets.ts'
import { inParallel } from '../storage/in-parallel.ts'
import type { ProjectPaths } from '../storage/paths.ts'
import { stampAt } from '../storage/replace-file.ts'
import { readIndex, writeIndex } from './index-file.ts'
import { aboutOf, type IndexedDocument } from './indexed-document.ts'
import { type WordIndex, wordIndex } from './word-index.ts'

/** Files looked at or read at once. */
const width = 16
/** Above this share of gone rows the index is made small again. */
const most = 0.25
/** How many changed documents are not worth writing the index for. */
const few = 200

export type Progress = (done: number, total: number) => void

/** The words of a project's documents, kept in step with the files: what has changed is read again, and no more. */
export function projectIndex(paths: ProjectPaths) {
  let index: WordIndex = wordIndex()
  let documents = new Map<string, IndexedDocument>()
  let loaded = false
  /** Raised with every change, so that answers kept from before are not given again. */
  let revision = 0
  /** What to look at again; 'all' looks at every file's stamp. */
  let stale: Set<string> | 'all' = 'all'

  async function load() {
    const stored = await readIndex(paths)
    loaded = true
    if (!stored) return
    index = stored.index
    documents = new Map(stored.documents.map(document => [document.id, document]))
  }

  function forget(id: string) {
    const known = documents.get(id)
    if (!known) return
    index.remove(known.place)
    documents.delete(id)
  }

  async function take(id: string): Promise<boolean> {
    const file = paths.documentRecord(id)
    const stamp = await stampAt(file)
    const known = documents.get(id)
    if (stamp === undefined) {
      forget(id)
      return known !== undefined
    }
    if (known?.stamp === stamp) return false
    try {
      const record = await readRecord(paths, id)
      const text = await readFile(paths.documentText(id), 'utf8')
      const { row, fingerprint } = index.read(text, record.regions)
      forget(id)
      documents.set(id, { ...aboutOf(record), stamp, place: index.add(row), fingerprint })
    } catch (error) {
      // What cannot be read is named when the project is opened; it is not found here, and that is all.
      if (failureOf(error).code === 'internal') throw error
      forget(id)
    }
    return true
  }

  async function lookAt(ids: readonly string[], progress: Progress): Promise<number> {
    let done = 0
    let changed = 0
    await inParallel(ids, width, async id => {
      if (await take(id)) changed++
      progress(++done, ids.length)
    })
    return changed
  }

  /** Rows of documents that are gone cost memory and time: many of them, and the index is made anew from its rows. */
  function compact() {
    if (index.rows.length < 1000 || documents.size > index.rows.length * (1 - most)) return
    const old = index
    index = wordIndex()
    const { pool, starts } = old.terms.stored()
    index.terms.restore(pool, starts)
    for (const document of documents.values()) {
      const row = old.rows[document.place]
      if (row) document.place = index.add(row)
    }
  }

  let running: Promise<void> | undefined
  let unwritten = 0

  async function refreshOnce(progress: Progress): Promise<void> {
    if (!loaded) await load()
    const asked = stale
    if (asked !== 'all' && asked.size === 0) return
    stale = new Set()
    let changed: number
    if (asked === 'all') {
      const ids = await shardedIds(paths.documents, () => {})
      const here = new Set(ids)
      changed = 0
      for (const id of [...documents.keys()])
        if (!here.has(id)) {
          forget(id)
          changed++
        }
      changed += await lookAt(ids, progress)
    } else changed = await lookAt([...asked], progress)
    if (changed === 0) return
    revision++
    compact()
    // A few documents are sooner read again at the next opening than everything written now.
    unwritten += changed
    if (unwritten < few && asked !== 'all') return
    unwritten = 0
    // A cache that cannot be written costs the next opening some time, and nothing else.
    await writeIndex(paths, { index, documents: [...documents.values()] }).catch(() => {})
  }

  return {
    get index() {
      return index
    },
    get documents(): ReadonlyMap<string, IndexedDocument> {
      return documents
    },
    get revision() {
      return revision
    },
    /** In step with the files again. */
    refresh(progress: Progress = () => {}): Promise<void> {
      running ??= refreshOnce(progress).finally(() => {
        running = undefined
      })
      return running
    },
    /** These documents, or any, may have changed. */
    touch(ids: readonly string[] | 'all') {
      if (ids === 'all') stale = 'all'
      else if (stale !== 'all') for (const id of ids) stale.add(id)
    },
  }
}
