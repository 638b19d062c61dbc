import { expect, test } from 'vitest'
import type { DocumentEntry } from '../../annotations/api/views.ts'
import {
  everything,
  type Filter,
  matching,
  rowsOf,
  sorted,
} from '../../src-renderer/corpus/corpus-query.ts'

const entry = (id: number, more: Partial<DocumentEntry>): DocumentEntry => ({
  id: String(id).padStart(16, '0'),
  title: `مقال ${id}`,
  words: 10,
  sets: {},
  ...more,
})
const set = (
  labels: Record<string, number>,
  status: 'in-progress' | 'submitted' = 'in-progress',
) => ({
  status,
  revision: 1,
  updated: '2024-10-12T09:30:00.000Z',
  labels,
})
const corpus = [
  entry(1, { title: 'أحمد في بغداد', outlet: 'المرصد', published: '2024-07-22' }),
  entry(2, {
    outlet: 'الضفتين',
    published: '2024-08',
    sets: { ليلى: set({ claim: 2, actor: 1 }) },
  }),
  entry(3, { outlet: 'المرصد', published: '2024', sets: { عمر: set({ date: 1 }, 'submitted') } }),
  entry(10, {}),
]
const found = (patch: Partial<Filter>) =>
  matching(corpus, { ...everything, ...patch }).map(({ id }) => Number(id))

test('letters that are spelled otherwise are found, every word of them', () => {
  expect(found({ query: 'احمد' })).toEqual([1])
  expect(found({ query: 'بغداد المرصد' })).toEqual([1])
  expect(found({ query: 'بغداد الضفتين' })).toEqual([])
  expect(found({ query: 'مقال' })).toEqual([2, 3, 10])
})

test('a date that is a month or a year lies where it may lie; undated lies nowhere', () => {
  expect(found({ from: '2024-08' })).toEqual([2])
  expect(found({ to: '2024-07-31' })).toEqual([1, 3])
  expect(found({ from: '2024' })).toEqual([1, 2, 3])
  expect(found({ from: '2025' })).toEqual([])
})

test('labels and annotators narrow together, and what has no claims can be asked for', () => {
  expect(found({ label: 'date' })).toEqual([3])
  expect(found({ label: 'date', annotator: 'ليلى' })).toEqual([])
  expect(found({ annotator: 'عمر' })).toEqual([3])
  expect(found({ withoutClaims: true })).toEqual([1, 3, 10])
})

test('titles sort as a reader counts: 2, 3, 10; most first where asked', () => {
  const ids = (list: DocumentEntry[]) => list.map(({ id }) => Number(id))
  expect(ids(sorted(corpus, 'title', false, 'ليلى'))).toEqual([1, 2, 3, 10])
  expect(ids(sorted(corpus, 'annotations', true, 'ليلى'))[0]).toBe(2)
  expect(ids(sorted(corpus, 'published', true, 'ليلى'))[0]).toBe(10)
})

test('a group folded away keeps its heading and its count', () => {
  const rows = rowsOf(corpus, 'outlet', 'ليلى', new Set(['المرصد']))
  expect(
    rows.map(row => (row.kind === 'group' ? [row.id, row.count] : Number(row.entry.id))),
  ).toEqual([['المرصد', 2], ['الضفتين', 1], 2, ['', 1], 10])
})
