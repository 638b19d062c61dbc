import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../../annotations/arabic/fold.ts'
import { arabicNews } from '../arabic-news.ts'

test('what is folded stays as it is when folded again', () => {
  fc.assert(
    fc.property(arabicNews, text => {
      const { folded } = fold(text)
      expect(fold(folded).folded).toBe(folded)
    }),
    { numRuns: 400 },
  )
})

test('the way back never turns round, and ends where the text ends', () => {
  fc.assert(
    fc.property(arabicNews, text => {
      const { folded, toOriginal } = fold(text)
      for (let at = 1; at <= folded.length; at++)
        expect(toOriginal(at)).toBeGreaterThanOrEqual(toOriginal(at - 1))
      expect(toOriginal(folded.length)).toBe(text.length)
    }),
  )
})

test('a stretch mapped back holds the letters that were matched, and no others', () => {
  fc.assert(
    fc.property(arabicNews, fc.nat(), fc.nat(), (text, a, b) => {
      const { folded, toOriginal } = fold(text)
      const start = a % (folded.length + 1)
      const end = start + (b % (folded.length + 1 - start))
      // From inside one letter that became several there is no stretch that holds only some of them.
      const inside = (at: number) => at > 0 && toOriginal(at) === toOriginal(at - 1)
      if (inside(start) || inside(end)) return
      const back = text.slice(toOriginal(start), toOriginal(end))
      expect(fold(back).folded).toBe(folded.slice(start, end))
    }),
    { numRuns: 400 },
  )
})

test.each([
  ['مُحَمَّد', 'محمد'],
  ['سبتمـــبر', 'سبتمبر'],
  ['إلى', 'الى'],
  ['ٱلله', 'الله'],
  ['مسؤول', 'مسئول'],
  ['٢٠۲۴', '2024'],
  ['ایران', 'ايران'],
  ['ﻻ', 'لا'],
  ['تنشر\u00a02500', 'تنشر 2500'],
  ['\u200fرويترز\u200f', 'رويترز'],
  ['أحمد', 'ا\u0654حمد'],
])('%s and %s are the same to a search', (one, other) => {
  expect(fold(one).folded).toBe(fold(other).folded)
})

test.each([
  ['شيء', 'شئ'],
  ['فؤاد', 'فواد'],
  ['داعش', 'دعش'],
  ['بغداد،', 'بغداد,'],
])('%s and %s are not', (one, other) => {
  expect(fold(one).folded).not.toBe(fold(other).folded)
})

const golden = '/work/shared/golden/arabic-search.jsonl'

type Case = { id: string; query: string; text: string; match: boolean; why: string }

test('the golden searches find what they should, as far as folding alone decides it', context => {
  if (!existsSync(golden)) return context.skip(`${golden} is not here`)
  const lines = readFileSync(golden, 'utf8').trimEnd().split('\n')
  for (const line of lines) {
    const { id, query, text, match, why } = JSON.parse(line) as Case
    // Quotation marks, word edges and word beginnings are the search's own matter.
    if (!match || /quote/.test(why)) continue
    expect(fold(text).folded, id).toContain(fold(query).folded)
  }
})
