import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowsAhead } from '../../src-renderer/text/rows-ahead.ts'

const overscan = 4
const walk = fc.record({
  count: fc.integer({ min: 1, max: 400 }),
  height: fc.integer({ min: 20, max: 3000 }),
  steps: fc.array(
    fc.record({ by: fc.integer({ min: -30, max: 30 }), seen: fc.integer({ min: 1, max: 15 }) }),
    { minLength: 1, maxLength: 60 },
  ),
})

test('whatever is in view is drawn, in order, each row once, and a screen or two beyond at most', () => {
  fc.assert(
    fc.property(walk, ({ count, height, steps }) => {
      const rows = rowsAhead(() => height)
      let startIndex = 0
      let widest = 0
      for (const { by, seen } of steps) {
        startIndex = Math.min(count - 1, Math.max(0, startIndex + by))
        const endIndex = Math.min(count - 1, startIndex + seen - 1)
        widest = Math.max(widest, endIndex - startIndex + 1)
        const drawn = rows({ startIndex, endIndex, overscan, count })
        const [first = -1, last = -1] = [drawn[0], drawn.at(-1)]
        expect(drawn).toEqual(Array.from({ length: last - first + 1 }, (_, at) => first + at))
        expect(first).toBeLessThanOrEqual(startIndex)
        expect(last).toBeGreaterThanOrEqual(endIndex)
        expect(first).toBeGreaterThanOrEqual(0)
        expect(last).toBeLessThan(count)
        expect(drawn.length).toBeLessThanOrEqual(widest + overscan + 12)
      }
    }),
  )
})

test('rows that are drawn stay the same list until the view comes near their end', () => {
  const rows = rowsAhead(() => 90)
  const seen = (startIndex: number) =>
    rows({ startIndex, endIndex: startIndex + 7, overscan, count: 1000 })
  let lists = 0
  let last = seen(0)
  for (let at = 1; at <= 80; at++) {
    const now = seen(at)
    if (now !== last) lists += 1
    last = now
  }
  expect(lists).toBeLessThanOrEqual(10)
})

test('an article that has become shorter draws no row it has not', () => {
  const rows = rowsAhead(() => 90)
  rows({ startIndex: 20, endIndex: 29, overscan, count: 40 })
  expect(rows({ startIndex: 20, endIndex: 24, overscan, count: 25 }).at(-1)).toBe(24)
})
