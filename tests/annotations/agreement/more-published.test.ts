import { expect, test } from 'vitest'
import type { MeasureResult } from '../../../annotations/agreement/measure.ts'
import { measures } from '../../../annotations/agreement/measures.ts'
import { goldenCases } from './golden-case.ts'

const of = (result: MeasureResult | undefined): number => {
  if (result?.kind !== 'value') throw new Error(JSON.stringify(result))
  return result.value
}
const times = <T>(n: number, row: T): T[] => Array.from({ length: n }, () => row)
const fromTable = (table: number[][]) =>
  table.flatMap((row, a) => row.flatMap((n, b) => times(n, [a + 1, b + 1])))

test('Gwet 2008 through dkpro-statistics: AC1 stays near what is observed where π collapses', () => {
  const rows = [...times(8, ['y', 'y']), ['n', 'n'], ['y', 'n']]
  const ac1 = measures['gwet-ac1'].compute(rows)
  expect(ac1).toMatchObject({ observed: 0.9 })
  expect(of(ac1)).toBeCloseTo(0.8658, 4)
  expect(of(measures['scott-pi'].compute(rows))).toBeCloseTo(0.6078, 4)
})

test('irrCAC 1.4 on a 4×4 Likert table: AC1 and quadratic AC2', () => {
  const rows = fromTable([
    [20, 5, 1, 0],
    [4, 15, 6, 1],
    [0, 5, 18, 4],
    [0, 1, 3, 12],
  ])
  expect(of(measures['gwet-ac1'].compute(rows))).toBeCloseTo(0.58046, 5)
  expect(of(measures['gwet-ac2'].compute(rows))).toBeCloseTo(0.84028, 5)
  expect(of(measures['gwet-ac2'].compute(rows, { distance: 'interval' }))).toBeCloseTo(0.84028, 5)
})

test('irrCAC 1.4 on a 5×5 Likert table: AC1 and quadratic AC2', () => {
  const rows = fromTable([
    [15, 4, 1, 0, 0],
    [3, 12, 4, 1, 0],
    [1, 3, 14, 3, 1],
    [0, 1, 3, 10, 2],
    [0, 0, 1, 2, 8],
  ])
  expect(of(measures['gwet-ac1'].compute(rows))).toBeCloseTo(0.57997, 5)
  expect(of(measures['gwet-ac2'].compute(rows))).toBeCloseTo(0.87005, 5)
})

test('irrCAC 1.4 on the 2×2 paradox: AC1 .808', () => {
  const rows = fromTable([
    [80, 7],
    [8, 5],
  ])
  expect(of(measures['gwet-ac1'].compute(rows))).toBeCloseTo(0.808, 3)
})

test('Krippendorff’s four coders and twelve units: interval .849', () => {
  const case12 = goldenCases.find(({ id }) => id === 'kripp-4x12-nominal')
  const rows = case12?.data.items as (number | null)[][]
  expect(of(measures['krippendorff-alpha'].compute(rows, { level: 'interval' }))).toBeCloseTo(
    0.849,
    3,
  )
})

test('Artstein & Poesio 2008, example 2: weighted α .8156 with their distances', () => {
  const example = goldenCases.find(({ id }) => id === 'ap2008-ex2')
  const counts = example?.data.counts as { n: number; labels: string[] }[]
  const rows = counts.flatMap(({ n, labels }) => times(n, labels))
  const distance = { STAT: { IReq: 1, Chck: 0.5 }, IReq: { Chck: 0.5 } }
  const found = of(measures['krippendorff-alpha'].compute(rows, { distance }))
  expect(found).toBeCloseTo(0.8156, 3)
})

test('Passonneau’s MASI through NLTK’s constants: its example is .665 apart', () => {
  const rows = [
    [
      ['a', 'b', 'c'],
      ['a', 'b', 'c', 'd'],
    ],
    [['x'], ['y']],
  ]
  const plain = measures['krippendorff-alpha'].compute(rows, { distance: 'masi' })
  expect(plain.kind).toBe('value')
  const nltk = measures['krippendorff-alpha'].compute(
    [
      [
        ['a', 'b'],
        ['b', 'c'],
      ],
      [[], []],
    ],
    {
      distance: 'masi-nltk',
    },
  )
  // One pair of four values disagrees by 1 - 1/3 · .33 = .89.
  expect(nltk).toMatchObject({ observed: 0.445 })
})

test('dkpro-statistics, missing variance: α below, weighted κ at zero', () => {
  const rows = [...times(11, [1, 1]), [1, 2], [1, 3]]
  expect(of(measures['krippendorff-alpha'].compute(rows))).toBeCloseTo(-0.02, 3)
  expect(of(measures['cohen-kappa'].compute(rows, { distance: 'nominal' }))).toBeCloseTo(0, 9)
  expect(of(measures['weighted-kappa'].compute(rows))).toBeCloseTo(0, 9)
})

test('Krippendorff 1995, p. 57: the same units on ever longer continua', () => {
  const continuum = goldenCases.find(({ id }) => id === 'unitizing-kripp1995-observed')
  const layers = continuum?.data.units as Record<
    string,
    { coder: number; begin: number; length: number }[]
  >
  const stretched = (by: number) => ({
    begin: 0,
    length: 24 * by,
    units: Object.entries(layers).flatMap(([category, own]) =>
      own.map(({ coder, begin, length }) => ({
        annotator: coder,
        start: begin * by,
        end: (begin + length) * by,
        category,
      })),
    ),
  })
  const category = (by: number, name: string) => {
    const found = measures['krippendorff-alpha-u'].compute(stretched(by))
    return of(found.kind === 'value' ? found.perCategory?.[name] : found)
  }
  // Two hundredths, as dkpro-statistics allows: the paper's own D_e has a slip that the 2004 edition puts right.
  const near = (ours: number, published: number) =>
    expect(Math.abs(ours - published)).toBeLessThan(0.02)
  near(category(0.5, 'C'), 0.494)
  near(category(50_000, 'A'), 0.553)
  near(category(50_000, 'B'), -0.926)
  near(category(50_000, 'C'), 0.679)
  near(category(50_000, 'D'), 0.066)
})

test('Krippendorff 1995, p. 57, section A cut into characters: κ .385, π .314, α .329', () => {
  const one = '001111111100001111110000'
  const two = '000011110000000110000000'
  const rows = [...one].map((value, at) => [value, two[at] ?? ''])
  expect(of(measures['cohen-kappa'].compute(rows))).toBeCloseTo(0.385, 3)
  expect(of(measures['scott-pi'].compute(rows))).toBeCloseTo(0.314, 3)
  expect(of(measures['krippendorff-alpha'].compute(rows))).toBeCloseTo(0.329, 3)
})

test('pygamma-agreement, Alex, Paul and Suzan: γ .44 to .47 from its own sampled chance', () => {
  const example = goldenCases.find(({ id }) => id === 'gamma-AlexPaulSuzan')
  const units = example?.data.units as {
    annotator: string
    start: number
    end: number
    category: string
  }[]
  const options = { alpha: 3, beta: 1, delta: 1, samples: 200, seed: 4772 }
  const found = of(measures.gamma.compute({ units }, options))
  expect(found).toBeGreaterThan(0.43)
  expect(found).toBeLessThan(0.48)
  const cat = measures['gamma-cat'].compute({ units }, { ...options, unaligned: 'counted' })
  expect(of(cat)).toBeGreaterThan(0.37)
  expect(of(cat)).toBeLessThan(0.43)
  const k = (name: string) => of(cat.kind === 'value' ? cat.perCategory?.[name] : cat)
  expect([k('1'), k('5')]).toEqual([1, 1])
  expect(Math.abs(k('6') - 0.37)).toBeLessThan(0.03)
})

test('segeval: a near miss costs half, a missed boundary one', () => {
  const b = (one: number[] | string, two: number[] | string) =>
    of(measures['boundary-similarity'].compute({ a: one, b: two }))
  expect(b([2, 3, 6], [5, 6])).toBeCloseTo(0.5, 9)
  expect(b([2, 3, 6], [2, 2, 7])).toBeCloseTo(0.75, 9)
  expect(b('01001000000', '01010000000')).toBeCloseTo(0.75, 9)
})

test('NLTK: WindowDiff and P_k of its docstrings', () => {
  const [s1, s2, s3] = ['000100000010', '000010000100', '100000010000']
  const windowDiff = (a: string, b: string, k: number) =>
    of(measures['window-diff'].compute({ a, b }, { k }))
  expect(windowDiff(s1, s1, 3)).toBeCloseTo(0, 9)
  expect(windowDiff(s1, s2, 3)).toBeCloseTo(0.3, 9)
  expect(windowDiff(s2, s3, 3)).toBeCloseTo(0.8, 9)
  const pk = (a: string, b: string, k: number) => of(measures.pk.compute({ a, b }, { k }))
  expect(pk('0100'.repeat(100), '1'.repeat(400), 2)).toBeCloseTo(0.5, 2)
  expect(pk('0100'.repeat(100), '0'.repeat(400), 2)).toBeCloseTo(0.5, 2)
  expect(pk('0100'.repeat(100), '0100'.repeat(100), 2)).toBe(0)
})

test('bratiaa: the mean and the population deviation over the pairs of annotators', () => {
  const span = (label: string, start: number, end: number) => ({ label, start, end })
  const [one, two, three] = [
    [span('PER', 0, 4), span('ORG', 6, 9)],
    [span('PER', 0, 4), span('ORG', 6, 9)],
    [span('PER', 0, 4), span('LOC', 6, 9)],
  ]
  const found = measures['span-f1'].compute({ annotators: [one ?? [], two ?? [], three ?? []] })
  expect(of(found)).toBeCloseTo((1 + 0.5 + 0.5) / 3, 9)
  expect(found).toMatchObject({ pairs: 3 })
  expect(found.kind === 'value' && found.deviation).toBeCloseTo(Math.sqrt(2) / 6, 9)
})
