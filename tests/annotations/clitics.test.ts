import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cliticsOf } from '../../annotations/arabic/clitics.ts'
import { nameWords } from '../../annotations/arabic/names.ts'
import { snapToGraphemes } from '../../annotations/text/boundaries.ts'
import { arabicNews } from '../arabic-news.ts'
import { cliticWords } from './clitic-words.ts'

const table = cliticWords
  .trim()
  .split(/\s+/u)
  .map(entry => {
    const [word, stem] = entry.split('=') as [string, string | undefined]
    return { word, stem: stem ?? word, trap: stem === undefined }
  })

test('of three hundred words and more, half of them traps, at least 97 in 100 are taken apart rightly', () => {
  expect(table.length).toBeGreaterThanOrEqual(300)
  const traps = table.filter(({ trap }) => trap)
  expect(traps.length / table.length).toBeGreaterThanOrEqual(0.45)
  const wrong = table
    .map(({ word, stem }) => ({ word, stem, said: cliticsOf(word).normalised }))
    .filter(({ stem, said }) => said !== stem)
  const share = 1 - wrong.length / table.length
  expect({ share: share >= 0.97, wrong: share >= 0.97 ? [] : wrong }).toEqual({
    share: true,
    wrong: [],
  })
})

test.each([
  ['بالعراق', 'العراق', 'عراق', ['ب']],
  ['وللحشد', 'لحشد', 'حشد', ['و', 'ل']],
  ['وَلِلْحَشْدِ', 'لْحَشْدِ', 'حَشْدِ', ['و', 'ل']],
  ['لـلبنان', 'لبنان', 'لبنان', ['ل']],
  ['للجنة', 'لجنة', 'لجنة', ['ل']],
  ['إلغاء', 'إلغاء', 'إلغاء', []],
  ['ألمانيا', 'ألمانيا', 'ألمانيا', []],
  ['الله', 'الله', 'الله', []],
  ['التحقيق', 'التحقيق', 'تحقيق', []],
  ['والتقارير', 'التقارير', 'تقارير', ['و']],
  ['التهمة', 'التهمة', 'تهمة', []],
  ['التقى', 'التقى', 'التقى', []],
  ['والتحق', 'التحق', 'التحق', ['و']],
])('%s: with its article %s, without %s', (word, withArticle, stem, proclitics) => {
  const read = cliticsOf(word)
  expect([word.slice(read.withArticle), word.slice(read.stem), read.proclitics]).toEqual([
    withArticle,
    stem,
    proclitics,
  ])
})

test('a name the project knows is never cut, and cut free of what stands before it', () => {
  expect(cliticsOf('وهبون').normalised).toBe('هبون')
  const names = nameWords(['وهبون الراشد', 'سيحان', 'كتف الوادي'])
  expect(cliticsOf('وهبون', names).normalised).toBe('وهبون')
  expect(cliticsOf('لوهبون', names).normalised).toBe('وهبون')
  expect(cliticsOf('بسيحان').normalised).toBe('بسيحان')
  expect(cliticsOf('بسيحان', names).normalised).toBe('سيحان')
})

test('no edge is inside a grapheme, whatever the word', () => {
  fc.assert(
    fc.property(arabicNews, text => {
      for (const word of text.split(/\s+/u)) {
        const { withArticle, stem } = cliticsOf(word)
        for (const start of [withArticle, stem]) {
          expect(start).toBeLessThanOrEqual(word.length)
          if (start < word.length)
            expect(snapToGraphemes(word, { start, end: word.length }).start).toBe(start)
        }
      }
    }),
    { numRuns: 200 },
  )
})

test('no string is refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), word => {
      expect(cliticsOf(word).withArticle).toBeLessThanOrEqual(word.length)
    }),
  )
  expect(cliticsOf('و'.repeat(500_000)).withArticle).toBe(1)
})
