import type { Annotation } from '../model/annotation.ts'
import type { DecidedThing } from '../model/decision.ts'
import type { Likeness } from './likeness.ts'

export const differenceKinds = [
  'missing',
  'boundary',
  'label',
  'attribute',
  'actor',
  'date',
  'relation',
  'chain',
] as const
export type DifferenceKind = (typeof differenceKinds)[number]

/** A relation as it is said of aligned annotations: `to` is a group. */
export type Link = { type: string; order: number | undefined; to: number }

/** What one annotator says of one thing. */
export type Voice = {
  annotator: string
  revision: number
  /** Of their set: the annotation, or the two that relations join. */
  elements: string[]
  annotation: Annotation | undefined
  links: Link[]
  /** Of what they said, by itself: another one later is another thing said. */
  digest: string
  /** The same for all who say the same of aligned annotations. */
  reading: string
  /** Could they say anything of it? Of a chain only they who have what it leaves. */
  speaks: boolean
}

/** A thing that can be said of it, and who says so (by their place among the voices). */
export type Reading = {
  reading: string
  voices: number[]
  annotation: Annotation | undefined
  links: Link[]
}

/** One thing in the text, what is said of it, and how that differs; nothing in `kinds` is agreement. */
export type Item = {
  /** Stays while the annotations it is about do. */
  id: string
  about: DecidedThing
  group: number
  /** Of relations, the group they arrive at. */
  to: number | undefined
  start: number
  end: number
  labels: string[]
  voices: Voice[]
  readings: Reading[]
  kinds: DifferenceKind[]
  /** What boundaries differ by where it is no more. */
  alike: Likeness[]
  /** Nobody says it any more; what was decided of it is still in the gold set. */
  withdrawn?: true
}

/** Sets on one text, side by side. */
export type Comparison = {
  documentId: string
  textDigest: string
  /** By name. */
  annotators: string[]
  /** In text order: of each thing its annotation, then the chain and the relations that leave it. */
  items: Item[]
}
