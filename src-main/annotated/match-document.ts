import { createHash } from 'node:crypto'
import { inkOf } from '../../annotations/formats/exchange/tokens.ts'
import type { Document } from '../../annotations/model/document.ts'
import { isStored } from '../corpus/import-articles.ts'
import { digestOf, idOfDigest } from '../storage/document-store.ts'
import { inParallel } from '../storage/in-parallel.ts'
import type { OpenProject } from '../storage/projects.ts'

const inkDigest = (text: string) => createHash('sha256').update(inkOf(text)).digest('hex')

/**
 * Finds the project's own document for a text: the very same by its digest, or one that differs in white space alone,
 * as formats of tokens and sentences give it back.
 */
export function documentMatcher(project: OpenProject) {
  let byInk: Promise<Map<string, string>> | undefined

  async function readInk(): Promise<Map<string, string>> {
    const found = new Map<string, string>()
    await inParallel(project.index.entries(), 8, async ({ id }) => {
      // A document that cannot be read is nobody's match.
      const document = await project.documents.read(id).catch(() => undefined)
      if (document) found.set(inkDigest(document.text), id)
    })
    return found
  }

  const read = (id: string): Promise<Document> => project.documents.read(id)

  async function match(text: string): Promise<Document | undefined> {
    const id = idOfDigest(digestOf(text))
    if (await isStored(project, id)) return read(id)
    byInk ??= readInk()
    const other = (await byInk).get(inkDigest(text))
    return other === undefined ? undefined : read(other)
  }

  /** A document that a file names, for files that hold no text. */
  async function named(id: string): Promise<Document | undefined> {
    return (await isStored(project, id).catch(() => false)) ? read(id) : undefined
  }

  return { match, named }
}

export type DocumentMatcher = ReturnType<typeof documentMatcher>
