import type { Document, DocumentRecord } from '../../annotations/model/document.ts'

const lineEnd = 10

/** The document in the bytes of `documents.file`: its record as JSON on a line of its own, then its text (UTF-8). */
export function documentIn(bytes: Uint8Array): Document {
  const head = bytes.indexOf(lineEnd)
  // A mark of byte order at the beginning is a character of the text.
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
  const record: DocumentRecord = JSON.parse(utf8.decode(bytes.subarray(0, head)))
  return { ...record, text: utf8.decode(bytes.subarray(head + 1)) }
}
