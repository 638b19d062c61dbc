import type { DocumentMetadata } from '../../model/document.ts'
import type { WrittenForm } from '../../model/written-form-shape.ts'
import type { FormatProblem, OffsetUnit } from '../format.ts'
import type { NativeBeside } from '../native-beside.ts'
import type { Names } from './spoken.ts'

/** What a foreign file said that Isnad has no place for; written back to a file of the same format. */
export type Kept = Record<string, unknown>

/** What was kept of a record and a set, and by our ids of its annotations and relations. */
export type KeptSet = {
  /** Names of labels and relation types that were added for it. */
  names?: Partial<Names>
  record?: Kept
  set?: Kept
  annotations?: Record<string, Kept>
  relations?: Record<string, Kept>
}

/** A stretch in the unit of its document; the quote, where the file has one, decides about the unit. */
export type ForeignSpan = { start: number; end: number; quote?: string }

export type ForeignAnnotation = {
  /** As the file names it; relations refer to it. */
  id?: string
  label: string
  spans: ForeignSpan[]
  attributes?: ReadonlyMap<string, unknown>
  /** The rule of the suggestion it was accepted from. */
  rule?: string
  /** What its letters stand for where they are not all of it; of the native format alone. */
  form?: WrittenForm
  kept?: Kept
}

export type ForeignRelation = {
  id?: string
  type: string
  from: string
  to: string
  order?: number
  attributes?: Readonly<Record<string, unknown>>
  kept?: Kept
}

export type ForeignSet = {
  annotator?: string
  status?: string
  /** Made by a machine, and not yet anybody's decision. */
  machine?: boolean
  annotations: ForeignAnnotation[]
  relations: ForeignRelation[]
  kept?: Kept
}

/** A document as a file says it is. */
export type ForeignDocument = {
  /** The document of ours that the file names. */
  id?: string
  /** None where the file refers to a text it does not hold. */
  text?: string
  metadata: Partial<DocumentMetadata>
  unit: OffsetUnit
  /** The format leaves no choice of unit. */
  unitIsFixed?: boolean
  sets: ForeignSet[]
  /** Of the native format: what is known of the actors, and what was said. */
  beside?: NativeBeside
  kept?: Kept
  problems?: FormatProblem[]
}

/** One record of a file, or why it is none; lines count from 1. */
export type Found = { line?: number } & ({ document: ForeignDocument } | { problem: FormatProblem })

/** A string with something in it. */
export const textOr = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a file called an annotation's attribute, by what it is called here. */
export function nameIn(kept: Kept | undefined, attribute: string): string {
  const names = kept?.names
  return (
    (isRecord(names) && Object.hasOwn(names, attribute) && textOr(names[attribute])) || attribute
  )
}

/** `record` without `names`; nothing where nothing is left. */
export function without(record: object, ...names: string[]): Kept | undefined {
  const left = Object.entries(record).filter(([name]) => !names.includes(name))
  return left.length > 0 ? Object.fromEntries(left) : undefined
}
