import { expect, test } from 'vitest'
import { findDates } from '../../../annotations/dates/find-dates.ts'
import { canonicalAttributes } from '../../../annotations/model/canonical-set.ts'
import { dateOfSpan } from '../../../annotations/model/date-of-span.ts'
import { type DateValue, dateValue } from '../../../annotations/model/date-value.ts'
import { arePlainAnnotations } from '../../../annotations/model/plain-annotations.ts'
import { readTypedDate, typedDate } from '../../../annotations/model/typed-date.ts'

const text = 'خرج الجنود في سبتمبر/أيلول 2025، ويخرج الباقون نهاية العام التالي.'
const anchor = '2024-09-06'
const dates = findDates(text, { anchor })
const spanOf = (words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
})

test('a span that is tagged has the value of the date it covers, with its rule and what it counts from', () => {
  const value = dateOfSpan(dates, text, spanOf('العام التالي'), anchor)
  expect(value).toEqual({
    type: 'DATE',
    value: '2026',
    mod: 'END',
    edtf: '2026',
    calendar: 'gregorian',
    anchor: '2025-09-01',
    rule: 'from-previous',
    decided: 'rule',
  })
  expect(dateValue.safeParse(value).success).toBe(true)
  expect(dateOfSpan(dates, text, spanOf('الجنود'), anchor)).toBeUndefined()
})

test('a value from before rules were kept is still one, and a new one is read the quick way, too', () => {
  const stored = (value: unknown) => [
    { id: 'a', label: 'date', spans: [{ start: 0, end: 3, quote: 'خرج' }], attributes: { value } },
  ]
  const old: DateValue = { type: 'DATE', value: '2024-09', calendar: 'gregorian' }
  const now: DateValue = { ...old, anchor, rule: 'written', decided: 'rule' }
  for (const value of [old, now]) {
    expect(dateValue.safeParse(value).success).toBe(true)
    expect(arePlainAnnotations(stored(value))).toBe(true)
    expect(canonicalAttributes({ value }).value).toEqual(value)
  }
  for (const wrong of [
    { ...now, anchor: '2024-02-31' },
    { ...now, decided: 'chance' },
  ]) {
    expect(dateValue.safeParse(wrong).success).toBe(false)
    expect(arePlainAnnotations(stored(wrong))).toBe(false)
  }
})

const base: DateValue = {
  type: 'DATE',
  value: '2024-08-06',
  calendar: 'gregorian',
  anchor: '2024-08-07',
  rule: 'days-from-anchor',
  decided: 'rule',
}

test.each([
  ['2024-08', { value: '2024-08', edtf: '2024-08', type: 'DATE' }],
  ['1952?', { value: '1952', edtf: '1952?', type: 'DATE' }],
  ['2023/..', { value: '2023', edtf: '2023/..', type: 'DATE' }],
  ['../2026-09', { value: '2026-09', edtf: '../2026-09', type: 'DATE' }],
  ['2024-01/2024-03', { value: '2024-01/2024-03', edtf: '2024-01/2024-03', type: 'DATE' }],
  ['pt72h', { value: 'PT72H', type: 'DURATION' }],
  ['2024-08-06T24:00', { value: '2024-08-06T24:00', type: 'TIME' }],
  ['p2d', { value: 'P2D', type: 'DURATION' }],
  ['2024-08-06TEV', { value: '2024-08-06TEV', type: 'TIME' }],
])(
  'what is typed as %s is a person’s decision, and is shown as it was typed',
  (typed, expected) => {
    const value = readTypedDate(typed, base)
    expect(value).toEqual({ calendar: 'gregorian', decided: 'person', ...expected })
    expect(value && typedDate(value)).toBe(typed.toUpperCase())
  },
)

test.each([
  '',
  'أمس',
  '2024-02-31',
  '31/12/2024',
  '2024-13-40T',
  '?',
  '2020-13',
  '2020-00/..',
  '2024-W60',
  '2024-08-06T25:00',
  '2024-08-06T10:75',
])('%j is no value', typed => {
  expect(readTypedDate(typed, base)).toBeUndefined()
})
