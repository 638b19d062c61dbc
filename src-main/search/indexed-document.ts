import type { Fingerprint } from '../../annotations/arabic/fingerprint.ts'
import type { DocumentRecord } from '../../annotations/model/document.ts'

/** What the index keeps of a document beside its words. */
export type IndexedDocument = {
  id: string
  /** The record's file as it was when it was read. */
  stamp: string
  title: string
  outlet?: string
  author?: string
  published?: string
  /** Its row in the index. */
  place: number
  fingerprint: Fingerprint | undefined
}

export const aboutOf = ({ id, title, outlet, author, published }: DocumentRecord) => ({
  id,
  title,
  outlet,
  author,
  published,
})
