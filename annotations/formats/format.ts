import type { Actor } from '../model/actor.ts'
import type { AnnotationSet } from '../model/annotation-set.ts'
import type { Document } from '../model/document.ts'
import type { Remarks } from '../model/remark.ts'
import type { LabelScheme } from '../model/scheme.ts'
import type { Parsed } from '../model/stored-format.ts'
import type { Found, KeptSet } from './exchange/foreign.ts'
import type { Names } from './exchange/spoken.ts'
import type { NativeBeside } from './native-beside.ts'

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
  beside: NativeBeside
  problems: FormatProblem[]
}

/** What the offsets of a format count; rows of tokens have none. */
export const offsetUnits = ['utf-16', 'code points', 'utf-16 and code points', 'tokens'] as const
/** What offsets can be asked to count. */
export type OffsetUnit = 'utf-16' | 'code points'

/** What of the model survives the way there and back. What does not is counted and said before it is left out. */
export type Capabilities = {
  overlap: boolean
  discontinuous: boolean
  /** Ends inside words; without it they are moved out to the edges of words. */
  subWord: boolean
  attributes: boolean
  relations: boolean
  /** The places of relations in a chain. */
  order: boolean
  /** Whose the annotations are. */
  annotators: boolean
  /** Title, outlet, address and date of a document. */
  metadata: boolean
  /** Documents without annotations. */
  emptySets: boolean
  /** White space that an annotation may not begin or end with. */
  trims: 'nothing' | 'line-ends' | 'white-space'
  /** Characters that XML cannot carry become U+FFFD. */
  controls: boolean
  /** The only label it has a word for. */
  onlyLabel?: string
  /** Others are not written by themselves, but what is written is made of them too. */
  seesAll?: boolean
}

/** Everything of the native format; others say what they lack. */
export const everything: Capabilities = {
  overlap: true,
  discontinuous: true,
  subWord: true,
  attributes: true,
  relations: true,
  order: true,
  annotators: true,
  metadata: true,
  emptySets: true,
  trims: 'nothing',
  controls: true,
}

/** Layers of other people's schemes, each with what it is a kind of, its features and what they hold. */
export type Layers = Readonly<
  Record<string, { supertype: string; features: Readonly<Record<string, string>> }>
>

/** What has to be known of all that is written before its first letter is. */
export type Survey = { relations: number; layers?: Layers; names?: Names }

/** What a writer is told once. */
export type WriteContext = {
  scheme: LabelScheme
  actors: ReadonlyMap<string, Actor>
  unit: OffsetUnit
  survey: Survey
}

/** A document and the sets on it that are written together, each with what a file of this format once said of it. */
export type Piece = {
  document: Document
  /** What people said about it and its sets, for formats that can hold that. */
  remarks?: Remarks[]
  sets: { set: AnnotationSet; kept: KeptSet | undefined }[]
}

/**
 * Some text for a file: of a format of one file, `''` is that file and `.claims` one beside it; of a format of many, a
 * path inside their folder.
 */
export type Out = { file: string; text: string }

/** Same input, same bytes. Sets come reduced to what the format can hold (`hold`). */
export type Writer = {
  head?(context: WriteContext): Out[]
  write(piece: Piece, context: WriteContext): Out[]
  /** Layers that a piece brings, for formats that declare them before they are used. */
  layers?(piece: Piece, context: WriteContext): Layers
  /** Endings of the files beside the main one. */
  sides?: readonly string[]
  /** Stands between what two pieces put into the main file. */
  between?: string
  tail?(context: WriteContext): Out[]
}

/** A file to read: `beside` is the text of its companion with another ending, if there is one. */
export type Source = { name: string; text: string; beside?(ending: string): string | undefined }

export type Reader =
  /** Records are lines; a file may be of any length. */
  | { by: 'line'; looksLike(name: string, beginning: string): boolean; read(line: string): Found[] }
  /** A file is read whole. */
  | {
      by: 'file'
      looksLike(name: string, beginning: string): boolean
      /** Companions to be read beside a file, by ending. */
      beside?: readonly string[]
      read(source: Source): Iterable<Found>
    }

/** A way to exchange documents and sets on them. */
export type Format = {
  id: string
  name: string
  /** Of its files, with the dot. */
  extension: string
  /** One file for all, or a folder with files for each set. */
  layout: 'file' | 'folder'
  offsets: (typeof offsetUnits)[number]
  /** What its offsets may be asked to count; the first is what its own tools expect. */
  units: readonly OffsetUnit[]
  capabilities: Capabilities
  /** Which comments have a place in it. */
  comments?: 'all' | 'annotations'
  writer?: Writer
  reader?: Reader
}

/** The native format, which is also written and read a line at a time. */
export type LineFormat = Format & {
  /** One line, without its line end. Same input, same bytes. */
  write(document: Document, set: AnnotationSet, actors: ReadonlyMap<string, Actor>): string
  /** One line; what is of the right shape but does not hold together comes with its problems. */
  read(line: string): Parsed<Exchanged>
}
