import type { Annotation } from '../model/annotation.ts'
import type { Relation } from '../model/relation.ts'
import type { Stretch } from '../text/paragraphs.ts'

/** One annotator's work on a document, as a project stores it or an export carries it. */
export type StudySet = {
  annotator: string
  annotations: readonly Annotation[]
  relations: readonly Relation[]
  /** Submitted or approved: empty then means "nothing here", not "not begun". */
  finished: boolean
}

export type StudyDocument = {
  id: string
  title: string
  outlet?: string
  text: string
  sets: readonly StudySet[]
}

export const matchings = ['exact', 'arabic'] as const
/** When are two places the same: to the letter, or "but for the proclitic, the article, the quotation marks". */
export type Matching = (typeof matchings)[number]

/** What the whole study knows before it looks at a document. */
export type Study = {
  /** In the order of the columns. */
  annotators: readonly string[]
  /** Ids, in the order of the scheme. */
  labels: readonly string[]
  matching: Matching
  /** Count by paragraph, too: what is resampled where documents are few. */
  paragraphs: boolean
}

/** An annotation as the comparison sees it. */
export type Mark = {
  annotation: Annotation
  label: number
  /** Of the whole, gaps included; after `matching`. */
  start: number
  end: number
  parts: readonly (readonly [number, number])[]
  /** Says which place it is; the same for the same. */
  place: string
}

/** One annotator's marks on a document, by place. */
export type Marked = { annotator: number; marks: readonly Mark[]; relations: readonly Relation[] }

export type Prepared = {
  document: StudyDocument
  marked: readonly Marked[]
  words: readonly Stretch[]
  /** Where each counted stretch begins; one for the document, or one a paragraph. */
  blocks: readonly number[]
}
