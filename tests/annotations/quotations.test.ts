import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quotationsOf } from '../../annotations/text/quotations.ts'
import { quotedSpans } from '../../annotations/text/quoted-spans.ts'
import { unclosedQuotation } from '../../annotations/text/unclosed-quotation.ts'
import { arabicNews } from '../arabic-news.ts'

const pairs = (text: string) =>
  quotationsOf(text).pairs.map(({ inner, depth }) => [depth, text.slice(inner.start, inner.end)])
const lone = (text: string) => quotationsOf(text).lone.map(({ at }) => at)

test.each<[string, [number, string][]]>([
  ['قال «نعم» ثم مضى', [[0, 'نعم']]],
  [
    'قال "نعم" و"لا" ثم مضى',
    [
      [0, 'نعم'],
      [0, 'لا'],
    ],
  ],
  [
    'قال “نعم” و‹لا›',
    [
      [0, 'نعم'],
      [0, 'لا'],
    ],
  ],
  [
    '«قال لنا "نعم" أمس»',
    [
      [0, 'قال لنا "نعم" أمس'],
      [1, 'نعم'],
    ],
  ],
  [
    '«قال «نعم» أمس»',
    [
      [0, 'قال «نعم» أمس'],
      [1, 'نعم'],
    ],
  ],
  [
    'لـ"الضفتين" وبـ«النهر»',
    [
      [0, 'الضفتين'],
      [0, 'النهر'],
    ],
  ],
  ['«الضفةـ« وما بعدها', [[0, 'الضفةـ']]],
  ['قال »نعم« أمس', [[0, 'نعم']]],
  ['«فقرة أولى\n«وفقرة ثانية»', [[0, 'فقرة أولى\n«وفقرة ثانية']]],
  ['قال «أولًا.\nثم ثانيًا» وسكت', [[0, 'أولًا.\nثم ثانيًا']]],
])('%s', (text, found) => {
  expect(pairs(text)).toEqual(found)
  expect(lone(text)).toEqual([])
})

test('a mark without its other half is pointed out, and the others are paired all the same', () => {
  expect([pairs('قال «نعم ثم "لا" وسكت'), lone('قال «نعم ثم "لا" وسكت')]).toEqual([
    [[0, 'لا']],
    [4],
  ])
  expect([pairs('نعم» ثم «لا»'), lone('نعم» ثم «لا»')]).toEqual([[[0, 'لا']], [3]])
  expect(lone('قال "نعم ثم "لا" وسكت')).toEqual([4])
  const forgotten = `«نعم ${'كلمة '.repeat(1000)} «لا»`
  expect([pairs(forgotten), lone(forgotten)]).toEqual([[[0, 'لا']], [0]])
})

const taken = (text: string, at: string) =>
  quotedSpans(text, text.indexOf(at))?.map(({ start, end }) => text.slice(start, end))

test('a quotation is taken inside its marks, before its full stop', () => {
  expect(taken('قال إن «القرار نهائي.» وسكت', 'نهائي')).toEqual(['القرار نهائي'])
  expect(taken('قال إن «القرار «نهائي» أمس»', 'نهائي')).toEqual(['نهائي'])
  expect(taken('قال إن القرار نهائي', 'نهائي')).toBeUndefined()
})

test('a quotation cut by a cue is one annotation of two spans, without the cue', () => {
  expect(taken('«الجسر، بحسب المصدر، سيُفتح غدًا»', 'سيُفتح')).toEqual(['الجسر', 'سيُفتح غدًا'])
  expect(taken('«الجسر مغلق»، وفقًا للناطق، «حتى يوم غد»', 'مغلق')).toEqual([
    'الجسر مغلق',
    'حتى يوم غد',
  ])
  expect(taken('«الجسر مغلق»، قال الناطق، «حتى يوم غد»', 'حتى')).toEqual([
    'الجسر مغلق',
    'حتى يوم غد',
  ])
  expect(taken('«الجسر» و«النفق» مغلقان', 'النفق')).toEqual(['النفق'])
  expect(taken('«الجسر مغلق»، وأضاف أن النفق «مفتوح»', 'مفتوح')).toEqual(['مفتوح'])
})

test('pairs are in order and nest, in any text', () => {
  const withMarks = fc
    .array(fc.oneof(arabicNews, fc.constantFrom('«', '»', '"', '“', '”', ' ', '\n', 'ـ')))
    .map(parts => parts.join(''))
  fc.assert(
    fc.property(withMarks, fc.nat(), (text, at) => {
      const { pairs, lone } = quotationsOf(text)
      const used = [...pairs.flatMap(({ start, end }) => [start, end - 1]), ...lone.map(l => l.at)]
      expect(new Set(used).size).toBe(used.length)
      for (const a of pairs)
        for (const b of pairs)
          if (a.start < b.start) expect(b.start >= a.end || b.end <= a.end).toBe(true)
      for (const { start, end } of quotedSpans(text, at % (text.length + 1)) ?? [])
        expect(end).toBeGreaterThan(start)
    }),
  )
})

test.each([
  ['وقال آخر «كلام لم يُغلق.', 'كلام', 'كلام لم يُغلق'],
  ['قال: "ننتظر القرار. ثم غادر', 'القرار', 'ننتظر القرار'],
  ['كتب “سطرًا\nوسطرًا آخر', 'سطرًا', 'سطرًا'],
  ['وقال «نعم» ثم مضى', 'مضى', undefined],
  ['نص بلا علامات', 'نص', undefined],
  ['«', '«', undefined],
])('of %j what the mark opens is offered, and only there', (text, at, words) => {
  const found = unclosedQuotation(text, text.indexOf(at) + 1)
  expect(found && text.slice(found.start, found.end)).toBe(words)
})

test.each(['«', '»', '"', '«و ', '"و" ', 'و'])('a megabyte of %j is gone through once', letters => {
  const text = letters.repeat(500_000 / letters.length)
  expect(quotationsOf(text).pairs.length).toBeLessThan(text.length)
})
