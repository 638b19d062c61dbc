import { type Document, type DocumentMetadata, documentMetadata } from '../../model/document.ts'

const names = ['title', 'outlet', 'author', 'url', 'published'] as const

/** What a document says of itself, for formats that keep such things under names of their own. */
export function metadataOf(document: Document): Partial<DocumentMetadata> {
  return Object.fromEntries(
    names.flatMap(name => (document[name] === undefined ? [] : [[name, document[name]]])),
  )
}

/** The same read back; what is not of its shape is not taken for it. */
export function metadataIn(record: object): Partial<DocumentMetadata> {
  const said = record as Record<string, unknown>
  return Object.fromEntries(
    names.flatMap(name => {
      const value = Object.hasOwn(said, name) ? said[name] : undefined
      const parsed = documentMetadata.shape[name].safeParse(value)
      return parsed.success && parsed.data !== undefined ? [[name, parsed.data]] : []
    }),
  )
}

export const metadataNames: readonly string[] = names
