import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  dayNumber,
  inCalendar,
  isoDay,
  parseDay,
  weekdayOf,
} from '../../../annotations/dates/calendar-date.ts'
import { findDates } from '../../../annotations/dates/find-dates.ts'
import { traditions } from '../../../annotations/dates/month-names.ts'
import { nextGrapheme, previousGrapheme } from '../../../annotations/text/boundaries.ts'
import { arabicNews } from '../../arabic-news.ts'
import { monthName, type Tradition } from './month-name.ts'

const words =
  'من في منذ حتى بين إلى و يوم شهر عام العام الأسبوع الماضي المقبل قبل بعد أمس غد اليوم الخميس الأحد مساء فجر ليل الليلة منتصف نهاية مطلع النصف الأول الثاني الربع الساعة كل مرة ثلاثة عشر وعشرين مئة ألف وألفين أيام أشهر سنوات يومين ساعة نصف يناير كانون آب أيلول رمضان ربيع شوال محرم الموافق هـ م 2024 ١٤٤٥ 15 7 / - . ، ( ) « » : 24/1/2024 10:30 القرن الستينيات عيد الفطر على الأرجح نحو 📷 \u200f \u064b ـ الجمعة\u0301 \u0600 1️⃣'.split(
    ' ',
  )
/** Rows of the words that the grammar knows: nearly dates, in any order, glued or not. */
const nearlyDates = fc
  .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(' ', ' ', ' ', '', '\n', '\u00a0')), {
    maxLength: 40,
  })
  .map(parts => parts.flat().join(''))
const texts = fc.oneof(nearlyDates, arabicNews, fc.string({ unit: 'grapheme', maxLength: 60 }))
const anchors = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))

test('spans lie inside the text, one after another, on grapheme edges, and quote it', () => {
  fc.assert(
    fc.property(texts, anchors, (text, anchor) => {
      let last = 0
      for (const { start, end, text: quote } of findDates(text, { anchor })) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(text.slice(start, end)).toBe(quote)
        for (const edge of [start, end])
          if (edge > 0 && edge < text.length)
            expect(previousGrapheme(text, nextGrapheme(text, edge))).toBe(edge)
        last = end
      }
    }),
    { numRuns: 400 },
  )
})

test('composed and decomposed letters are read alike', () => {
  fc.assert(
    fc.property(texts, anchors, (text, anchor) => {
      const read = (form: 'NFC' | 'NFD') =>
        findDates(text.normalize(form), { anchor }).map(({ type, value, mod, text }) => [
          type,
          value,
          mod,
          text.normalize('NFC'),
        ])
      expect(read('NFD')).toEqual(read('NFC'))
    }),
    { numRuns: 300 },
  )
})

const days = anchors.map(iso => parseDay(iso) ?? { year: 2000, month: 1, day: 1 })

test('a day written in any naming tradition and any digits reads back as itself', () => {
  const traditionsOf = Object.keys(traditions) as Tradition[]
  const digits = fc.constantFrom('0123456789', '٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹')
  fc.assert(
    fc.property(days, fc.constantFrom(...traditionsOf), digits, (day, tradition, script) => {
      const plain = `${day.day} ${monthName('gregorian', day.month, tradition)} ${day.year}`
      const text = plain.replace(/[0-9]/g, digit => script[Number(digit)] ?? digit)
      const [date, ...more] = findDates(text)
      expect(more).toEqual([])
      expect(date).toMatchObject({ start: 0, end: text.length, value: isoDay(day) })
    }),
  )
})

test('a Hijri and a Persian day read back as themselves', () => {
  const calendar = fc.constantFrom('islamic-umalqura' as const, 'persian' as const)
  fc.assert(
    fc.property(days, calendar, (day, calendar) => {
      const own = inCalendar(day, calendar)
      const text = `${own.day} ${monthName(calendar, own.month)} ${own.year}${calendar === 'persian' ? '' : 'هـ'}`
      const [date] = findDates(text)
      expect(date).toMatchObject({
        end: text.length,
        value: isoDay(day),
        written: isoDay(own),
        calendar,
      })
    }),
  )
})

/** The same arithmetic by the platform's clock, at noon of Greenwich. */
const byClock = (iso: string, days: number) =>
  new Date(Date.parse(`${iso}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

test('so many days before or after an anchor is what the calendar says, in every zone', () => {
  const zone = process.env.TZ
  fc.assert(
    fc.property(
      anchors,
      fc.integer({ min: 3, max: 99 }),
      fc.constantFrom('Asia/Baghdad', 'America/New_York', 'Pacific/Apia', 'Africa/Casablanca'),
      (anchor, n, tz) => {
        process.env.TZ = tz
        const unit = n <= 10 ? 'أيام' : 'يوما'
        const [before, after] = findDates(`قبل ${n} ${unit}، وبعد ${n} ${unit}.`, { anchor })
        expect([before?.value, after?.value]).toEqual([byClock(anchor, -n), byClock(anchor, n)])
      },
    ),
  )
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

test('weekdays and day numbers agree with the platform', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, n) => {
      const later = addDays(day, n)
      expect(dayNumber(later) - dayNumber(day)).toBe(n)
      expect(weekdayOf(later) % 7).toBe(new Date(`${isoDay(later)}T12:00:00Z`).getUTCDay())
    }),
  )
})

const endless = [
  '1',
  '12 ',
  '1/',
  '2024-',
  '12:30 ',
  'من',
  'من ',
  'و',
  'و ',
  'يناير',
  'يناير فبراير آب كانون الثاني ',
  'خمسة وعشرين وألف ',
  'الأول من ',
  'النصف الأول من ',
  '(',
  '«',
  'والنصف ',
  'قبل ',
  '\n',
  '\u064b',
  '15 و',
]

test.each(endless)('a text that goes on with %j is read to its end', part => {
  expect(() => findDates(part.repeat(20_000), { anchor: '2024-08-07' })).not.toThrow()
})
