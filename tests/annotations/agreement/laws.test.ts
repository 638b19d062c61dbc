import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type {
  Category,
  MeasureResult,
  ReliabilityData,
} from '../../../annotations/agreement/measure.ts'
import { measures } from '../../../annotations/agreement/measures.ts'
import { expectSame, keys, orderFrom, type Rows, rows, said } from './generated.ts'

type Coding = (data: ReliabilityData) => MeasureResult

const coding: Record<string, Coding> = {
  'percent-agreement': data => measures['percent-agreement'].compute(data),
  'bennett-s': data => measures['bennett-s'].compute(data),
  'scott-pi': data => measures['scott-pi'].compute(data),
  'cohen-kappa': data => measures['cohen-kappa'].compute(data),
  'cohen-kappa (Hubert)': data => measures['cohen-kappa'].compute(data, { many: 'hubert' }),
  'fleiss-kappa': data => measures['fleiss-kappa'].compute(data),
  'randolph-kappa': data => measures['randolph-kappa'].compute(data),
  'gwet-ac1': data => measures['gwet-ac1'].compute(data),
  'krippendorff-alpha': data => measures['krippendorff-alpha'].compute(data),
}
const graded: Record<string, Coding> = {
  'weighted-kappa': data => measures['weighted-kappa'].compute(data),
  'gwet-ac2': data => measures['gwet-ac2'].compute(data),
  'alpha ordinal': data => measures['krippendorff-alpha'].compute(data, { level: 'ordinal' }),
  'alpha interval': data => measures['krippendorff-alpha'].compute(data, { level: 'interval' }),
  'alpha ratio': data => measures['krippendorff-alpha'].compute(data, { level: 'ratio' }),
  'alpha MASI': data => measures['krippendorff-alpha'].compute(data, { distance: 'masi' }),
}
const all = { ...coding, ...graded }

const permuted = (data: Rows, order: number[]) => data.map(row => order.map(at => row[at] ?? null))
const holds = <T>(data: fc.Arbitrary<T>, check: (data: T) => void) =>
  fc.assert(
    fc.property(data, one => {
      check(one)
    }),
    { numRuns: 150 },
  )

describe('a coefficient does not depend on', () => {
  for (const [name, compute] of Object.entries(all)) {
    test(`the order of annotators: ${name}`, () =>
      holds(fc.tuple(rows(true), keys), ([data, by]) =>
        expectSame(compute(permuted(data, orderFrom(by, data[0]?.length ?? 0))), compute(data)),
      ))
    test(`the order of units: ${name}`, () =>
      holds(fc.tuple(rows(true), keys), ([data, by]) =>
        expectSame(compute(orderFrom(by, data.length).map(at => data[at] ?? [])), compute(data)),
      ))
    test(`units nobody coded: ${name}`, () =>
      holds(rows(true), data =>
        expectSame(compute([...data, data[0]?.map(() => null) ?? []]), compute(data)),
      ))
  }
  for (const [name, compute] of Object.entries(coding))
    test(`the names of categories: ${name}`, () =>
      holds(rows(true), data => {
        const names: Category[] = ['', 'ادعاء', 'فاعل', ['تاريخ', 'مكان'], true]
        const renamed = data.map(row =>
          row.map(value => (value === null ? null : (names[value] ?? ''))),
        )
        expectSame(compute(renamed), compute(data))
      }))
})

test('a unit that one coder alone coded changes nothing but Gwet’s chance, which is so defined', () =>
  holds(fc.tuple(rows(true), fc.constantFrom(1, 2, 3, 4)), ([data, value]) => {
    const categories = [1, 2, 3, 4]
    const more = [...data, (data[0] ?? []).map((_, at) => (at === 0 ? value : null))]
    for (const name of ['percent-agreement', 'scott-pi', 'cohen-kappa', 'krippendorff-alpha'])
      expectSame(all[name]?.(more), all[name]?.(data))
    const randolph = measures['randolph-kappa']
    expectSame(randolph.compute(more, { categories }), randolph.compute(data, { categories }))
  }))

describe('identical annotators agree wholly, and a single category is not agreement', () => {
  for (const [name, compute] of Object.entries(all))
    test(name, () =>
      holds(rows(false), data => {
        const same = data.map(row => row.map(() => row[0] ?? null))
        const categories = new Set(same.map(row => row[0])).size
        const result = compute(same)
        if (categories > 1 || name === 'percent-agreement') expect(said(result)).toBe(1)
        else expect(result.kind).toBe('undefined')
      }),
    )
})

test('nothing exceeds 1, and nothing is NaN', () =>
  holds(rows(true), data => {
    for (const compute of Object.values(all)) {
      const result = compute(data)
      if (result.kind === 'value') expect(result.value).toBeLessThanOrEqual(1 + 1e-9)
    }
  }))

test('two coders without gaps: α = 1 - (1 - π)(N - 1)/N, N the number of values', () =>
  holds(rows(false), data => {
    const two = data.map(row => row.slice(0, 2))
    const alpha = measures['krippendorff-alpha'].compute(two)
    const pi = measures['scott-pi'].compute(two)
    expect(alpha.kind).toBe(pi.kind)
    if (alpha.kind === 'undefined' || pi.kind === 'undefined') return
    const n = two.length * 2
    expect(alpha.value).toBeCloseTo(1 - ((1 - pi.value) * (n - 1)) / n, 9)
  }))

test('AC2 with equal or not is AC1; weighted κ with equal or not is κ', () =>
  holds(rows(true), data => {
    expectSame(
      measures['gwet-ac2'].compute(data, { weights: 'identity' }),
      measures['gwet-ac1'].compute(data),
    )
    const plain = measures['cohen-kappa'].compute(data)
    const weighted = measures['cohen-kappa'].compute(data, { distance: 'nominal' })
    if (plain.kind === 'value') expectSame(weighted, plain)
    else expect(weighted.kind).toBe('undefined')
  }))

test('a row that stands for three units is that row three times', () =>
  holds(rows(true), data => {
    const times = data.map((_, at) => (at % 3) + 1)
    const written = data.flatMap((row, at) => Array.from({ length: times[at] ?? 1 }, () => row))
    for (const id of [
      'percent-agreement',
      'bennett-s',
      'scott-pi',
      'cohen-kappa',
      'fleiss-kappa',
      'gwet-ac1',
      'gwet-ac2',
      'krippendorff-alpha',
    ] as const)
      expectSame(measures[id].compute(data, { times }), measures[id].compute(written))
  }))
