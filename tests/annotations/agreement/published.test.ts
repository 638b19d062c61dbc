import { describe, expect, test } from 'vitest'
import { figuresOf, goldenCases } from './golden-case.ts'

test('there are published cases to meet', () => {
  expect(goldenCases.length).toBeGreaterThan(25)
})

describe('published figures, each within its tolerance', () => {
  for (const one of goldenCases)
    test(`${one.id}: ${one.source}`, () => {
      const figures = figuresOf(one)
      for (const [name, published] of Object.entries(one.expected)) {
        const ours = figures[name]
        expect([name, typeof ours]).toEqual([name, 'number'])
        expect([name, Math.abs((ours ?? 0) - published) <= one.tolerance, ours]).toEqual([
          name,
          true,
          ours,
        ])
      }
    })
})
