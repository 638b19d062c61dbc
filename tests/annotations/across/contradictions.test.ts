import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boardOf } from '../../../annotations/across/board.ts'
import { contradictionsOf, dateCamps } from '../../../annotations/across/contradictions.ts'
import { explained } from '../../../annotations/across/explain.ts'
import { matching } from '../../../annotations/across/filter.ts'
import { hullOf, isoOfDay, spokenDate } from '../../../annotations/across/spoken-date.ts'
import { dayNumber } from '../../../annotations/agreement/day-range.ts'
import { corpus, proposition, said } from './make.ts'

const day = (value: string, mod?: 'BEFORE' | 'ON_OR_BEFORE' | 'AFTER' | 'END' | 'MID') => {
  const { from, to } = spokenDate({ type: 'DATE', value, ...(mod && { mod }) }, value)
  return [from, to].map(n => (typeof n === 'number' ? isoOfDay(n) : n))
}

test('a coarse date is the days it may mean, and a bound has an open end', () => {
  expect(day('2025-09')).toEqual(['2025-09-01', '2025-10-01'])
  expect(day('2025-09', 'END')).toEqual(['2025-09-21', '2025-10-01'])
  expect(day('2026', 'END')).toEqual(['2026-09-01', '2027-01-01'])
  expect(day('2025-09', 'BEFORE')).toEqual([null, '2025-09-01'])
  expect(day('2025-09', 'ON_OR_BEFORE')).toEqual([null, '2025-10-01'])
  expect(day('2025-09-30', 'AFTER')).toEqual(['2025-10-01', null])
  expect(day('2024-08-17/2024-08-19')).toEqual(['2024-08-17', '2024-08-20'])
  expect(day('PAST_REF')).toEqual([undefined, undefined])
})

test('since and until leave an end open, and what is said with doubt is known to be', () => {
  const spoken = (value: string, edtf: string) => {
    const { from, to, approximate } = spokenDate({ type: 'DATE', value, edtf }, value)
    return [...[from, to].map(n => (typeof n === 'number' ? isoOfDay(n) : n)), approximate]
  }
  expect(spoken('2025-09', '2025-09/..')).toEqual(['2025-09-01', null, false])
  expect(spoken('2025-09-30', '../2025-09-30')).toEqual([null, '2025-10-01', false])
  expect(spoken('2025-09', '2025-09~')).toEqual(['2025-09-01', '2025-10-01', true])
  expect(spoken('2025-09-30', '2025-09-30?')).toEqual(['2025-09-30', '2025-10-01', true])
})

test('day numbers and days are each other’s way back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9998 }), fc.integer({ min: 1, max: 365 }), (year, n) => {
      const number = dayNumber(year, 1, 1) + n - 1
      const [y = 0, m = 0, d = 0] = isoOfDay(number).split('-').map(Number)
      expect(dayNumber(y, m, d)).toBe(number)
    }),
    { numRuns: 200 },
  )
})

test('several dates of one claim are one stretch', () => {
  const { dates } = said({ dates: [['2024-09-20'], ['2024-09-30']] })
  const hull = hullOf(dates)
  expect([hull?.from, hull?.to].map(n => isoOfDay(n as number))).toEqual([
    '2024-09-20',
    '2024-10-01',
  ])
})

test('dates that have no day in common are found in as many camps as are apart', () => {
  const by2025 = said({ dates: [['2025-09', 'ON_OR_BEFORE']] })
  const september = said({ dates: [['2025-09']] })
  const late2026 = said({ dates: [['2026', 'END']] })
  const camps = dateCamps([late2026, september, by2025])
  expect(camps.map(({ day, of }) => [isoOfDay(day), of.length])).toEqual([
    ['2025-09-30', 2],
    ['2026-12-31', 1],
  ])
})

test('law: fewest days are as many as the most stretches that are apart from each other', () => {
  const stretch = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 8 }))
  const two = (n: number) => String(n).padStart(2, '0')
  fc.assert(
    fc.property(fc.array(stretch, { minLength: 1, maxLength: 7 }), stretches => {
      const all = stretches.map(([from, length]) =>
        said({ dates: [[`2024-03-${two(from)}/2024-03-${two(from + length)}`]] }),
      )
      const apart = (mask: number) => {
        const taken = stretches.filter((_, at) => mask & (1 << at))
        return taken.every(([a, x], i) =>
          taken.slice(i + 1).every(([b, y]) => a + x < b || b + y < a),
        )
          ? taken.length
          : 0
      }
      let most = 0
      for (let mask = 0; mask < 1 << stretches.length; mask++) most = Math.max(most, apart(mask))
      expect(dateCamps(all).length).toBe(most)
    }),
    { numRuns: 60 },
  )
})

test('opposed stances, dates that do not meet below one proposition, and one source that says both', () => {
  const codebook = [
    proposition('end', '1'),
    proposition('end-2025', '1.1', 'end'),
    proposition('end-2026', '1.2', 'end'),
  ]
  const all = [
    said({ who: 'وزير', proposition: 'end-2025', dates: [['2025-09', 'ON_OR_BEFORE']] }),
    said({ who: 'ناطق', proposition: 'end-2025', side: 'against' }),
    said({ who: 'وزير', proposition: 'end-2026', dates: [['2026', 'END']] }),
    said({ who: 'مراقب', proposition: 'end-2026' }),
  ]
  const contradictions = contradictionsOf(corpus(all, codebook), all, 'inner')
  const found = contradictions.map(({ kind, subject, party, camps }) => [
    kind,
    subject,
    party?.key,
    camps.map(c => c.statements),
  ])
  expect(found).toEqual([
    ['dates', 'p:end', 'وزير', [1, 1]],
    ['dates', 'p:end', undefined, [1, 1]],
    ['opposed', 'p:end-2025', undefined, [1, 1]],
  ])
  const plain = (text: string) => text.replace(/[\u2068\u2069]/g, '')
  const why = (language: 'ar' | 'en') =>
    contradictions.map(one => plain(explained(one, { language, day: iso => iso })))
  expect(why('en')).toEqual([
    'وزير gives one event dates that have no day in common: some allow 2025-09-30, some 2026-12-31.',
    'One event, but dates that have no day in common: those of وزير allow 2025-09-30; those of وزير allow 2026-12-31.',
    'Said by وزير; denied or doubted by ناطق. Both cannot be so.',
  ])
  expect(why('ar')[2]).toBe('يقول به وزير، وينفيه أو يشكّك فيه ناطق؛ ولا يصحّ القولان معًا.')
})

test('between two stands what either says of what both take a side on, and nothing else', () => {
  const all = [
    said({ who: 'وزير', proposition: 'p' }),
    said({ who: 'ناطق', proposition: 'p', side: 'against' }),
    said({ who: 'مراقب', proposition: 'p' }),
    said({ who: 'وزير', proposition: 'q' }),
    said({ who: 'ناطق', proposition: 'q', side: 'neutral' }),
  ]
  const read = corpus(all, [proposition('p', '1'), proposition('q', '2')])
  expect(matching(read, { between: ['وزير', 'ناطق'] })).toEqual(all.slice(0, 2))
  expect(matching(read, { source: 'named' })).toEqual(all)
  expect(matching(read, { source: 'own' })).toEqual([])
})

test('who says one thing again contradicts nobody', () => {
  const all = [
    said({ who: 'وزير', proposition: 'p', dates: [['2025-09']] }),
    said({ who: 'وزير', proposition: 'p', dates: [['2025-09-12']] }),
    said({ who: 'نائب', proposition: 'p', dates: [['2025', 'END']] }),
  ]
  expect(contradictionsOf(corpus(all, [proposition('p', '1')]), all, 'inner')).toEqual([])
})

test('every statement is on the board once, or alone', () => {
  const word = fc.constantFrom('القوات', 'تغادر', 'بغداد', 'الموعد', 'المسودة', 'الجلسة', 'المطار')
  const one = fc.record({
    quote: fc.array(word, { minLength: 1, maxLength: 5 }).map(words => words.join(' ')),
    side: fc.constantFrom('for', 'against', 'neutral'),
    proposition: fc.option(fc.constantFrom('p', 'q', 'gone'), { nil: undefined }),
    outlet: fc.constantFrom('المنبر', 'الضفة', 'النهار'),
  })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 25 }), given => {
      const all = given.map(({ proposition, ...rest }) =>
        said({ ...rest, ...(proposition && { proposition }) }),
      )
      const book = [proposition('p', '1'), proposition('q', '2')]
      const board = boardOf(corpus(all, book), {}, { by: 'outlet', end: 'inner' })
      const onBoard = board.cells.reduce((n, cell) => n + cell.for + cell.against + cell.neutral, 0)
      expect(onBoard + board.alone).toBe(all.length)
      for (const cell of board.cells)
        expect(Object.values(cell.stances).reduce((a, b) => a + b, 0)).toBe(
          cell.for + cell.against + cell.neutral,
        )
    }),
    { numRuns: 60 },
  )
})

test('claims of nearly the same words come together, whatever order they are given in', () => {
  const all = [
    said({ published: '2024-09-01', quote: 'ينتشر في البلاد نحو ألفي جندي أجنبي' }),
    said({ published: '2024-09-02', quote: 'نحو ألفي جندي أجنبي ينتشرون في البلاد' }),
    said({ published: '2024-09-03', quote: 'تعقد الجلسة العلنية يوم الأحد' }),
  ]
  const groups = [all, all.toReversed()].map(order => {
    const { subjects } = corpus(order)
    return all.map(({ key }) => subjects.of.get(key))
  })
  expect(groups[0]).toEqual(groups[1])
  expect(groups[0]?.[0]).toBe(groups[0]?.[1])
  expect(groups[0]?.[2]).not.toBe(groups[0]?.[0])
})
