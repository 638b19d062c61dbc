import type { Actor } from '../model/actor.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import type { Document } from '../model/document.ts'
import type { Parsed } from '../model/stored.ts'

/** What a file of some format says a document is; the rest of a document stays in the project it came from. */
export type ExchangedDocument = Pick<
  Document,
  'id' | 'title' | 'outlet' | 'url' | 'published' | 'text' | 'textDigest'
>

/** What is wrong with one unit of a file beyond its shape. */
export type FormatProblem = { kind: string; element?: string; detail?: string }

export type Exchanged = {
  document: ExchangedDocument
  set: AnnotationSet
  problems: FormatProblem[]
}

/** What the offsets of a format count. */
export const offsetUnits = ['utf-16', 'code points', 'utf-16 and code points'] as const

/** A way to exchange a document and a set on it. */
export type Format = {
  id: string
  name: string
  /** Of its files, with the dot. */
  extension: string
  offsets: (typeof offsetUnits)[number]
  /** What of the model survives the way there and back. */
  capabilities: {
    overlap: boolean
    discontinuous: boolean
    subWord: boolean
    attributes: boolean
    relations: boolean
    annotators: boolean
    metadata: boolean
  }
  /** One line, without its line end. Same input, same bytes. */
  write(document: Document, set: AnnotationSet, actors: ReadonlyMap<string, Actor>): string
  /** One line; what is of the right shape but does not hold together comes with its problems. */
  read(line: string): Parsed<Exchanged>
}
