import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findRegions } from '../../annotations/text/find-regions.ts'
import { headline, sentences } from '../main/own-news.ts'

const caption = 'مزارعون يحصدون القمح في سهل قريب من المدينة (وكالات)'
const [first, second, third] = sentences

/** Regions as the words they cover. */
const said = (text: string) =>
  findRegions(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])

test('a page saved whole is told apart: title, date, repeated headline, buttons, doubled caption', () => {
  const text = [
    headline,
    '',
    caption,
    caption,
    'TT',
    '',
    headline,
    '',
    '24 يناير 2024',
    'بقلم: هند الراوي',
    '+ الخط -',
    '',
    first,
    '',
    second,
  ].join('\n')
  expect(said(text)).toEqual([
    ['title', headline],
    ['caption', caption],
    ['boilerplate', `${caption}\nTT\n\n${headline}`],
    ['dateline', '24 يناير 2024'],
    ['byline', 'بقلم: هند الراوي'],
    ['boilerplate', '+ الخط -'],
  ])
})

test('headlines under "related articles" are furniture until running text begins again', () => {
  const text = [headline, '', first, '', 'اقرأ أيضًا:', 'سد جديد في الشمال', '', second].join('\n')
  expect(said(text)).toEqual([
    ['title', headline],
    ['boilerplate', 'اقرأ أيضًا:\nسد جديد في الشمال'],
  ])
  const atEnd = [headline, first, 'مقالات ذات صلة', 'سد جديد في الشمال', 'عودة القطار'].join('\n')
  expect(said(atEnd).at(-1)).toEqual([
    'boilerplate',
    'مقالات ذات صلة\nسد جديد في الشمال\nعودة القطار',
  ])
})

test('a row of share buttons ends with its last button', () => {
  const text = [headline, first, 'شارك', 'فيسبوك', 'واتساب', 'عنوان فرعي', second].join('\n')
  expect(said(text)).toEqual([
    ['title', headline],
    ['boilerplate', 'شارك\nفيسبوك\nواتساب'],
  ])
})

test('running text is never furniture: words that open a sentence, lines said twice, a single paragraph', () => {
  const body = [
    headline,
    'شارك المقال الذي نشرته الصحيفة أمس آلاف القراء في ثلاث مدن.',
    'اقرأ أيضا كان شعار الحملة التي أطلقتها المكتبة الوطنية هذا العام.',
    'نعم.',
    'نعم.',
    'كتب: الوزير رسالة إلى المجلس يطلب فيها تأجيل الجلسة إلى يوم الأحد المقبل.',
    third,
    'قال ذلك ثم مضى إلى مكتبه ولم يعد',
    third,
    'قال ذلك ثم مضى إلى مكتبه ولم يعد',
  ].join('\n')
  expect(said(body)).toEqual([['title', headline]])
  expect(said(first)).toEqual([])
})

test('under a closing heading another article is furniture to the end, where its page shows', () => {
  const other = 'وفد المصرف الدولي يصل إلى العاصمة'
  const page = [other, '', caption, caption, 'TT', '', other, '', third, '', second]
  const whole = [
    headline,
    '',
    first,
    '',
    'مقالات ذات صلة',
    '',
    'سد جديد في الشمال',
    second,
    ...page,
  ]
  const text = whole.join('\n')
  expect(said(text)).toEqual([
    ['title', headline],
    ['boilerplate', text.slice(text.indexOf('مقالات'))],
  ])
  const resumed = [headline, first, 'مقالات ذات صلة', 'سد جديد في الشمال', second, third].join('\n')
  expect(said(resumed)).toEqual([
    ['title', headline],
    ['boilerplate', 'مقالات ذات صلة\nسد جديد في الشمال'],
  ])
})

test('a credited picture above the text is a caption; links and invitations in one line are furniture', () => {
  const photo = 'حصاد القمح في سهل قريب من العاصمة (أرشيف/ رويترز)'
  const more = 'اقرأ أيضاً: سد جديد في الشمال'
  const follow = 'تابعوا آخر الأخبار عبر تلغرام'
  const text = [headline, photo, first, more, second, follow].join('\n')
  expect(said(text)).toEqual([
    ['title', headline],
    ['caption', photo],
    ['boilerplate', more],
    ['boilerplate', follow],
  ])
  expect(said([headline, first, photo].join('\n'))).toEqual([['title', headline]])
})

test.each(['مقالات ذات صلة\n', 'TT\n', 'و\n', `${headline}\n`, 'و', '7'])(
  'a megabyte of %j is gone through once',
  line => {
    const text = line.repeat(500_000 / line.length)
    expect(findRegions(text).length).toBeLessThanOrEqual(text.length)
  },
)

const anyLine = fc.oneof(
  fc.constantFrom(headline, caption, 'TT', '+ الخط -', 'شارك', 'مقالات ذات صلة', '', ' ', '\u200f'),
  fc.constantFrom(...sentences),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
)

test('regions are in order, apart from each other, inside the text, and no sentence is ever in boilerplate', () => {
  fc.assert(
    fc.property(fc.array(anyLine), lines => {
      const text = lines.join('\n')
      let end = 0
      for (const region of findRegions(text)) {
        expect(region.start).toBeGreaterThanOrEqual(end)
        expect(region.end).toBeGreaterThan(region.start)
        end = region.end
        const quote = text.slice(region.start, region.end)
        expect(quote).toBe(quote.trim())
        if (region.kind !== 'boilerplate') continue
        // Sentences of another article, under a heading that says so, are furniture; no others are.
        for (const sentence of sentences)
          expect(quote.split('مقالات ذات صلة')[0]).not.toContain(sentence)
      }
      expect(end).toBeLessThanOrEqual(text.length)
    }),
    { numRuns: 300 },
  )
})
