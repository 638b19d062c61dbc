import { create } from 'zustand'
import type { ReviewNote, ReviewTally } from '../../annotations/api/reviewing.ts'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import type { Change } from '../../annotations/model/change.ts'
import type { Document } from '../../annotations/model/document.ts'
import type { Comparison, DifferenceKind } from '../../annotations/review/comparison.ts'
import { isAsked, isDifference, type Judged } from '../../annotations/review/judge.ts'
import type { Likeness } from '../../annotations/review/likeness.ts'
import type { Content } from '../../annotations/review/saying.ts'
import type { Stretch } from '../../annotations/text/paragraphs.ts'

/** Which differences are shown: all, of a kind, those of clitics and marks alone, or what is settled. */
export type Filter = 'all' | 'settled' | DifferenceKind | `but-${Likeness}`

export type OpenComparison = {
  project: string
  document: Document
  paragraphs: Stretch[]
  comparison: Comparison
  notes: ReviewNote[]
}

/** One thing done, and its way back. */
type ReviewStep = { changes: Change[]; inverse: Change[]; current: string | undefined }

type Review = {
  /** Whose sets are compared; everybody's if undefined. */
  annotators: string[] | undefined
  open: OpenComparison | undefined
  loading: boolean
  gold: AnnotationSet | undefined
  judged: Judged[]
  filter: Filter
  /** The difference at hand. */
  current: string | undefined
  /** For the next decision. */
  reason: string
  /** What the current difference is edited into. */
  editing: Content | undefined
  undo: ReviewStep[]
  redo: ReviewStep[]
  /** Made and not yet on the disk. */
  pending: { kind: 'edit' | 'undo' | 'redo'; changes: Change[] }[]
  saving: boolean
  view: 'lanes' | 'side'
  bulk: boolean
  /** By document. */
  tallies: Record<string, ReviewTally>
  /** Raised each time the text should be brought to the current difference. */
  reveal: number
}

export const useReview = create<Review>(() => ({
  annotators: undefined,
  open: undefined,
  loading: false,
  gold: undefined,
  judged: [],
  filter: 'all',
  current: undefined,
  reason: '',
  editing: undefined,
  undo: [],
  redo: [],
  pending: [],
  saving: false,
  view: 'lanes',
  bulk: false,
  tallies: {},
  reveal: 0,
}))

/** Does a filter let a difference through? */
export function passes(filter: Filter, judged: Judged): boolean {
  if (!isDifference(judged)) return false
  if (filter === 'settled') return !isAsked(judged)
  if (filter === 'all') return true
  const { kinds, alike } = judged.item
  if (filter.startsWith('but-'))
    return alike.includes(filter.slice(4) as Likeness) && kinds.every(kind => kind === 'boundary')
  return kinds.includes(filter as DifferenceKind)
}

/** The differences shown now, in text order. */
export const shown = ({ judged, filter }: Pick<Review, 'judged' | 'filter'>): Judged[] =>
  judged.filter(one => passes(filter, one))

export const currentOf = ({ judged, current }: Pick<Review, 'judged' | 'current'>) =>
  judged.find(({ item }) => item.id === current)

/** How one reads it as what is at hand: the first that is asked, else the first. */
export const firstAsked = (list: readonly Judged[]) => (list.find(isAsked) ?? list[0])?.item.id
