import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestAlignment } from '../../../annotations/agreement/best-alignment.ts'
import type { Continuum } from '../../../annotations/agreement/continuum.ts'
import { dissimilarity, type GammaUnit } from '../../../annotations/agreement/dissimilarity.ts'
import { prepare } from '../../../annotations/agreement/gamma-alignments.ts'
import type { MeasureResult } from '../../../annotations/agreement/measure.ts'
import { measures } from '../../../annotations/agreement/measures.ts'
import { continuum, keys, orderFrom, said } from './generated.ts'

const onUnits: Record<string, (data: Continuum) => MeasureResult> = {
  'krippendorff-alpha-u': data => measures['krippendorff-alpha-u'].compute(data),
  'u-alpha': data => measures['u-alpha'].compute(data),
  '|u-alpha': data => measures['u-alpha'].compute(data, { variant: 'bar-u' }),
  'cu-alpha': data => measures['u-alpha'].compute(data, { variant: 'cu' }),
  'gamma, observed': data => {
    const found = measures.gamma.compute(data, { samples: 1 })
    return found.kind === 'value' ? { kind: 'value', value: found.observed ?? 0 } : found
  },
}

describe('on a continuum, what is said does not depend on', () => {
  for (const [name, compute] of Object.entries(onUnits)) {
    test(`the order of units and of annotators: ${name}`, () =>
      fc.assert(
        fc.property(continuum(true), keys, (data, by) => {
          const units = orderFrom(by, data.units.length).map(at => data.units[at] ?? fail())
          const annotators = [...(data.annotators ?? [])].reverse()
          const [one, two] = [compute(data), compute({ ...data, units, annotators })]
          // Whether a sample of chance is without disorder is chance’s.
          if (one.kind === 'value' && two.kind === 'value') expect(said(two)).toBe(said(one))
        }),
        { numRuns: 100 },
      ))
    test(`the names of categories: ${name}`, () =>
      fc.assert(
        fc.property(continuum(true), data => {
          const units = data.units.map(unit => ({ ...unit, category: `x-${unit.category}` }))
          const [one, two] = [compute(data), compute({ ...data, units })]
          if (one.kind === 'value' && two.kind === 'value') expect(said(two)).toBe(said(one))
        }),
        { numRuns: 100 },
      ))
  }
})

const fail = (): never => {
  throw new Error('out of range')
}

test('annotators who marked the same agree wholly', () =>
  fc.assert(
    fc.property(continuum(true), data => {
      const own = data.units.filter(({ annotator }) => annotator === data.units[0]?.annotator)
      const units = own.flatMap(unit => ['أ', 'ب', 'ج'].map(annotator => ({ ...unit, annotator })))
      const same = { ...data, units }
      for (const compute of [onUnits['krippendorff-alpha-u'], onUnits['u-alpha']])
        expect(said(compute?.(same) ?? fail())).toBe(1)
      const gamma = measures.gamma.compute(same, { samples: 10, seed: 3 })
      expect(gamma.kind === 'value' ? said(gamma) : gamma.reason).toBe(
        gamma.kind === 'value' ? 1 : 'no-variation',
      )
    }),
    { numRuns: 100 },
  ))

/** Every way to put units into groups with at most one of each annotator, by trying them all. */
function cheapestByHand(
  units: { unit: GammaUnit; annotator: number }[],
  n: number,
  cost: (group: typeof units) => number,
): number {
  const [first, ...rest] = units
  if (!first) return 0
  let least = Number.POSITIVE_INFINITY
  const choose = (group: typeof units, at: number, left: typeof units) => {
    if (at === rest.length) {
      least = Math.min(least, cost(group) + cheapestByHand(left, n, cost))
      return
    }
    const next = rest[at] ?? fail()
    choose(group, at + 1, [...left, next])
    if (!group.some(({ annotator }) => annotator === next.annotator))
      choose([...group, next], at + 1, left)
  }
  choose([first], 0, [])
  return least
}

test('the best alignment is the best of all there are', () =>
  fc.assert(
    fc.property(
      continuum(false),
      fc.record({
        alpha: fc.constantFrom(1, 3),
        beta: fc.constantFrom(0, 1, 2),
        delta: fc.constantFrom(1, 0.5),
      }),
      (data, options) => {
        const prepared = prepare({ ...data, units: data.units.slice(0, 7) })
        if ('kind' in prepared) return
        const d = dissimilarity(options)
        const n = prepared.byAnnotator.length
        const units = prepared.byAnnotator.flatMap((own, annotator) =>
          own.map(unit => ({ unit, annotator })),
        )
        const byHand = cheapestByHand(units, n, group => {
          let sum = 0
          for (const [at, a] of group.entries())
            for (const b of group.slice(at + 1)) sum += d.of(a.unit, b.unit)
          const pairs = (n * (n - 1)) / 2 - (group.length * (group.length - 1)) / 2
          return sum + pairs * d.delta
        })
        const best = bestAlignment(prepared.byAnnotator, d)
        expect(best?.disorder).toBeCloseTo(byHand / ((n * (n - 1)) / 2) / (units.length / n), 6)
      },
    ),
    { numRuns: 120 },
  ))

test('the same seed gives the same γ', () =>
  fc.assert(
    fc.property(continuum(false), fc.nat(), (data, seed) => {
      const once = () => measures.gamma.compute(data, { samples: 5, seed })
      expect(once()).toEqual(once())
    }),
    { numRuns: 30 },
  ))

test('F1 is the same whoever is called gold, and 1 on the same spans', () =>
  fc.assert(
    fc.property(continuum(false), data => {
      const of = (who: string) =>
        data.units
          .filter(({ annotator }) => annotator === who)
          .map(({ start, end, category }) => ({ start, end, label: String(category) }))
      const [gold, predicted] = [of('أ'), of('ب')]
      for (const mode of ['strict', 'relaxed', 'semeval'] as const) {
        const f1 = (one: typeof gold, two: typeof gold) =>
          measures['span-f1'].compute({ gold: one, predicted: two }, { mode })
        if (mode !== 'semeval') expect(said(f1(gold, predicted))).toBe(said(f1(predicted, gold)))
        expect(said(f1(gold, gold))).toBe(gold.length > 0 ? 1 : 'no-spans')
      }
      const jaccard = measures['character-jaccard']
      expect(said(jaccard.compute({ gold, predicted }))).toBe(
        said(jaccard.compute({ gold: predicted, predicted: gold })),
      )
    }),
    { numRuns: 150 },
  ))
