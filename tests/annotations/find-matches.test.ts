import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findMatches } from '../../annotations/arabic/find-matches.ts'
import { snapToGraphemes, wordsOf } from '../../annotations/text/boundaries.ts'
import { arabicNews } from '../arabic-news.ts'

/** Matches as the words they cover. */
const found = (query: string, text: string, mode: 'word' | 'substring' | 'prefix' = 'word') =>
  findMatches(text, query, mode).map(({ start, end }) => text.slice(start, end))

const shared = '/work/shared/golden/arabic-search.jsonl'
type Case = {
  id: string
  query: string
  text: string
  mode: 'word' | 'substring'
  match: boolean
  start?: number
  end?: number
}

test('every pair of the golden searches is answered rightly', context => {
  if (!existsSync(shared)) return context.skip(`${shared} is not here`)
  for (const line of readFileSync(shared, 'utf8').trimEnd().split('\n')) {
    const { id, query, text, mode, match, start, end } = JSON.parse(line) as Case
    expect([id, findMatches(text, query, mode)]).toEqual([id, match ? [{ start, end }] : []])
  }
})

test.each([
  ['بغداد', 'وصل إلى بغداد', ['بغداد']],
  ['بغداد', 'وبغداد وببغداد فبغداد لبغداد كبغداد', Array(5).fill('بغداد')],
  ['النهر', 'على ضفة النهر، وبالنهر وكالنهر', ['النهر', 'النهر', 'النهر']],
  ['النهر', 'للنهر وللنهر', ['لنهر', 'لنهر']],
  ['اللجنة', 'رئيس اللجنة قال للجنة', ['اللجنة', 'لجنة']],
  ['لجنة', 'للجنة وبلجنة', ['لجنة', 'لجنة']],
  ['لبنان', 'زيارة للبنان', ['لبنان']],
  ['وزير', 'ووزير الوزير وزيران', ['وزير', 'وزير']],
  ['اشنطن', 'بين بغداد وواشنطن', []],
  ['يغادر', 'سيغادر وسيغادر', ['يغادر', 'يغادر']],
  ['عودية', 'السعودية', []],
  ['كِتاب', 'كِتَابٌ\u200f كتابان', ['كِتَابٌ']],
  ['كتاب', 'كتـــاب بـكتاب', ['كتـــاب', 'كتاب']],
  ['24', 'في 2024 و24 و24.5 و1,24 و24.', ['24', '24']],
  ['2500', '٢٥٠٠ و۲۵۰۰', ['٢٥٠٠', '۲۵۰۰']],
  ['"قمة جديدة"', 'قال «قمة جديدة» أمس', ['«قمة جديدة»']],
  ['رئيس الوزراء', 'رئيس  الوزراء\nرئيس\nالوزراء', ['رئيس  الوزراء']],
  ['الله', 'عبد ﷲ ولله', ['ﷲ', 'له']],
  ['صلى', 'ﷺ', ['ﷺ']],
  ['', 'نص', []],
  ['\u064b', 'نصًّا', []],
  ['reuters', 'عن Reuters', ['Reuters']],
])('the word %s in «%s»', (query, text, words) => {
  expect(found(query, text)).toEqual(words)
})

test('letters are found anywhere, and only those', () => {
  expect(found('حشد', 'للحشد الحشود', 'substring')).toEqual(['حشد'])
  expect(found('الحشد', 'للحشد', 'substring')).toEqual([])
  expect(found('آآ', 'آآآآآ', 'substring')).toEqual(['آآ', 'آآ'])
})

test('a beginning is found in the words that go on', () => {
  expect(found('عراق', 'العراقية والعراق استعراقه', 'prefix')).toEqual(['عراق', 'عراق'])
})

test('levels: exact tells على from علي, loose takes فواد for فؤاد', () => {
  expect(findMatches('قال علي إن على', 'على', 'word', 'exact')).toEqual([{ start: 11, end: 14 }])
  expect(findMatches('قالَ علَى', 'على', 'word', 'exact')).toHaveLength(1)
  expect(findMatches('فواد', 'فؤاد', 'word')).toEqual([])
  expect(findMatches('فواد', 'فؤاد', 'word', 'loose')).toHaveLength(1)
  expect(findMatches('باسم غوغل', 'گوگل', 'word')).toEqual([])
})

test('composed and decomposed texts give the same hits', () => {
  fc.assert(
    fc.property(arabicNews, fc.nat(), (text, n) => {
      const words = wordsOf(text)
      const word = words[n % Math.max(words.length, 1)]
      if (!word) return
      const query = text.slice(word.start, word.end)
      const hits = (form: 'NFC' | 'NFD', of: 'NFC' | 'NFD') =>
        findMatches(text.normalize(form), query.normalize(of), 'word').map(({ start, end }) =>
          text.normalize(form).slice(start, end).normalize('NFC'),
        )
      const composed = hits('NFC', 'NFC')
      expect(composed.length).toBeGreaterThan(0)
      expect(hits('NFD', 'NFC')).toEqual(composed)
      expect(hits('NFC', 'NFD')).toEqual(composed)
      expect(hits('NFD', 'NFD')).toEqual(composed)
    }),
    { numRuns: 300 },
  )
})

test('a match tears no mark from its letter, and says again what was asked', () => {
  fc.assert(
    fc.property(arabicNews, fc.nat(), fc.constantFrom('word', 'substring'), (text, n, mode) => {
      const words = wordsOf(text)
      const word = words[n % Math.max(words.length, 1)]
      if (!word) return
      const query = text.slice(word.start, word.end)
      for (const match of findMatches(text, query, mode as 'word')) {
        const quote = text.slice(match.start, match.end)
        expect(findMatches(quote, quote, 'substring')).toHaveLength(1)
        const whole = snapToGraphemes(text, match)
        // A joiner at the end belongs to the grapheme before it, and no more than that may be left over.
        expect(text.slice(match.end, whole.end)).not.toMatch(/[\u064b-\u0655\u0670]/)
        expect(whole.start).toBe(match.start)
      }
    }),
    { numRuns: 300 },
  )
})

test('no string is refused, lone surrogates included', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: 'binary', maxLength: 6 }),
      (text, query) => {
        const units = [...text].map(unit => unit.slice(0, 1)).join('')
        for (const mode of ['word', 'substring', 'prefix'] as const)
          for (const one of [text, units])
            for (const { start, end } of findMatches(one, query, mode)) {
              expect(start).toBeGreaterThanOrEqual(0)
              expect(end).toBeGreaterThan(start)
              expect(end).toBeLessThanOrEqual(one.length)
            }
      },
    ),
  )
})

test.each(['و', 'ب', '\u064e', '7', 'ـ', ' ', 'ال', '«', '\ud800'])(
  'a megabyte (of UTF-8) of %j is gone through once',
  letters => {
    const text = letters.repeat(500_000 / letters.length)
    for (const query of [letters, `و ${letters}`])
      expect(findMatches(text, query, 'word').length).toBeLessThanOrEqual(text.length)
    expect(findMatches(text, letters.repeat(9), 'substring').length).toBeLessThan(text.length)
  },
)
