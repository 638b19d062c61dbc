import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Decision } from '../../annotations/api/views.ts'
import type {
  Document,
  DocumentMetadata,
  DocumentOrigin,
  Region,
} from '../../annotations/model/document.ts'
import { appendedAnchors } from '../../annotations/model/document-anchors.ts'
import { findRegions } from '../../annotations/text/find-regions.ts'
import { plainLine } from '../../annotations/text/plain-line.ts'
import { AppError, appError, failureOf } from '../app-error.ts'
import { digestOf, idOfDigest } from '../storage/document-store.ts'
import { decode } from './decode.ts'
import { kindOfFile } from './find-files.ts'
import { foldLineEnds } from './line-ends.ts'
import { csvRows, jsonlRows, type Table } from './table-rows.ts'
import { textMetadata } from './text-metadata.ts'

/** An article is a few kilobytes; a page saved with its pictures some megabytes. */
const largest = 32 * 1024 * 1024

/** A file as a document to be: all but when it was imported. */
export type Article = {
  id: string
  textDigest: string
  text: string
  metadata: DocumentMetadata
  regions: Region[]
  decision: Decision
  origin: Omit<DocumentOrigin, 'imported'>
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    const handle = await open(file, 'r')
    try {
      const { size } = await handle.stat()
      if (size > largest) {
        const mega = 1024 * 1024
        throw appError('too-large', {
          file,
          megabytes: Math.ceil(size / mega),
          limit: largest / mega,
        })
      }
      return await handle.readFile()
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw new AppError(failureOf(error, file))
  }
}

/** What a page says of itself, completed by what its text prints. */
function completed(said: Partial<DocumentMetadata>, text: string): DocumentMetadata {
  const printed = textMetadata(text)
  return {
    title: said.title ?? printed.title,
    outlet: said.outlet ?? printed.outlet,
    author: said.author ?? printed.author,
    url: said.url ?? printed.url,
    published: said.published ?? printed.published,
  }
}

/** A text and where it came from, made an article; a text without a visible character is refused. */
export function articleFrom(
  text: string,
  said: Partial<DocumentMetadata>,
  {
    decision,
    ...origin
  }: Omit<DocumentOrigin, 'imported' | 'encoding' | 'bom'> & {
    decision: Decision
  },
  file: string,
): Article {
  if (plainLine(text) === '') throw appError('no-text', { file })
  const textDigest = digestOf(text)
  const regions = findRegions(text)
  return {
    id: idOfDigest(textDigest),
    textDigest,
    text,
    metadata: completed(said, ownPart(text, regions)),
    regions,
    decision,
    origin: { ...origin, encoding: decision.encoding, bom: decision.bom },
  }
}

/** Where no bytes were decoded: the text came as such. */
export const asItCame: Decision = {
  encoding: 'utf-8',
  bom: false,
  how: 'declared',
  confidence: 1,
}

const asText = (text: string) => ({ text, metadata: {} })

/** Parsers of pages are large: who imports none waits for none. */
async function pageArticle(source: string) {
  const { htmlArticle } = await import('./html-article.ts')
  return htmlArticle(source)
}

/** A file that is a table of articles, and what its columns mean, if that can be known. */
export type ReadTable = {
  file: string
  kind: 'csv' | 'jsonl'
  table: Table
  decision: Decision
  lineEnds: DocumentOrigin['lineEnds']
}

/** Read one file: an article, or a table of them. Every way in which it is neither is an expected failure that names it. */
export async function readFileOfArticles(
  file: string,
  encoding: string,
): Promise<{ article: Article } | ReadTable> {
  const kind = kindOfFile(file)
  if (!kind) throw appError('unsupported-file', { file })
  const bytes = await readBytes(file)
  const name = basename(file)
  if (kind === 'docx') {
    const { docxText } = await import('./docx-text.ts')
    const { text, lineEnds } = foldLineEnds(await docxText(file, bytes))
    const origin = { file: name, kind, lineEnds, decision: asItCame }
    return { article: articleFrom(text, {}, origin, file) }
  }
  const { text: decoded, decision } = decode(bytes, { file, encoding, isHtml: kind === 'html' })
  const { text: folded, lineEnds } = foldLineEnds(decoded)
  if (kind === 'csv' || kind === 'jsonl') {
    const table = kind === 'csv' ? csvRows(folded) : jsonlRows(folded)
    return { file, kind, table, decision, lineEnds }
  }
  const { text, metadata } = kind === 'html' ? await pageArticle(folded) : asText(folded)
  return { article: articleFrom(text, metadata, { file: name, kind, lineEnds, decision }, file) }
}

/** The second article of a page is dated apart from the first. */
export function anchored(text: string, regions: readonly Region[]): Pick<Document, 'anchors'> {
  const anchors = appendedAnchors(text, regions)
  return anchors.length > 0 ? { anchors } : {}
}

/** A page up to the second article it carries: what is printed further down is not about the first. */
export const ownPart = (text: string, regions: readonly Region[]) =>
  text.slice(0, appendedAnchors(text, regions)[0]?.start)

/** The document an article becomes. */
export function documentOf(
  { id, textDigest, text, metadata, regions, origin }: Article,
  given: Pick<DocumentMetadata, 'outlet' | 'published'>,
  imported: Date,
): Document {
  return {
    id,
    ...metadata,
    outlet: metadata.outlet ?? given.outlet,
    published: metadata.published ?? given.published,
    textDigest,
    length: text.length,
    regions,
    ...anchored(text, regions),
    origin: { ...origin, imported: imported.toISOString() },
    text,
  }
}
