import { expect, test } from 'vitest'
import { dateLikeness } from '../../../annotations/agreement/date-likeness.ts'
import type { DateValue } from '../../../annotations/model/date-value.ts'
import type { Relation } from '../../../annotations/model/relation.ts'
import { documentOf, mark, reportOn, set, spanIn, study, value } from './study-set.ts'

const link = (type: string, from: string, to: string, order?: number): Relation => ({
  id: `${type}-${from}-${to}`,
  type,
  from,
  to,
  ...(order === undefined ? {} : { order }),
})

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
