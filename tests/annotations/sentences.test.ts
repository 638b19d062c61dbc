import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  clauseAt,
  nextSentenceEnd,
  previousSentenceStart,
  quotationsAround,
  sentenceAt,
} from '../../annotations/text/sentences.ts'
import { widen } from '../../annotations/text/widen.ts'
import { newsAndStretch } from '../arabic-news.ts'

const text = [
  'أعلن الوزير، أمس، أن «الاتفاق (نصفه) قريب. ولن يطول». ثم غادر عند 10.30؟! قال: «لا».',
  '',
  'نسبة 3.5 بالمئة وحدها',
].join('\n')
const cut = ({ start, end }: { start: number; end: number }) => text.slice(start, end)

test('a sentence ends at its mark and what closes after it, never inside a number', () => {
  const ends: string[] = []
  for (let at = 0; at < text.length; ) {
    const end = nextSentenceEnd(text, at)
    ends.push(text.slice(at, end).trim())
    at = end
  }
  expect(ends).toEqual([
    'أعلن الوزير، أمس، أن «الاتفاق (نصفه) قريب.',
    'ولن يطول».',
    'ثم غادر عند 10.30؟!',
    'قال: «لا».',
    'نسبة 3.5 بالمئة وحدها',
  ])
  expect(cut(sentenceAt(text, text.indexOf('غادر')))).toBe('ثم غادر عند 10.30؟!')
  expect(cut(sentenceAt(text, text.indexOf('بالمئة')))).toBe('نسبة 3.5 بالمئة وحدها')
})

test('going back stops at the beginnings of the same sentences', () => {
  const starts: number[] = []
  for (let at = text.length; at > 0; ) {
    at = previousSentenceStart(text, at)
    starts.push(at)
  }
  expect(starts.reverse().map(at => text.slice(at, at + 4))).toEqual([
    'أعلن',
    'ولن ',
    'ثم غ',
    'قال:',
    'نسبة',
  ])
})

test('a clause is what stands between two marks', () => {
  expect(cut(clauseAt(text, text.indexOf('الوزير')))).toBe('أعلن الوزير')
  expect(cut(clauseAt(text, text.indexOf('10')))).toBe('ثم غادر عند 10.30')
})

test('quotations around a word come innermost first, bare and then with their marks', () => {
  const start = text.indexOf('نصفه')
  expect(quotationsAround(text, { start, end: start + 4 }).map(cut)).toEqual([
    'نصفه',
    '(نصفه)',
    'الاتفاق (نصفه) قريب. ولن يطول',
    '«الاتفاق (نصفه) قريب. ولن يطول»',
  ])
})

test('widening goes from the word to the paragraph, each step holding the one before', () => {
  const start = text.indexOf('طول»') + 1
  const steps = [widen(text, { start, end: start })]
  for (;;) {
    const next = widen(text, steps.at(-1) as { start: number; end: number })
    if (next === steps.at(-1)) break
    steps.push(next)
  }
  expect(steps.map(cut)).toEqual([
    'يطول',
    'ولن يطول',
    'الاتفاق (نصفه) قريب. ولن يطول',
    '«الاتفاق (نصفه) قريب. ولن يطول»',
    text.slice(0, text.indexOf('\n')),
  ])
})

test('on any text: moves go on and end, units stay in their line, widening only grows', () => {
  fc.assert(
    fc.property(newsAndStretch, ({ text, start, end }) => {
      const forward = nextSentenceEnd(text, start)
      expect(forward).toBeGreaterThan(Math.min(start, text.length - 1))
      if (start > 0) expect(previousSentenceStart(text, start)).toBeLessThan(start)
      for (const unit of [sentenceAt(text, start), clauseAt(text, start)])
        expect(text.slice(unit.start, unit.end)).not.toContain('\n')
      const wide = widen(text, { start, end })
      expect(wide.start).toBeLessThanOrEqual(start)
      expect(wide.end).toBeGreaterThanOrEqual(end)
    }),
    { numRuns: 400 },
  )
})
