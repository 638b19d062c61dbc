import { expect, test } from 'vitest'
import { claimRecords } from '../../annotations/claims/claim-record.ts'
import type { Actor } from '../../annotations/model/actor.ts'
import type { Annotation } from '../../annotations/model/annotation.ts'
import type { Relation } from '../../annotations/model/relation.ts'
import { spanOf } from '../../annotations/model/span.ts'

const text =
  'نقلت وكالة «الرافدين» عن ثلاثة مصادر قولها إن مفاوضين أبلغوا الوفد أن المهمة تنتهي في أيلول 2025.'
const words = (...quotes: string[]) =>
  quotes.map(quote => spanOf(text, text.indexOf(quote), text.indexOf(quote) + quote.length))

const actors = new Map<string, Actor>([
  [
    'rafidain',
    {
      id: 'rafidain',
      name: { ar: 'وكالة الرافدين' },
      kind: 'media',
      aliases: [],
      titles: [],
      notes: '',
      externalIds: {},
    },
  ],
])
const date = { type: 'DATE', value: '2025-09', calendar: 'gregorian' } as const

const annotations: Annotation[] = [
  { id: 'q1', label: 'cue', spans: words('نقلت', 'عن'), attributes: {} },
  {
    id: 'a1',
    label: 'actor',
    spans: words('وكالة «الرافدين»'),
    attributes: { actor: 'rafidain' },
  },
  {
    id: 'a2',
    label: 'actor',
    spans: words('ثلاثة مصادر'),
    attributes: { kind: 'anonymous-source', count: 3 },
  },
  { id: 'a3', label: 'actor', spans: words('مفاوضين'), attributes: { actor: 'gone' } },
  { id: 'q3', label: 'cue', spans: words('أبلغوا'), attributes: {} },
  {
    id: 'c1',
    label: 'claim',
    spans: words('المهمة تنتهي', 'أيلول 2025'),
    attributes: { stance: 'asserts', voice: 'indirect' },
  },
  { id: 'd1', label: 'date', spans: words('أيلول 2025'), attributes: { value: date } },
]
const relations: Relation[] = [
  { id: 'r1', type: 'source', from: 'c1', to: 'a3', order: 3 },
  { id: 'r2', type: 'source', from: 'c1', to: 'a1', order: 1 },
  { id: 'r3', type: 'source', from: 'c1', to: 'a2', order: 2 },
  { id: 'r4', type: 'cue', from: 'c1', to: 'q3', order: 3 },
  { id: 'r5', type: 'cue', from: 'c1', to: 'q1', order: 1 },
  { id: 'r6', type: 'about', from: 'c1', to: 'd1' },
  { id: 'r7', type: 'about', from: 'c1', to: 'removed' },
]

test('a claim says who says it, through whom, about when', () => {
  expect(claimRecords({ annotations, relations }, actors)).toMatchObject([
    {
      id: 'c1',
      quote: 'المهمة تنتهي … أيلول 2025',
      stance: 'asserts',
      proposition: null,
      sources: [
        {
          order: 1,
          quote: 'وكالة «الرافدين»',
          actor: 'rafidain',
          name: 'وكالة الرافدين',
          kind: 'media',
          cue: 'نقلت … عن',
        },
        {
          order: 2,
          quote: 'ثلاثة مصادر',
          actor: null,
          name: null,
          kind: 'anonymous-source',
          cue: null,
        },
        { order: 3, quote: 'مفاوضين', actor: 'gone', name: null, kind: null, cue: 'أبلغوا' },
      ],
      dates: [{ value: '2025-09', quote: 'أيلول 2025' }],
    },
  ])
})

test('a claim nobody is said to have made is still a claim', () => {
  expect(claimRecords({ annotations, relations: [] }, actors)).toMatchObject([
    { id: 'c1', sources: [], dates: [] },
  ])
})
