import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type {
  Document,
  DocumentMetadata,
  DocumentRecord,
} from '../../annotations/model/document.ts'
import { storedDocument } from '../../annotations/model/stored.ts'
import { AppError, appError, failureOf } from '../app-error.ts'
import { readStored, writeStored } from './json-file.ts'
import type { ProjectPaths } from './paths.ts'
import { replaceFile } from './replace-file.ts'

/** How many documents' texts stay in memory. */
const kept = 16

export function digestOf(text: string): string {
  return `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`
}

export const idOfDigest = (digest: string) => digest.slice('sha256:'.length, 'sha256:'.length + 16)

export type DocumentStore = ReturnType<typeof documentStore>

export function documentStore(paths: ProjectPaths) {
  const recent = new Map<string, Document>()

  const remember = (document: Document) => {
    recent.delete(document.id)
    recent.set(document.id, document)
    const [oldest] = recent.keys()
    if (recent.size > kept && oldest !== undefined) recent.delete(oldest)
    return document
  }

  async function readRecord(id: string): Promise<DocumentRecord> {
    const record = await readStored(paths.documentRecord(id), storedDocument)
    if (!record) throw appError('no-document', { id })
    return record
  }

  /** Text and metadata, the text checked against its digest the first time it is read. */
  async function read(id: string): Promise<Document> {
    const known = recent.get(id)
    if (known) return remember(known)
    const record = await readRecord(id)
    const file = paths.documentText(id)
    const text = await readFile(file, 'utf8').catch(error => {
      throw new AppError(failureOf(error, file))
    })
    if (digestOf(text) !== record.textDigest) throw appError('text-changed', { file })
    return remember({ ...record, text })
  }

  /** The text first: a record without its text is never on the disk. */
  async function add({ text, ...record }: Document): Promise<void> {
    await replaceFile(paths.documentText(record.id), text)
    await writeStored(paths.documentRecord(record.id), storedDocument, record)
  }

  async function edit(id: string, metadata: DocumentMetadata): Promise<DocumentRecord> {
    const {
      title: _t,
      outlet: _o,
      author: _a,
      url: _u,
      published: _p,
      ...rest
    } = await readRecord(id)
    const record: DocumentRecord = { ...rest, ...metadata }
    await writeStored(paths.documentRecord(id), storedDocument, record)
    const known = recent.get(id)
    if (known) recent.set(id, { ...record, text: known.text })
    return record
  }

  return { read, readRecord, add, edit }
}
