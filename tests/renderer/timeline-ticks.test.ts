import fc from 'fast-check'
import { expect, test } from 'vitest'
import { timelineTicks } from '../../src-renderer/across/timeline-ticks.ts'

const day = 86_400_000

test('an axis says each of its months or years once, and no more of them than there is room for', () => {
  const begin = fc.integer({ min: Date.UTC(1800, 0, 1), max: Date.UTC(2100, 0, 1) })
  const days = fc.oneof(fc.integer({ min: 70, max: 4_000 }), fc.integer({ min: 70, max: 200_000 }))
  fc.assert(
    fc.property(begin, days, (from, length) => {
      const to = from + length * day
      const { at, unit } = timelineTicks(from, to)
      if (typeof at === 'number') throw new Error('a long stretch is marked by months')
      const said = at.map(time => time.toISOString().slice(0, unit === 'year' ? 4 : 7))
      expect(said.length).toBeLessThanOrEqual(10)
      expect(new Set(said).size).toBe(said.length)
      expect(at.every(time => time.getTime() >= from && time.getTime() <= to)).toBe(true)
      expect(at.every(time => time.getUTCDate() === 1)).toBe(true)
      if (length > 200) expect(said.length).toBeGreaterThan(1)
    }),
  )
})
