import { expect, test } from 'vitest'
import { dateLikeness } from '../../../annotations/agreement/date-likeness.ts'
import { type ReportOptions, reportOf } from '../../../annotations/agreement/report.ts'
import {
  agreementReport,
  type Figure,
  type FigureId,
} from '../../../annotations/agreement/report-shape.ts'
import { studyDocument } from '../../../annotations/agreement/study.ts'
import type {
  Study,
  StudyDocument,
  StudySet,
} from '../../../annotations/agreement/study-document.ts'
import type { Annotation, Attributes } from '../../../annotations/model/annotation.ts'
import type { DateValue } from '../../../annotations/model/date-value.ts'
import type { Relation } from '../../../annotations/model/relation.ts'
import { spanOf } from '../../../annotations/model/span.ts'
import { goldenCases } from './golden-case.ts'

const text =
  'قال الوزير سالم إن «التحالف الدولي» سيغادر البلاد في أيلول 2025.\nونقلت وكالة الضفة عن مصدر أن النائب نفى ذلك، وللتحالف رأي آخر.\n'

const spanIn = (words: string, nth = 0) => {
  let start = -1
  for (let n = 0; n <= nth; n++) start = text.indexOf(words, start + 1)
  if (start < 0) throw new Error(`no ${words}`)
  return spanOf(text, start, start + words.length)
}
const mark = (
  id: string,
  label: string,
  words: string | string[],
  attributes: Attributes = {},
): Annotation => ({
  id,
  label,
  spans: [words].flat().map(part => spanIn(part)),
  attributes,
})
const link = (type: string, from: string, to: string, order?: number): Relation => ({
  id: `${type}-${from}-${to}`,
  type,
  from,
  to,
  ...(order === undefined ? {} : { order }),
})
const set = (
  annotator: string,
  annotations: Annotation[],
  relations: Relation[] = [],
): StudySet => ({
  annotator,
  annotations,
  relations,
  finished: true,
})
const study = (more: Partial<Study> = {}): Study => ({
  annotators: ['ليلى', 'عمر'],
  labels: ['actor', 'date', 'claim'],
  matching: 'exact',
  paragraphs: false,
  ...more,
})
const documentOf = (sets: StudySet[], more: Partial<StudyDocument> = {}): StudyDocument => ({
  id: 'd1',
  title: 'خبر',
  text,
  sets,
  ...more,
})
const options: ReportOptions = { title: 'دراسة', seed: 1, resamples: 0, documents: 1, notes: [] }

function reportOn(documents: StudyDocument[], about = study(), more: Partial<ReportOptions> = {}) {
  const studied = documents.map(one => studyDocument(one, about))
  const notes = studied.flatMap(one => one.notes)
  const data = studied.flatMap(one => one.data ?? [])
  const report = reportOf(data, about, { ...options, documents: documents.length, notes, ...more })
  // What travels is what the contract says.
  expect(agreementReport.parse(report)).toEqual(report)
  return report
}
const value = (figures: readonly Figure[] | undefined, id: FigureId): number => {
  const found = figures?.find(one => one.id === id)
  if (found?.result.kind !== 'value') throw new Error(`${id}: ${JSON.stringify(found?.result)}`)
  return found.result.value
}

test('F1 by label and over all: nested and discontinuous marks count as themselves', () => {
  const both = [mark('a1', 'actor', 'الوزير سالم'), mark('c2', 'claim', ['النائب نفى', 'ذلك'])]
  const one = [
    ...both,
    mark('c1', 'claim', 'سيغادر البلاد في أيلول 2025'),
    mark('d1', 'date', 'أيلول 2025'),
  ]
  const two = [
    ...both,
    mark('c1', 'claim', 'التحالف الدولي» سيغادر البلاد في أيلول 2025'),
    mark('d1', 'date', 'أيلول 2025'),
  ]
  const report = reportOn([documentOf([set('ليلى', one), set('عمر', two)])])
  expect(value(report.overall, 'f1-strict')).toBe(3 / 4)
  expect(value(report.overall, 'f1-relaxed')).toBe(1)
  const claim = report.byLabel.find(({ label }) => label === 'claim')
  expect(value(claim?.figures, 'f1-strict')).toBe(1 / 2)
  expect(value(report.byPair[0]?.figures, 'precision')).toBe(3 / 4)
  expect(report.passages[0]).toMatchObject({ cost: 2, share: 1 })
  expect(report.passages[0]?.quote).toContain('سيغادر')
})

test('the same but for the proclitic, the article and the quotation marks is the same on request', () => {
  const pairs: [string, string][] = [
    ['«التحالف الدولي»', 'التحالف الدولي'],
    ['وللتحالف', 'تحالف'],
    ['الوزير سالم', 'وزير سالم'],
    ['ونقلت', 'نقلت'],
  ]
  const of = (which: 0 | 1) =>
    pairs.map((pair, at) => {
      const words = pair[which]
      // Of "للتحالف" alone the article is the second lam.
      const nth = words === 'تحالف' ? 1 : 0
      return { id: `x${at}`, label: 'actor', spans: [spanIn(words, nth)], attributes: {} }
    })
  const documents = [documentOf([set('ليلى', of(0)), set('عمر', of(1))])]
  expect(value(reportOn(documents).overall, 'f1-strict')).toBe(0)
  expect(value(reportOn(documents, study({ matching: 'arabic' })).overall, 'f1-strict')).toBe(1)
  const shorter = [
    documentOf([
      set('ليلى', [mark('a', 'actor', 'الوزير سالم')]),
      set('عمر', [mark('a', 'actor', 'سالم')]),
    ]),
  ]
  expect(value(reportOn(shorter, study({ matching: 'arabic' })).overall, 'f1-strict')).toBe(0)
})

const date = (value: string, more: Partial<DateValue> = {}): DateValue => ({
  type: 'DATE',
  value,
  calendar: 'gregorian',
  ...more,
})

test('dates are the more alike the nearer and the more precise alike', () => {
  const day = date('2025-09-10')
  const alike = ['2025-09-10', '2025-09-11', '2025-09', '2025-Q3', '2025', '2019'].map(other =>
    dateLikeness(day, date(other)),
  )
  expect(alike[0]).toBe(1)
  for (const [at, likeness] of alike.entries())
    if (at > 2) expect([at, likeness < (alike[at - 1] ?? 0)]).toEqual([at, true])
  expect(alike[1]).toBeCloseTo(0.5 / (1 + 1 / 30), 9)
  expect(dateLikeness(day, date('2025-09-10', { mod: 'APPROX' }))).toBeCloseTo(0.9, 9)
  expect(
    dateLikeness(date('P2D', { type: 'DURATION' }), date('PT24H', { type: 'DURATION' })),
  ).toBeCloseTo(0.5, 9)
  expect(dateLikeness(date('2025-W37'), date('2025-09-08'))).toBeGreaterThan(0.4)
  expect(dateLikeness(date('PXM', { type: 'DURATION' }), day)).toBe(0)
})

test('attributes, actors and dates are compared on the spans in common', () => {
  const one = [
    mark('a1', 'actor', 'الوزير سالم', { kind: 'person', actor: 'salem' }),
    mark('a2', 'actor', 'وكالة الضفة', { kind: 'media' }),
    mark('d1', 'date', 'أيلول 2025', { value: date('2025-09') }),
  ]
  const two = [
    mark('a1', 'actor', 'الوزير', { kind: 'person', actor: 'minister' }),
    mark('a2', 'actor', 'وكالة الضفة', { kind: 'organisation' }),
    mark('d1', 'date', 'أيلول 2025', { value: date('2025-09', { mod: 'END' }) }),
  ]
  const { attributes } = reportOn([documentOf([set('ليلى', one), set('عمر', two)])])
  const of = (label: string, attribute: string) =>
    attributes.find(found => found.label === label && found.attribute === attribute)?.figures
  expect(value(of('actor', 'kind'), 'attribute-percent')).toBe(0.5)
  expect(value(of('actor', 'actor'), 'attribute-percent')).toBe(0)
  expect(value(of('date', 'value'), 'date-exact')).toBe(0)
  expect(value(of('date', 'value'), 'date-graded')).toBeCloseTo(0.9, 9)
})

test('a claim has partial credit for content, chain, stance and date; a chain for its order', () => {
  const marks = (stance: string) => [
    mark('s1', 'actor', 'وكالة الضفة'),
    mark('s2', 'actor', 'مصدر'),
    mark('s3', 'actor', 'النائب'),
    mark('c1', 'claim', 'نفى ذلك', { stance }),
  ]
  const one = set('ليلى', marks('denies'), [
    link('source', 'c1', 's1', 1),
    link('source', 'c1', 's2', 2),
    link('source', 'c1', 's3', 3),
  ])
  const same = set('عمر', marks('denies'), one.relations as Relation[])
  const turned = set('عمر', marks('reports'), [
    link('source', 'c1', 's2', 1),
    link('source', 'c1', 's1', 2),
    link('source', 'c1', 's3', 3),
  ])
  const whole = reportOn([documentOf([one, same])]).claims
  for (const id of [
    'claim-credit',
    'chain-exact',
    'chain-order',
    'claim-content',
    'claim-stance',
  ] as const)
    expect([id, value(whole, id)]).toEqual([id, 1])
  const part = reportOn([documentOf([one, turned])])
  expect(value(part.claims, 'chain-exact')).toBe(0)
  expect(value(part.claims, 'chain-order')).toBeCloseTo(2 / 3, 9)
  // Content .4 and two thirds of a chain's .3 of the .9 that content, chain and stance weigh; no date was given.
  expect(value(part.claims, 'claim-credit')).toBeCloseTo((0.4 + 0.2) / 0.9, 9)
  expect(value(part.relations.find(({ type }) => type === 'source')?.figures, 'relation-f1')).toBe(
    1,
  )
  const alone = reportOn([documentOf([one, set('عمر', marks('denies').slice(0, 3))])])
  expect(value(alone.claims, 'claim-credit')).toBe(0)
})

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
