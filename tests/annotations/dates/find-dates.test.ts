import { expect, test } from 'vitest'
import { findDates } from '../../../annotations/dates/find-dates.ts'
import { timexValue } from '../../../annotations/dates/timex.ts'
import { type GoldenDate, goldenDates } from './golden-dates.ts'

const press = [
  'press-forms',
  'more-forms',
  'wide-forms',
  'blind-forms',
  'blind-forms-2',
  'blind-forms-3',
].flatMap(file => goldenDates(`${file}.jsonl`))
const foundIn = ({ text, anchor }: GoldenDate) => findDates(text, { anchor: anchor ?? undefined })

const findOf = (golden: GoldenDate) =>
  foundIn(golden).find(({ start, end }) => start === golden.start && end === golden.end)

test('of the forms of the press at least 97 in 100 are found with their exact span', () => {
  const dates = press.filter(({ type }) => type !== null)
  const missed = dates.filter(golden => !findOf(golden)).map(({ expression }) => expression)
  expect(missed.length / dates.length, missed.join('، ')).toBeLessThanOrEqual(0.03)
})

test('of those found at least 97 in 100 have the right type, value and modifier', () => {
  const found = press.filter(golden => golden.type !== null && findOf(golden))
  const wrong = found.filter(golden => {
    const date = findOf(golden)
    const values = [golden.value, ...(golden.alt_values ?? [])]
    return date?.type !== golden.type || !values.includes(date.value) || date.mod !== golden.mod
  })
  expect(wrong.length / found.length, wrong.map(({ id }) => id).join(' ')).toBeLessThanOrEqual(0.03)
})

test('what only looks like a date is left alone', () => {
  const tagged = press.filter(
    golden =>
      golden.type === null &&
      foundIn(golden).some(({ start, end }) => start < golden.end && golden.start < end),
  )
  expect(tagged.map(({ text }) => text)).toEqual([])
})

test('every value is one that the model takes', () => {
  for (const golden of press)
    for (const { value } of foundIn(golden)) expect(value).toMatch(timexValue)
})

const values = (text: string, anchor = '2024-08-07') =>
  findDates(text, { anchor }).map(({ text, value }) => [text, value])

test('two names of a month that disagree are kept both, and none is chosen', () => {
  const [date] = findDates('بدأت المحاكمة في فبراير/آذار 2024.')
  expect(date).toMatchObject({
    text: 'فبراير/آذار 2024',
    value: '2024-XX',
    edtf: '[2024-02,2024-03]',
    conflict: { kind: 'month-names', values: ['2024-02', '2024-03'] },
  })
})

test('a weekday that is not the day of its date is flagged, and the date stands', () => {
  const [date] = findDates('وصل الوفد الأحد 14 أغسطس 2024.')
  expect(date).toMatchObject({
    value: '2024-08-14',
    conflict: { kind: 'weekday', said: 7, found: 3 },
  })
})

test('a date that the calendar does not have is none', () => {
  expect(findDates('في 31 فبراير 2023 و 30 شباط 2024.')).toEqual([])
})

test('the next year is counted from the year before it in the text', () => {
  expect(values('تخرج مئات القوات في سبتمبر/أيلول 2025 والبقية بحلول نهاية العام التالي.')).toEqual(
    [
      ['سبتمبر/أيلول 2025', '2025-09'],
      ['نهاية العام التالي', '2026'],
    ],
  )
})

test('inside a quotation today is the day it was said on', () => {
  expect(values('وقال الناطق أمس الثلاثاء: «نبدأ اليوم سحب الآليات وننتهي غدا».')).toEqual([
    ['أمس الثلاثاء', '2024-08-06'],
    ['اليوم', '2024-08-06'],
    ['غدا', '2024-08-07'],
  ])
})

test('a gloss in brackets says which day a quoted today was', () => {
  expect(values('وأضاف أن العمل «يبدأ اليوم (أول أمس) في المعبر».')).toEqual([
    ['اليوم', '2024-08-05'],
    ['أول أمس', '2024-08-05'],
  ])
})

test('without an anchor a printed dateline is one, and without that a relative date stays open', () => {
  const article = 'وفد في المدينة\n\n24 يناير 2024\n\nوصل الوفد أمس.'
  expect(findDates(article).at(-1)).toMatchObject({
    value: '2024-01-23',
    anchor: { day: '2024-01-24', from: 'dateline' },
  })
  expect(findDates('وصل الوفد أمس.')[0]).toMatchObject({ value: 'XXXX-XX-XX', needsAnchor: true })
})

test('a date says how it binds: since, until, and both ends of a range', () => {
  const ranges = (text: string) =>
    findDates(text, { anchor: '2024-08-07' }).map(({ range }) => range)
  expect(ranges('منذ عام 2014')).toEqual(['2014/..'])
  expect(ranges('حتى 30 سبتمبر 2024')).toEqual(['../2024-09-30'])
  expect(ranges('حكم بين عامي 1979 و2003.')).toEqual(['1979/2003', '1979/2003'])
})

test('so long after a past event is counted from that event, and after a coming one from the anchor', () => {
  expect(values('اعتقل في 5 آذار 2023 وأفرج عنه، كما ذكرت أسرته، بعد ثلاثة أيام.').at(-1)).toEqual([
    'بعد ثلاثة أيام',
    '2023-03-08',
  ])
  expect(values('وقع الاتفاق في 5 آذار 2023 وسيبدأ تنفيذه بعد ثلاثة أيام.').at(-1)).toEqual([
    'بعد ثلاثة أيام',
    '2024-08-10',
  ])
})

test('a conjunction before في, two names side by side, and the second of two days are read', () => {
  expect(values('وفي ساعة مبكرة من صباح الثلاثاء')).toEqual([
    ['في ساعة مبكرة من صباح الثلاثاء', '2024-08-06TMO'],
  ])
  expect(values('في يناير كانون الثاني 2024')).toEqual([['يناير كانون الثاني 2024', '2024-01']])
  expect(values('وصل في 5 مايو 2024 ولعب يومي 9 و13 منه.').map(([, value]) => value)).toEqual([
    '2024-05-05',
    '2024-05-09',
    '2024-05-13',
  ])
  expect(values('يعمل 24 ساعة في اليوم.')).toEqual([['24 ساعة', 'PT24H']])
})

test('before a year is not a year ago, and what is decided to happen lies ahead', () => {
  expect(values('استقر الوضع قبل عام 2003.')).toEqual([['عام 2003', '2003']])
  expect(values('قرر المجلس أن يجتمع الاثنين.')).toEqual([['الاثنين', '2024-08-12']])
  expect(values('كان من المقرر أن يجتمع المجلس الاثنين.')).toEqual([['الاثنين', '2024-08-05']])
  expect(values('ومن المزمع عقد الجلسة الخميس.')).toEqual([['الخميس', '2024-08-08']])
})

test('weeks of a month, the first months of a year and nights between commas are one expression', () => {
  expect(values('في الأسبوع الأول من سبتمبر المقبل')).toEqual([
    ['الأسبوع الأول من سبتمبر المقبل', '2024-09-01/2024-09-07'],
  ])
  expect(
    findDates('خلال الأشهر التسعة الأولى من عام 2023', { anchor: '2024-08-07' })[0],
  ).toMatchObject({ type: 'DURATION', value: 'P9M', range: '2023-01/2023-09' })
  expect(values('وصل أمس، الثلاثاء، إلى عمّان')).toEqual([['أمس، الثلاثاء', '2024-08-06']])
})
