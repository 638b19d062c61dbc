import fc from 'fast-check'
import { expect } from 'vitest'
import type { Continuum, Unit } from '../../../annotations/agreement/continuum.ts'
import type { MeasureResult } from '../../../annotations/agreement/measure.ts'

export type Rows = (number | null)[][]

const value = fc.constantFrom(1, 2, 3, 4)

/** Units by coders, numbers for categories; with gaps or without. */
export const rows = (gaps: boolean): fc.Arbitrary<Rows> =>
  fc.integer({ min: 2, max: 4 }).chain(coders =>
    fc.array(
      fc.array(gaps ? fc.option(value, { freq: 4 }) : value, {
        minLength: coders,
        maxLength: coders,
      }),
      { minLength: 2, maxLength: 14 },
    ),
  )

/** Units of two or three annotators; with `apart`, those of one annotator do not overlap. */
export const continuum = (apart: boolean): fc.Arbitrary<Continuum> =>
  fc
    .array(
      fc.tuple(
        fc.constantFrom('أ', 'ب', 'ج'),
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom('actor', 'claim', 'date'),
      ),
      { minLength: 2, maxLength: 9 },
    )
    .map(raw => {
      const units: Unit[] = []
      for (const [annotator, start, length, category] of raw) {
        const end = start + length
        const crossed = units.some(
          unit => unit.annotator === annotator && unit.start < end && start < unit.end,
        )
        if (!apart || !crossed) units.push({ annotator, start, end, category })
      }
      return { begin: 0, length: 80, annotators: ['أ', 'ب', 'ج'], units }
    })

/** What matters of a result for a law: the figure to 1e-9, or why there is none. */
/** Two results are one: the same reason, or figures apart by no more than the order of adding explains. */
export function expectSame(found: MeasureResult | undefined, wanted: MeasureResult | undefined) {
  if (found?.kind === 'value' && wanted?.kind === 'value')
    expect(found.value).toBeCloseTo(wanted.value, 8)
  else expect(found && said(found)).toBe(wanted && said(wanted))
}

export const said = (result: MeasureResult): number | string =>
  result.kind === 'value' ? Math.round(result.value * 1e9) / 1e9 + 0 : result.reason

/** An order of 0…n-1, from any numbers. */
export const orderFrom = (keys: readonly number[], n: number): number[] =>
  Array.from({ length: n }, (_, at) => at).sort(
    (a, b) => (keys[a % keys.length] ?? 0) - (keys[b % keys.length] ?? 0) || a - b,
  )
export const keys = fc.array(fc.nat(1000), { minLength: 14, maxLength: 14 })
