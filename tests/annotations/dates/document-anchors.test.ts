import { expect, test } from 'vitest'
import { findDates } from '../../../annotations/dates/find-dates.ts'
import {
  anchorAt,
  appendedAnchors,
  dateOptions,
  settledAnchors,
} from '../../../annotations/model/document-anchors.ts'
import { findRegions } from '../../../annotations/text/find-regions.ts'

const body = 'وصل الوفد أمس إلى المدينة حيث التقى أعضاء المجلس وبحث معهم سبل العمل في العام المقبل.'
const second =
  'وزير الزراعة يفتتح معرض التمور\nTT\nوزير الزراعة يفتتح معرض التمور\n20 نوفمبر 2024\nافتتح الوزير أمس معرضا للتمور في المدينة حضره عدد كبير من المزارعين والتجار.'
const page = `وفد يزور المدينة القديمة\n\n${body}\n\nمقالات ذات صلة\n${second}\n`

test('a second article on a page is counted from the day it prints, and the first from its own', () => {
  const anchors = appendedAnchors(page, findRegions(page))
  expect(anchors).toHaveLength(1)
  expect(anchors[0]).toMatchObject({ day: '2024-11-20' })
  const document = { published: '2024-07-23', anchors }
  const values = findDates(page, dateOptions(document))
    .filter(({ text }) => text === 'أمس')
    .map(({ value }) => value)
  expect(values).toEqual(['2024-07-22', '2024-11-19'])
  expect(anchorAt(document, page.indexOf('افتتح الوزير')).day).toBe('2024-11-20')
  expect(anchorAt(document, 0)).toEqual({ day: '2024-07-23' })
})

test('a headline that stands again above the text is no other article', () => {
  const again = 'وفد يزور المدينة القديمة\n\nTT\nوفد يزور المدينة القديمة\n\n'
  const both = `${again}${page.slice(page.indexOf(body))}`
  const anchors = appendedAnchors(both, findRegions(both))
  expect(anchors.map(({ start }) => start)).toEqual([both.indexOf('وزير الزراعة')])
})

test('in a stretch whose day nobody knows what is relative stays open', () => {
  const start = page.indexOf('مقالات')
  const [, open] = findDates(page, {
    anchor: '2024-07-23',
    anchors: [{ start, end: page.length }],
  }).filter(({ text }) => text === 'أمس')
  expect(open).toMatchObject({ value: 'XXXX-XX-XX', needsAnchor: true })
})

test('what is counted from an uncertain day is uncertain, what is written is not', () => {
  const dates = findDates('وصل أمس ويعود في 5 مارس 2025.', { anchor: '2024-08-07', unsure: true })
  expect(dates.map(({ value, edtf }) => [value, edtf])).toEqual([
    ['2024-08-06', '2024-08-06?'],
    ['2025-03-05', '2025-03-05'],
  ])
})

test('stretches with days of their own stay in order and apart, the later one cutting', () => {
  const settled = settledAnchors(
    [
      { start: 10, end: 90, day: '2024-01-01' },
      { start: 40, end: 50 },
      { start: 80, end: 400 },
    ],
    100,
  )
  expect(settled.map(({ start, end }) => [start, end])).toEqual([
    [10, 40],
    [40, 50],
    [50, 80],
    [80, 100],
  ])
})
