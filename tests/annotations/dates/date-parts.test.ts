import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findDates } from '../../../annotations/dates/find-dates.ts'
import { dateValueOf } from '../../../annotations/model/date-of-span.ts'
import {
  partsOf,
  precisionOf,
  withParts,
  withPrecision,
} from '../../../annotations/model/date-parts.ts'
import type { DateValue } from '../../../annotations/model/date-value.ts'
import { goldenDates } from './golden-dates.ts'

const base: DateValue = { type: 'DATE', value: '2024-08-05', calendar: 'gregorian' }
const made = (parts: Partial<ReturnType<typeof partsOf>>, from: DateValue = base) =>
  withParts(from, { ...partsOf(from), ...parts })

test('precision cuts a date, and asks with X for what is not known yet', () => {
  expect(withPrecision('2024-08-05', 'month')).toBe('2024-08')
  expect(withPrecision('2024-08-05', 'year')).toBe('2024')
  expect(withPrecision('2024', 'day')).toBe('2024-XX-XX')
  expect(precisionOf('2024-W32')).toBeUndefined()
})

test('a stretch may be open at either end, and must not end before it begins', () => {
  expect(made({ isStretch: true, to: '' })).toMatchObject({ value: { edtf: '2024-08-05/..' } })
  expect(made({ isStretch: true, from: '', to: '2024' })).toMatchObject({
    value: { value: '2024', edtf: '../2024' },
  })
  expect(made({ isStretch: true, to: '2024-09' })).toMatchObject({
    value: { value: '2024-08-05/2024-09' },
  })
  expect(made({ isStretch: true, to: '2024-07-30' })).toEqual({ problem: 'order' })
  expect(made({ isStretch: true, from: '', to: '' })).toEqual({ problem: 'empty' })
})

test('uncertain and about are said together', () => {
  expect(made({ isUncertain: true })).toMatchObject({ value: { edtf: '2024-08-05?' } })
  expect(made({ isUncertain: true }, { ...base, mod: 'APPROX' })).toMatchObject({
    value: { edtf: '2024-08-05%', mod: 'APPROX' },
  })
  expect(made({ isUncertain: false }, { ...base, edtf: '2024-08-05?' })).toMatchObject({
    value: { edtf: '2024-08-05' },
  })
})

test('a day of the Hijri calendar is taken as the Gregorian day it is, a month as its days', () => {
  const hijri: DateValue = { ...base, calendar: 'islamic-umalqura' }
  expect(made({ from: '1446-02-20' }, hijri)).toMatchObject({ value: { value: '2024-08-24' } })
  expect(made({ from: '1446-09' }, hijri)).toMatchObject({
    value: { value: '2025-03-01/2025-03-29' },
  })
  expect(made({ from: '1446-02-31' }, hijri)).toEqual({ problem: 'shape' })
})

test('every date of the press is what its own parts say', () => {
  for (const { text, anchor } of goldenDates('press-forms.jsonl'))
    for (const mention of findDates(text, { anchor: anchor ?? undefined })) {
      const value = dateValueOf(mention)
      const again = withParts(value, partsOf(value))
      expect(again, mention.text).toMatchObject({ value: { value: value.value } })
    }
})

test('nothing that is typed throws', () => {
  const typed = fc.oneof(fc.string(), fc.stringMatching(/^[0-9X/.?~%-]{0,12}$/))
  fc.assert(
    fc.property(typed, typed, fc.boolean(), fc.boolean(), (from, to, isStretch, isUncertain) => {
      const read = withParts(base, { from, to, isStretch, isUncertain })
      expect('value' in read || 'problem' in read).toBe(true)
    }),
    { numRuns: 200 },
  )
})
