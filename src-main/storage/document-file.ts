import type { DocumentRecord } from '../../annotations/model/document.ts'

/** A document as one piece of bytes: its record as JSON on a line of its own, then its text as its file holds it (UTF-8). */
export function documentFile(record: DocumentRecord, text: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(`${JSON.stringify(record)}\n`)
  const bytes = new Uint8Array(head.length + text.length)
  bytes.set(head)
  bytes.set(text, head.length)
  return bytes
}
