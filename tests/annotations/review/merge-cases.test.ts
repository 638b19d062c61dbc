import { expect, test } from 'vitest'
import { adjudicate } from '../../../annotations/review/adjudicate.ts'
import { cases } from './merge-cases.ts'
import { saidIn, setOf } from './sets.ts'

test('all sixteen are here', () => expect(cases).toHaveLength(16))

test.each(cases)(
  '$name: what both agree on is what is expected',
  ({ text, one, two, ...expected }) => {
    const { gold } = adjudicate(
      text,
      [setOf(text, 'أ', ...one), setOf(text, 'ب', ...two)],
      'agreed',
      {
        at: '2026-01-01T00:00:00.000Z',
      },
    )
    expect(saidIn(gold)).toEqual(saidIn(setOf(text, 'x', ...(expected.ours ?? expected.theirs))))
  },
)

test('Isnad decides otherwise in three of them, and nowhere else', () => {
  expect(cases.filter(({ ours }) => ours).map(({ name }) => name)).toEqual([
    'relStacked',
    'simpleRelGovStacked',
    'simpleSpanDiffWithLabelStacking',
  ])
})
