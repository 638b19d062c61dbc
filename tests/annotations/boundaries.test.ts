import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  nextGrapheme,
  nextWordEdge,
  previousGrapheme,
  previousWordEdge,
  snapToGraphemes,
  snapToWords,
  trimStretch,
  wordAt,
  wordsOf,
} from '../../annotations/text/boundaries.ts'
import { arabicNews, newsAndStretch } from '../arabic-news.ts'

const graphemes = new Intl.Segmenter('ar', { granularity: 'grapheme' })

/** Every edge between graphemes of a text, its two ends included. */
function edgesOf(text: string): Set<number> {
  const edges = new Set([text.length])
  for (const { index } of graphemes.segment(text)) edges.add(index)
  return edges
}

const property = (check: (text: string, start: number, end: number) => void) =>
  fc.assert(
    fc.property(newsAndStretch, ({ text, start, end }) => check(text, start, end)),
    { numRuns: 400 },
  )

test('the next and the previous grapheme are edges, and nothing lies between', () => {
  property((text, at) => {
    const edges = edgesOf(text)
    const next = nextGrapheme(text, at)
    const previous = previousGrapheme(text, at)
    expect(edges).toContain(next)
    expect(edges).toContain(previous)
    if (at < text.length) expect(next).toBe(Math.min(...[...edges].filter(edge => edge > at)))
    if (at > 0) expect(previous).toBe(Math.max(...[...edges].filter(edge => edge < at)))
  })
})

test('a word edge never cuts a grapheme', () => {
  property((text, at) => {
    const edges = edgesOf(text)
    for (const { start, end } of wordsOf(text)) {
      expect(edges).toContain(start)
      expect(edges).toContain(end)
    }
    const next = nextWordEdge(text, at)
    const previous = previousWordEdge(text, at)
    expect(edges).toContain(next)
    expect(edges).toContain(previous)
    expect(next).toBeGreaterThanOrEqual(at)
    expect(previous).toBeLessThanOrEqual(at)
  })
})

test('the word at a place holds or touches it', () => {
  property((text, at) => {
    const word = wordAt(text, at)
    if (!word) return
    expect(word.start).toBeLessThanOrEqual(at)
    expect(word.end).toBeGreaterThanOrEqual(at)
    expect(text.slice(word.start, word.end)).not.toContain('\n')
  })
})

test('a selection moved to words holds what was selected, and moving it again changes nothing', () => {
  property((text, start, end) => {
    const trimmed = trimStretch(text, { start, end })
    const snapped = snapToWords(text, { start, end })
    expect(snapped.start).toBeLessThanOrEqual(trimmed.start)
    expect(snapped.end).toBeGreaterThanOrEqual(trimmed.end)
    expect(snapToWords(text, snapped)).toEqual(snapped)
  })
})

test('a selection moved to words tears no mark from its letter', () => {
  property((text, start, end) => {
    const snapped = snapToWords(text, { start, end })
    if (snapped.start >= snapped.end) return
    const edges = edgesOf(text)
    expect(edges).toContain(snapped.start)
    expect(edges).toContain(snapped.end)
  })
})

test('a selection moved to graphemes grows to their edges and no further', () => {
  property((text, start, end) => {
    const snapped = snapToGraphemes(text, { start, end })
    if (start >= end) return
    const edges = [...edgesOf(text)]
    expect(snapped.start).toBe(Math.max(...edges.filter(edge => edge <= start)))
    expect(snapped.end).toBe(Math.min(...edges.filter(edge => edge >= end)))
  })
})

test('a drag one letter short takes the whole word, and chosen quotes stay', () => {
  const text = '📷 عاد إلى «بيروت» أمس'
  const from = text.indexOf('بيروت')
  expect(snapToWords(text, { start: from, end: from + 4 })).toEqual({ start: from, end: from + 5 })
  expect(snapToWords(text, { start: from - 1, end: from + 6 })).toEqual({
    start: from - 1,
    end: from + 6,
  })
})

test('words and edges of a long line are those of the whole line, though it is asked in pieces', () => {
  const segmenter = new Intl.Segmenter('ar', { granularity: 'word' })
  fc.assert(
    fc.property(arabicNews, fc.nat(10_000), (news, anywhere) => {
      const line = `${news.replaceAll('\n', ' ')} `.repeat(Math.ceil(3000 / (news.length + 1)))
      const whole = [...segmenter.segment(line)]
        .filter(({ isWordLike }) => isWordLike)
        .map(({ index, segment }) => ({ start: index, end: index + segment.length }))
      expect(wordsOf(line)).toEqual(whole)
      const at = anywhere % line.length
      expect(nextWordEdge(line, at)).toBe(whole.find(word => word.end > at)?.end ?? line.length)
      expect(previousWordEdge(line, at)).toBe(whole.findLast(word => word.start < at)?.start ?? 0)
    }),
    { numRuns: 60 },
  )
})

test('a line without a space is cut where nothing is joined, and its words are found without delay', () => {
  for (const unit of [
    '&amp;',
    'a=1&b=2&',
    '+/Zm9v',
    '📷',
    'قال«نعم»',
    'أ،',
    '\\win.ini',
    ',',
    '\u0001',
  ]) {
    const times = Math.ceil(60_000 / unit.length)
    const few = wordsOf(unit.repeat(50)).length
    const many = wordsOf(unit.repeat(50 * Math.floor(times / 50))).length
    expect([unit, many]).toEqual([unit, few * Math.floor(times / 50)])
  }
})

test('a line without a place to cut it has the words it has when it is read at once', () => {
  const segmenter = new Intl.Segmenter('ar', { granularity: 'word' })
  const unit = fc
    .array(
      fc.constantFrom('أ', '،', 'a', "'", '.', ',', '1', '\u064e', '\u200d', '🇮', '\\', '\u0001'),
      {
        minLength: 1,
        maxLength: 12,
      },
    )
    .map(signs => signs.join(''))
  fc.assert(
    fc.property(unit, unit, (one, other) => {
      const line = one.repeat(Math.ceil(3000 / one.length)) + other.repeat(100)
      const whole = [...segmenter.segment(line)]
        .filter(({ isWordLike }) => isWordLike)
        .map(({ index, segment }) => ({ start: index, end: index + segment.length }))
      expect(wordsOf(line)).toEqual(whole)
    }),
    { numRuns: 12 },
  )
})

test('the words of a text are those Unicode’s rules find in it, however they were found', () => {
  const segmenter = new Intl.Segmenter('ar', { granularity: 'word' })
  const wild = fc
    .array(
      fc.constantFrom(
        ...[
          'ا',
          'ب',
          'ى',
          'ـ',
          '\u064b',
          '\u0670',
          '\u0655',
          '\u200d',
          '\u200c',
          '\u061c',
          '\u00ad',
          'پ',
          'ﷺ',
        ],
        ...[
          ' ',
          ' ',
          ' ',
          ' ',
          '\n',
          '\t',
          '\u00a0',
          '\r',
          '«',
          '»',
          '"',
          '“',
          '”',
          "'",
          '’',
          '(',
          ')',
        ],
        ...[
          '.',
          ',',
          '،',
          '؛',
          ':',
          '!',
          '؟',
          '_',
          '-',
          '/',
          '٫',
          '٬',
          '%',
          'a',
          'Z',
          'é',
          '7',
          '٣',
          '۳',
          '🔴',
          'א',
        ],
      ),
      { maxLength: 40 },
    )
    .map(parts => parts.join(''))
  fc.assert(
    fc.property(fc.oneof(arabicNews, wild), text => {
      const all: { start: number; end: number }[] = []
      for (const { index, segment, isWordLike } of segmenter.segment(text))
        if (isWordLike) all.push({ start: index, end: index + segment.length })
      expect(wordsOf(text)).toEqual(all)
    }),
    { numRuns: Number(process.env.ISNAD_RUNS ?? 1000) },
  )
})
