import { z } from 'zod'
import { lineCandidates } from '../../annotations/analysis/line-candidates.ts'
import type { PageLines } from '../../annotations/analysis/recurring-lines.ts'
import type { Region } from '../../annotations/model/document.ts'
import { failureOf } from '../app-error.ts'
import { readDocument } from './document-store.ts'
import { inParallel } from './in-parallel.ts'
import type { ProjectPaths } from './paths.ts'
import { readWhole } from './read-whole.ts'
import { replaceFile } from './replace-file.ts'

/** What is cached under `.isnad/`: may be deleted at any time. A text never changes, and so neither do its lines. */
const cache = z.strictObject({
  /** Raised with every change of what a candidate is. */
  version: z.literal(1),
  documents: z.record(
    z.string(),
    z.strictObject({
      edge: z.array(z.string()),
      inside: z.array(z.string()),
      /** What was last dimmed in it, as `signature` says; absent: it was not looked at. */
      dimmed: z.string().optional(),
    }),
  ),
})
type Documents = z.infer<typeof cache>['documents']

function pageLines(text: string, found?: readonly Region[]): PageLines {
  const lines = lineCandidates(text, found)
  const keys = (edge: boolean) => [
    ...new Set(lines.filter(line => line.edge === edge).map(({ key }) => key)),
  ]
  return { edge: keys(true), inside: keys(false) }
}

export type PageLineStore = ReturnType<typeof pageLineStore>

/** Lines of a project's documents that may be furniture, kept so that a document more does not cost reading all of them. */
export function pageLineStore(paths: ProjectPaths) {
  let loading: Promise<Documents> | undefined
  let stale = false

  async function load(): Promise<Documents> {
    try {
      return cache.parse(JSON.parse((await readWhole(paths.pageLines)).toString('utf8'))).documents
    } catch {
      return {}
    }
  }

  function known(): Promise<Documents> {
    loading ??= load()
    return loading
  }

  /** Of a text that is at hand; `found` are the regions found in it. */
  async function put(id: string, text: string, found: readonly Region[]): Promise<void> {
    const documents = await known()
    documents[id] = { ...documents[id], ...pageLines(text, found) }
    stale = true
  }

  /** Those of documents that can be read; of the others their opening says what is wrong. */
  async function of(ids: readonly string[]): Promise<Map<string, PageLines>> {
    const documents = await known()
    await inParallel(ids, 8, async id => {
      if (documents[id]) return
      try {
        documents[id] = pageLines((await readDocument(paths, id)).text)
        stale = true
      } catch (error) {
        if (failureOf(error).code === 'internal') throw error
      }
    })
    return new Map(ids.flatMap(id => (documents[id] ? [[id, documents[id]]] : [])))
  }

  const dimmed = async (id: string) => (await known())[id]?.dimmed

  async function setDimmed(id: string, signature: string): Promise<void> {
    const lines = (await known())[id]
    if (!lines || lines.dimmed === signature) return
    lines.dimmed = signature
    stale = true
  }

  /** A cache that cannot be written costs the next import some time, and nothing else. */
  async function write(): Promise<void> {
    if (!stale || !loading) return
    stale = false
    await replaceFile(
      paths.pageLines,
      JSON.stringify({ version: 1, documents: await loading }),
    ).catch(() => {
      stale = true
    })
  }

  return { put, of, dimmed, setDimmed, write }
}
