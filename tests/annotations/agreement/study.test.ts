import { expect, test } from 'vitest'
import { spanOf } from '../../../annotations/model/span.ts'
import { goldenCases } from './golden-case.ts'
import { documentOf, mark, reportOn, set, study, text, value } from './study-set.ts'

test('what cannot be compared is said: one annotator, an empty set, spans that hold nothing', () => {
  const good = mark('a1', 'actor', 'الوزير سالم')
  const inverted = { ...good, id: 'x', spans: [{ start: 12, end: 4, quote: 'لا' }] }
  const negative = { ...good, id: 'y', spans: [{ start: -3, end: 4, quote: text.slice(0, 7) }] }
  const moved = { ...good, id: 'z', spans: [{ start: 0, end: 3, quote: 'نفى' }] }
  const report = reportOn([
    documentOf([set('ليلى', [good])], { id: 'alone', title: 'وحيدة' }),
    documentOf([set('ليلى', [good]), { ...set('عمر', []), finished: false }], { id: 'begun' }),
    documentOf([set('ليلى', [good]), set('عمر', [])], { id: 'empty' }),
    documentOf([set('ليلى', [good]), set('عمر', [good, inverted, negative, moved])], { id: 'bad' }),
  ])
  expect(report.documents).toEqual({ all: 4, compared: 2 })
  expect(report.notes.map(({ kind, document, count }) => [kind, document, count])).toEqual([
    ['one-annotator', 'alone', undefined],
    ['not-begun', 'begun', undefined],
    ['one-annotator', 'begun', undefined],
    ['nothing-marked', 'empty', undefined],
    ['bad-spans', 'bad', 3],
  ])
  expect(value(report.byDocument.find(({ id }) => id === 'empty')?.figures, 'f1-strict')).toBe(0)
  expect(value(report.byDocument.find(({ id }) => id === 'bad')?.figures, 'f1-strict')).toBe(1)
})

test('nothing to compare is a report that says so', () => {
  const report = reportOn(
    [documentOf([set('ليلى', [mark('a1', 'actor', 'الوزير سالم')])])],
    study(),
    { gamma: { samples: 3 } },
  )
  expect(report.documents.compared).toBe(0)
  expect(report.overall.every(({ result }) => result.kind === 'undefined')).toBe(true)
  expect(report.notes.map(({ kind }) => kind)).toEqual(['one-annotator', 'never-together'])
})

test('a brat project of two annotators gives the F1 that bratiaa says', () => {
  const published = goldenCases.find(({ id }) => id === 'span-f1-bratiaa-agree2')
  if (!published) throw new Error('the case is gone')
  const filler = 'حبر على ورق. '.repeat(200)
  const marksOf = (side: string, document: string) =>
    (published.data[side] as Record<string, [string, number, number][]>)[document]?.map(
      ([label, start, end], at) => ({
        id: `t${at}`,
        label,
        spans: [spanOf(filler, start, end)],
        attributes: {},
      }),
    ) ?? []
  const documents = ['29', '46'].map(id =>
    documentOf([set('ليلى', marksOf('ann1', id)), set('عمر', marksOf('ann2', id))], {
      id,
      text: filler,
    }),
  )
  const report = reportOn(documents, study({ labels: ['PER', 'LOC', 'ORG', 'MISC'] }))
  expect(value(report.overall, 'f1-strict')).toBeCloseTo(26 / 33, 9)
  expect(report.confusion.pairs[0]?.counts.flat().reduce((sum, n) => sum + n, 0)).toBeGreaterThan(0)
})

test('intervals are the same for the same seed, hold the figure, and say what was drawn', () => {
  const documents = Array.from({ length: 12 }, (_, n) =>
    documentOf(
      [
        set('ليلى', [mark('a1', 'actor', 'الوزير سالم'), mark('d1', 'date', 'أيلول 2025')]),
        set('عمر', [
          mark('a1', 'actor', n % 3 ? 'الوزير سالم' : 'سالم'),
          mark('d1', 'date', 'أيلول 2025'),
        ]),
      ],
      { id: `d${n}` },
    ),
  )
  const once = () => reportOn(documents, study(), { resamples: 200, seed: 5 }).overall
  const [figure] = once()
  expect(once()).toEqual(once())
  if (figure?.result.kind !== 'value' || !figure.interval) throw new Error('no interval')
  expect(figure.interval.low).toBeLessThanOrEqual(figure.result.value)
  expect(figure.interval.high).toBeGreaterThanOrEqual(figure.result.value)
  expect(figure.warnings).toEqual([])
  const few = reportOn(documents.slice(0, 2), study({ paragraphs: true }), { resamples: 200 })
    .overall[0]
  expect(few?.warnings).toContain('by-paragraphs')
})

test('where nearly nothing is marked, high agreement with a low κ is explained', () => {
  const long = `${text}${'لا جديد في هذا اليوم من الأخبار. '.repeat(60)}`
  const quote = (words: string) => [
    spanOf(long, long.indexOf(words), long.indexOf(words) + words.length),
  ]
  const one = { id: 'a', label: 'actor', spans: quote('الوزير سالم'), attributes: {} }
  const two = { id: 'a', label: 'actor', spans: quote('النائب'), attributes: {} }
  const report = reportOn([documentOf([set('ليلى', [one]), set('عمر', [two])], { text: long })])
  const alpha = report.overall.find(({ id }) => id === 'token-alpha')
  expect(alpha?.warnings).toContain('prevalence')
  expect(value(report.overall, 'token-ac1')).toBeGreaterThan(0.95)
})
