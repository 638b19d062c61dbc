import { basename } from 'node:path'
import type { ForeignDocument } from '../../annotations/formats/exchange/foreign.ts'
import type { Document } from '../../annotations/model/document.ts'
import { findRegions } from '../../annotations/text/find-regions.ts'
import { anchored, ownPart } from '../corpus/read-article.ts'
import { textMetadata } from '../corpus/text-metadata.ts'
import { digestOf, idOfDigest } from '../storage/document-store.ts'

/** The document a record becomes: what it says of itself, completed by what its text prints. */
export function newDocument(
  text: string,
  { metadata }: ForeignDocument,
  file: string,
  at: Date,
): Document {
  const textDigest = digestOf(text)
  const regions = findRegions(text)
  const printed = textMetadata(ownPart(text, regions))
  return {
    id: idOfDigest(textDigest),
    title: metadata.title ?? printed.title,
    outlet: metadata.outlet ?? printed.outlet,
    author: metadata.author ?? printed.author,
    url: metadata.url ?? printed.url,
    published: metadata.published ?? printed.published,
    textDigest,
    length: text.length,
    regions,
    ...anchored(text, regions),
    origin: {
      file: basename(file),
      kind: 'txt',
      encoding: 'utf-8',
      bom: false,
      lineEnds: 'lf',
      imported: at.toISOString(),
    },
    text,
  }
}
