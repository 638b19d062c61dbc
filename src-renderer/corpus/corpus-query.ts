import type { DocumentEntry } from '../../annotations/api/views.ts'
import { fold } from '../../annotations/arabic/fold.ts'

export const kinds = ['all', 'untouched', 'in-progress', 'submitted'] as const
export type Kind = (typeof kinds)[number]
export const sorts = ['published', 'title', 'outlet', 'updated', 'annotations'] as const
export type Sort = (typeof sorts)[number]
export const groupings = ['none', 'outlet', 'month', 'status'] as const
export type Grouping = (typeof groupings)[number]

/** What of the corpus is shown. An empty string asks for nothing. */
export type Filter = {
  query: string
  kind: Kind
  outlet: string
  /** First and last day, month or year of publication, as they are stored. */
  from: string
  to: string
  /** Documents in which this annotator has this label; any annotator, any label where empty. */
  label: string
  annotator: string
  withoutClaims: boolean
}

export const everything: Filter = {
  query: '',
  kind: 'all',
  outlet: '',
  from: '',
  to: '',
  label: '',
  annotator: '',
  withoutClaims: false,
}

/** How far an annotator is with a document. */
export function kindOf(entry: DocumentEntry, annotator: string): Exclude<Kind, 'all'> {
  const set = entry.sets[annotator]
  if (!set) return 'untouched'
  return set.status === 'submitted' || set.status === 'approved' ? 'submitted' : 'in-progress'
}

/** What the filter looks in, folded once an entry. */
const haystacks = new WeakMap<DocumentEntry, string>()
export function haystackOf(entry: DocumentEntry): string {
  const known = haystacks.get(entry)
  if (known !== undefined) return known
  const { title, outlet, author, published } = entry
  const { folded } = fold([title, outlet, author, published].join('\n'))
  haystacks.set(entry, folded)
  return folded
}

const countOf = (labels: Record<string, number>) => {
  let sum = 0
  for (const id in labels) sum += labels[id] ?? 0
  return sum
}

/** Annotations of one annotator, or of all. */
function annotationsIn({ sets }: DocumentEntry, annotator: string): number {
  if (annotator !== '') return countOf(sets[annotator]?.labels ?? {})
  return Object.values(sets).reduce((sum, { labels }) => sum + countOf(labels), 0)
}

/** Does some set that is asked about hold a label? */
function holds({ sets }: DocumentEntry, annotator: string, label: string): boolean {
  const asked = annotator === '' ? Object.values(sets) : sets[annotator] ? [sets[annotator]] : []
  return asked.some(({ labels }) => (labels[label] ?? 0) > 0)
}

/** Is a date that is a day, a month or a year within bounds that are? Undated is within none. */
function isWithin(published: string | undefined, from: string, to: string): boolean {
  if (from === '' && to === '') return true
  if (published === undefined) return false
  if (from !== '' && published.slice(0, from.length) < from) return false
  return to === '' || published.slice(0, to.length) <= to
}

/** Entries that a filter lets through, all kinds of them: what is in each kind is counted apart. */
export function matching(entries: readonly DocumentEntry[], filter: Filter): DocumentEntry[] {
  const words = fold(filter.query).folded.split(/\s+/u).filter(Boolean)
  const { outlet, from, to, label, annotator, withoutClaims } = filter
  return entries.filter(
    entry =>
      words.every(word => haystackOf(entry).includes(word)) &&
      (outlet === '' || entry.outlet === outlet) &&
      isWithin(entry.published, from, to) &&
      (annotator === '' || entry.sets[annotator] !== undefined) &&
      (label === '' || holds(entry, annotator, label)) &&
      (!withoutClaims || !holds(entry, annotator, 'claim')),
  )
}

const arabic = new Intl.Collator('ar', { numeric: true })
const later = (a = '', b = '') => (a < b ? -1 : a > b ? 1 : 0)

/** Entries in an order; those that are equal in it stay as they were: by date, then title. */
export function sorted(
  entries: readonly DocumentEntry[],
  sort: Sort,
  descending: boolean,
  annotator: string,
): DocumentEntry[] {
  const updated = ({ sets }: DocumentEntry) => sets[annotator]?.updated
  const by: Record<Sort, (a: DocumentEntry, b: DocumentEntry) => number> = {
    published: (a, b) => later(a.published ?? '9', b.published ?? '9'),
    title: (a, b) => arabic.compare(a.title, b.title),
    outlet: (a, b) => arabic.compare(a.outlet ?? '\uffff', b.outlet ?? '\uffff'),
    updated: (a, b) => later(updated(a), updated(b)),
    annotations: (a, b) => annotationsIn(a, annotator) - annotationsIn(b, annotator),
  }
  // As they come from the main side.
  if (sort === 'published' && !descending) return [...entries]
  const sign = descending ? -1 : 1
  return [...entries].sort((a, b) => sign * by[sort](a, b))
}

type Row = { kind: 'group'; id: string; count: number } | { kind: 'document'; entry: DocumentEntry }

/** What a document is grouped under; empty where that is not known. */
function groupOf(entry: DocumentEntry, grouping: Grouping, annotator: string): string {
  if (grouping === 'outlet') return entry.outlet ?? ''
  if (grouping === 'month') return entry.published?.slice(0, 7) ?? ''
  return grouping === 'status' ? kindOf(entry, annotator) : ''
}

/** Rows with a heading before each group; groups in the order of their first document, folded ones without theirs. */
export function rowsOf(
  entries: readonly DocumentEntry[],
  grouping: Grouping,
  annotator: string,
  closed: ReadonlySet<string>,
): Row[] {
  if (grouping === 'none') return entries.map(entry => ({ kind: 'document', entry }))
  const groups = new Map<string, DocumentEntry[]>()
  for (const entry of entries) {
    const id = groupOf(entry, grouping, annotator)
    const known = groups.get(id)
    if (known) known.push(entry)
    else groups.set(id, [entry])
  }
  return [...groups].flatMap(([id, within]): Row[] => [
    { kind: 'group', id, count: within.length },
    ...(closed.has(id) ? [] : within.map((entry): Row => ({ kind: 'document', entry }))),
  ])
}
