import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  coefficientOf,
  sumCoefficients,
  sumsOf,
} from '../../../annotations/agreement/coefficient-sums.ts'
import { measures } from '../../../annotations/agreement/measures.ts'
import { rows, said } from './generated.ts'

const measureOf = {
  percent: measures['percent-agreement'],
  pi: measures['fleiss-kappa'],
  s: measures['randolph-kappa'],
  ac1: measures['gwet-ac1'],
  alpha: measures['krippendorff-alpha'],
  kappa: measures['cohen-kappa'],
}

test('a coefficient from sums over units is the measure of that name', () =>
  fc.assert(
    fc.property(rows(true), data => {
      const sums = sumsOf(data, 'nominal')
      const all = new Float64Array(sums.width)
      for (const row of sums.rows)
        for (const [at, part] of row.entries()) all[at] = (all[at] ?? 0) + part
      for (const name of sumCoefficients) {
        const ours = coefficientOf(name, all, sums)
        const measured = measureOf[name].compute(data)
        // S and AC1 count a category that only single values use, or do not: their own definition.
        if (name === 's' && data.some(row => row.filter(value => value !== null).length === 1))
          continue
        expect([name, ours === undefined ? 'undefined' : Math.round(ours * 1e9) / 1e9 + 0]).toEqual(
          [name, measured.kind === 'undefined' ? 'undefined' : said(measured)],
        )
      }
    }),
    { numRuns: 300 },
  ))
