import { expect, test } from 'vitest'
import { measures } from '../../../annotations/agreement/measures.ts'

const reason = (result: { kind: string; reason?: string }) => result.reason

test('one category is not agreement, however often', () => {
  const rows = Array.from({ length: 20 }, () => ['claim', 'claim'])
  for (const id of [
    'scott-pi',
    'cohen-kappa',
    'fleiss-kappa',
    'bennett-s',
    'randolph-kappa',
    'gwet-ac1',
    'krippendorff-alpha',
  ] as const)
    expect([id, reason(measures[id].compute(rows))]).toEqual([id, 'one-category'])
  expect(measures['percent-agreement'].compute(rows)).toMatchObject({ value: 1 })
})

test('without a unit that two coded there is nothing to say', () => {
  for (const rows of [
    [],
    [
      ['a', null],
      [null, 'b'],
    ],
    [[null, null]],
  ])
    for (const id of [
      'percent-agreement',
      'scott-pi',
      'cohen-kappa',
      'fleiss-kappa',
      'gwet-ac1',
      'gwet-ac2',
      'krippendorff-alpha',
    ] as const)
      expect([id, reason(measures[id].compute(rows))]).toEqual([id, 'no-pairs'])
})

test('words have no interval', () => {
  const rows = [
    ['a', 'b'],
    ['b', 'b'],
  ]
  expect(measures['krippendorff-alpha'].compute(rows, { level: 'interval' })).toEqual({
    kind: 'undefined',
    reason: 'not-numbers',
    detail: 'a',
  })
  expect(reason(measures['gwet-ac2'].compute(rows))).toBe('not-numbers')
  expect(measures['gwet-ac2'].compute(rows, { categories: ['a', 'b'] }).kind).toBe('value')
})

test('inverted, empty and negative spans are named, not counted', () => {
  const good = [{ label: 'claim', start: 0, end: 4 }]
  for (const [start, end] of [
    [5, 2],
    [3, 3],
    [-2, 4],
    [Number.NaN, 4],
  ] as const) {
    const bad = [{ label: 'claim', start, end }]
    for (const id of ['span-f1', 'character-jaccard'] as const)
      expect(measures[id].compute({ gold: good, predicted: bad })).toEqual({
        kind: 'undefined',
        reason: 'bad-unit',
        detail: `${start}-${end}`,
      })
  }
  const units = [
    { annotator: 'a', start: 0, end: 4, category: 'x' },
    { annotator: 'b', start: 9, end: 7, category: 'x' },
  ]
  for (const id of ['gamma', 'u-alpha', 'krippendorff-alpha-u'] as const)
    expect(reason(measures[id].compute({ begin: 0, length: 20, units }))).toBe('bad-unit')
})

test('units outside the text, over one another, or of one annotator alone are said', () => {
  const unit = (annotator: string, start: number, end: number) => ({
    annotator,
    start,
    end,
    category: 'x',
  })
  const compute = (units: ReturnType<typeof unit>[]) =>
    reason(measures['u-alpha'].compute({ begin: 0, length: 20, units }))
  expect(compute([unit('a', 0, 4), unit('b', 18, 25)])).toBe('outside-continuum')
  expect(compute([unit('a', 0, 4), unit('a', 2, 6), unit('b', 1, 2)])).toBe('overlapping-units')
  expect(compute([unit('a', 0, 4)])).toBe('two-coders-needed')
  expect(compute([])).toBe('two-coders-needed')
  const nobody = { begin: 0, length: 20, annotators: ['a', 'b'], units: [] }
  expect(reason(measures['u-alpha'].compute(nobody))).toBe('no-units')
  expect(reason(measures.gamma.compute(nobody))).toBe('no-units')
})

test('an annotator who marked nothing counts as one who found nothing', () => {
  const units = [{ annotator: 'a', start: 2, end: 6, category: 'x' }]
  const data = { begin: 0, length: 40, annotators: ['a', 'b'], units }
  const alpha = measures['u-alpha'].compute(data)
  expect(alpha.kind === 'value' && alpha.value).toBeLessThan(0.05)
  expect(measures.gamma.compute(data, { samples: 20 }).kind).toBe('value')
})

test('no spans, no boundaries, two lengths', () => {
  expect(reason(measures['span-f1'].compute({ gold: [], predicted: [] }))).toBe('no-spans')
  expect(
    measures['span-f1'].compute({ gold: [{ label: 'x', start: 0, end: 1 }], predicted: [] }),
  ).toMatchObject({
    value: 0,
    precision: null,
    recall: 0,
  })
  expect(reason(measures['boundary-similarity'].compute({ a: [6], b: [6] }))).toBe('no-boundaries')
  expect(reason(measures['boundary-similarity'].compute({ a: [6], b: [5] }))).toBe(
    'different-lengths',
  )
  expect(reason(measures['window-diff'].compute({ a: [3, 3], b: [6] }, { k: 9 }))).toBe(
    'bad-window',
  )
})
