import { transcode } from 'node:buffer'
import { createHash } from 'node:crypto'
import type {
  Document,
  DocumentAnchor,
  DocumentMetadata,
  DocumentRecord,
  Region,
} from '../../annotations/model/document.ts'
import { settledAnchors } from '../../annotations/model/document-anchors.ts'
import { settledRegions } from '../../annotations/model/mark-region.ts'
import { storedDocument } from '../../annotations/model/stored.ts'
import { withMetadata } from '../../annotations/model/with-metadata.ts'
import { AppError, appError, failureOf } from '../app-error.ts'
import { documentFile } from './document-file.ts'
import { readStored, writeStored } from './json-file.ts'
import { keepCopy } from './keep-copy.ts'
import type { ProjectPaths } from './paths.ts'
import { readWhole } from './read-whole.ts'
import { replaceFile } from './replace-file.ts'

/** How many documents' texts stay in memory. */
const kept = 16

/** The digest of a text, or of the bytes of its file. */
export function digestOf(text: string | Uint8Array): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`
}

export const idOfDigest = (digest: string) => digest.slice('sha256:'.length, 'sha256:'.length + 16)

export async function readRecord(paths: ProjectPaths, id: string): Promise<DocumentRecord> {
  const file = paths.documentRecord(id)
  const record = await readStored(file, storedDocument)
  if (!record) throw appError('no-document', { id })
  if (record.id !== id)
    throw appError('wrong-shape', { file, detail: `it is of document ${record.id}` })
  return record
}

/** A record and the bytes of its text from the disk, checked against their digest. */
async function readBoth(paths: ProjectPaths, id: string) {
  const file = paths.documentText(id)
  const reading = readWhole(file)
  // Its record's failure comes first.
  reading.catch(() => {})
  const record = await readRecord(paths, id)
  const bytes = await reading.catch(error => {
    throw new AppError(failureOf(error, file))
  })
  if (digestOf(bytes) !== record.textDigest) throw appError('text-changed', { file })
  return { record, bytes }
}

/** Text and metadata from the disk. */
export async function readDocument(paths: ProjectPaths, id: string): Promise<Document> {
  const { record, bytes } = await readBoth(paths, id)
  // Sound UTF-8, for the digest is that of a text. By way of UTF-16 it is read several times faster than as it stands.
  return { ...record, text: transcode(bytes, 'utf8', 'ucs2').toString('ucs2') }
}

export type DocumentStore = ReturnType<typeof documentStore>

export function documentStore(paths: ProjectPaths) {
  const recent = new Map<string, Document>()
  const reading = new Map<string, Promise<Document>>()

  const remember = (document: Document) => {
    recent.delete(document.id)
    recent.set(document.id, document)
    const [oldest] = recent.keys()
    if (recent.size > kept && oldest !== undefined) recent.delete(oldest)
    return document
  }

  /** Text and metadata; the text is checked the first time it is read. */
  async function read(id: string): Promise<Document> {
    const known = recent.get(id)
    if (known) return remember(known)
    // Opening an article asks for its text twice at once, for itself and for its set.
    const asked = reading.get(id) ?? readDocument(paths, id).finally(() => reading.delete(id))
    reading.set(id, asked)
    return remember(await asked)
  }

  /** The same as it goes to the screen; what it was is not remembered. */
  async function file(id: string): Promise<Uint8Array<ArrayBuffer>> {
    const { record, bytes } = await readBoth(paths, id)
    return documentFile(record, bytes)
  }

  /** The text first: a record without its text is never on the disk. */
  async function add({ text, ...record }: Document): Promise<void> {
    await replaceFile(paths.documentText(record.id), text)
    await writeStored(paths.documentRecord(record.id), storedDocument, record)
  }

  async function edit(id: string, metadata: DocumentMetadata): Promise<DocumentRecord> {
    const record: DocumentRecord = withMetadata(await readRecord(paths, id), metadata)
    await writeStored(paths.documentRecord(id), storedDocument, record)
    await keepCopy(paths, paths.documentRecord(id), new Date())
    const known = recent.get(id)
    if (known) recent.set(id, { ...record, text: known.text })
    return record
  }

  /** Regions as they are to be: in order, apart from each other, inside the text. */
  async function mark(
    id: string,
    regions: readonly Region[] | ((old: readonly Region[]) => readonly Region[]),
    anchors?: readonly DocumentAnchor[],
  ): Promise<DocumentRecord> {
    const { anchors: had = [], ...old } = await readRecord(paths, id)
    const wanted = typeof regions === 'function' ? regions(old.regions) : regions
    const settled = settledAnchors(anchors ?? had, old.length)
    const record: DocumentRecord = {
      ...old,
      regions: settledRegions(wanted, old.length),
      ...(settled.length > 0 ? { anchors: settled } : {}),
    }
    await writeStored(paths.documentRecord(id), storedDocument, record)
    const known = recent.get(id)
    if (known) recent.set(id, { ...record, text: known.text })
    return record
  }

  return { mark, read, file, readRecord: (id: string) => readRecord(paths, id), add, edit }
}
