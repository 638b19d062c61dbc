import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hiddenMarks } from '../../annotations/arabic/hidden-marks.ts'
import { asciiDigits } from '../../annotations/text/digits.ts'
import { arabicNews } from '../arabic-news.ts'

const found = (text: string) =>
  hiddenMarks(text).map(({ kind, name, start }) => [kind, name, start])

test.each<[string, unknown[]]>([
  ['قال \u200fالوزير', [['control', 'RLM', 4]]],
  [
    '\u2067نهر\u2069',
    [
      ['control', 'RLI', 0],
      ['control', 'PDI', 4],
    ],
  ],
  ['\u202eنهر', [['unbalanced', 'RLO', 0]]],
  [
    '\u2066نهر\nسد\u2069',
    [
      ['unbalanced', 'LRI', 0],
      ['unbalanced', 'PDI', 7],
    ],
  ],
  ['نهر\u202c', [['unbalanced', 'PDF', 3]]],
  ['أحمدی', [['look-alike', 'U+06CC', 4]]],
  ['جمهوری اسلامی', []],
  ['Rеuters', [['look-alike', 'U+0435', 1]]],
  ['Москва', []],
  ['20۲4', [['look-alike', 'U+06F2', 2]]],
  ['نماینده‌گان', []],
])('%j', (text, marks) => {
  expect(found(text)).toEqual(marks)
})

test('a Persian letter is out of place in a word without Arabic ones, too, where the text writes Arabic ones', () => {
  const arabic =
    'التقى رئيس الوزراء في بغداد كبار المسؤولين الكرديين، ثم غادر إلى أربيل في يومين كاملين.'
  const names = (text: string) => hiddenMarks(text).map(({ name, like }) => [name, like])
  expect(names(`${arabic} ووصل علی إلى المطار`)).toEqual([['U+06CC', 'ي']])
  expect(names(`${arabic} وکتب في تویتر`)).toEqual([
    ['U+06A9', 'ك'],
    ['U+06CC', 'ي'],
  ])
  // A quotation of another language is no spoof, and neither is a word with letters Arabic has not.
  expect(names(`${arabic} صحيفة گزارش پیام`)).toEqual([])
  expect(names(`${arabic} «${'کیهان ایران روزنامه '.repeat(20)}»`)).toEqual([])
})

test('marks are inside any text, in order', () => {
  fc.assert(
    fc.property(fc.oneof(arabicNews, fc.string({ unit: 'binary' })), text => {
      let last = 0
      for (const { start, end } of hiddenMarks(text)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeLessThanOrEqual(text.length)
        last = start
      }
    }),
  )
  expect(hiddenMarks('\u202e'.repeat(500_000))).toHaveLength(500_000)
  expect(hiddenMarks('aд'.repeat(250_000))).toHaveLength(250_000)
  expect(hiddenMarks('aд '.repeat(100_000))).toHaveLength(100_000)
})

test('digits of three scripts are one', () => {
  expect(asciiDigits('٢٠٢٤ ۲۰۲۴ 2024')).toBe('2024 2024 2024')
})
