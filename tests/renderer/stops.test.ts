import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moved } from '../../src-renderer/plots/stops.ts'

const stops = [...'aabccc'].map(row => ({ row }))

test('the arrows go from mark to mark and from row to row, mirrored where the page reads from the right', () => {
  expect(moved(stops, 0, 'ArrowRight', 'ltr')).toBe(1)
  expect(moved(stops, 0, 'ArrowLeft', 'rtl')).toBe(1)
  expect(moved(stops, 3, 'ArrowRight', 'rtl')).toBe(2)
  expect(moved(stops, 0, 'ArrowDown', 'ltr')).toBe(2)
  expect(moved(stops, 5, 'ArrowUp', 'ltr')).toBe(2)
  expect(moved(stops, 5, 'ArrowDown', 'ltr')).toBe(5)
  expect(moved(stops, 4, 'Home', 'rtl')).toBe(0)
  expect(moved(stops, 0, 'End', 'rtl')).toBe(5)
  expect(moved(stops, 0, 'x', 'ltr')).toBeUndefined()
  expect(moved([], 0, 'End', 'ltr')).toBeUndefined()
})

test('every mark is come to by one arrow alone', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }), rows => {
      const all = rows.map(row => ({ row }))
      const seen = new Set([0])
      for (let at = 0, n = 0; n < rows.length; n++) {
        at = moved(all, at, 'ArrowRight', 'ltr') ?? 0
        seen.add(at)
      }
      expect(seen.size).toBe(rows.length)
    }),
    { numRuns: 50 },
  )
})
