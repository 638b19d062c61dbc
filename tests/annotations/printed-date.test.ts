import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printedDate } from '../../annotations/text/printed-date.ts'

test('a line that prints a day and nothing else is that day', () => {
  const lines: [string, string][] = [
    ['24 يناير 2024', '2024-01-24'],
    ['٢٤ كانون الثاني ٢٠٢٤', '2024-01-24'],
    ['24 كانون الأول 2023', '2023-12-24'],
    ['3 تشرين الأول 2023', '2023-10-03'],
    ['24/1/2024', '2024-01-24'],
    ['٢٤/٠١/٢٠٢٤', '2024-01-24'],
    ['2024-01-24', '2024-01-24'],
    ['2024/01/24', '2024-01-24'],
    ['2024-01-24T23:30:00+03:00', '2024-01-24'],
    ['الاثنين 22 تموز/يوليو 2024', '2024-07-22'],
    ['الإثنين، 22 يوليو (تموز) 2024', '2024-07-22'],
    ['يوم الجمعة 6 أيلول/ سبتمبر 2024م', '2024-09-06'],
    ['الأربعاء - 12 رجب 1445 هـ - 24 يناير 2024 مـ', '2024-01-24'],
    ['نُشر في: 5 آب 2023 - 14:30', '2023-08-05'],
    ['تاريخ النشر: 29 شباط 2024', '2024-02-29'],
    ['24 يناير 2024 | 05:30 م (بتوقيت القدس)', '2024-01-24'],
    ['\u200f24 يناير\u00a02024\u200f', '2024-01-24'],
    ['1 غشت 2022', '2022-08-01'],
    ['14 جويلية 2022', '2022-07-14'],
  ]
  for (const [line, day] of lines) expect([line, printedDate(line)]).toEqual([line, day])
})

test('what is no day, or not only a day, is none', () => {
  for (const line of [
    'قال الوزير يوم 24 يناير 2024',
    '24 يناير 2024 كان يومًا طويلًا',
    'يناير 2024',
    '24 يناير',
    '30 شباط 2024',
    '29 فبراير 2023',
    '1/24/2024',
    '24 يناير/شباط 2024',
    '12 رجب 1445',
    'آخر تحديث: 24 يناير 2024',
    '2024',
    '',
  ])
    expect([line, printedDate(line)]).toEqual([line, undefined])
})

test('any text is answered, with a day of the calendar or with nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), line => {
      expect(printedDate(line) ?? '2000-01-01').toMatch(/^\d{4}-\d{2}-\d{2}$/)
    }),
  )
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
      date => {
        const day = date.toISOString().slice(0, 10)
        const [year, month, of] = day.split('-')
        expect(printedDate(day)).toBe(day)
        expect(printedDate(`${of}/${month}/${year}`)).toBe(day)
      },
    ),
  )
})
