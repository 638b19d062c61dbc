import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findFolded } from '../../annotations/arabic/find-folded.ts'
import { fold } from '../../annotations/arabic/fold.ts'
import { snapToGraphemes } from '../../annotations/text/boundaries.ts'
import { newsAndStretch } from '../arabic-news.ts'

const text = 'قال أحمدُ إنّ أحمد واحمد سواء، وقالت إحداهن'
const folded = fold(text)
const starts = (by: 1 | -1, from: number, times: number) => {
  const found: number[] = []
  for (let at = from, n = 0; n < times; n++) {
    const match = findFolded(folded, 'احمد', at, by)
    if (!match) break
    found.push(match.start)
    at = by === 1 ? match.start + 1 : match.start
  }
  return found
}

test('the next match is found whatever its hamza and marks, and after the last the first again', () => {
  const all = [text.indexOf('أحمدُ'), text.indexOf('أحمد و'), text.indexOf('احمد')]
  expect(starts(1, 0, 4)).toEqual([...all, all[0]])
  expect(starts(-1, text.length, 4)).toEqual([...all.toReversed(), all[2]])
})

test('a match takes the marks of its last letter, and nothing is found for nothing', () => {
  const match = findFolded(folded, 'احمد', 0)
  expect(match && text.slice(match.start, match.end)).toBe('أحمدُ')
  expect(findFolded(folded, 'بغداد', 0)).toBeUndefined()
  expect(findFolded(folded, 'ً', 0)).toBeUndefined()
})

test('what a text says is found in it from its own place', () => {
  fc.assert(
    fc.property(newsAndStretch, ({ text, start, end }) => {
      const whole = snapToGraphemes(text, { start, end })
      const query = text.slice(whole.start, whole.end)
      if (fold(query).folded.trim() === '') return
      const match = findFolded(fold(text), query, whole.start)
      expect(match).toBeDefined()
      if (match)
        expect(fold(text.slice(match.start, match.end)).folded).toContain(fold(query).folded.trim())
    }),
    { numRuns: 300 },
  )
})
