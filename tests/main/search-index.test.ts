import fc from 'fast-check'
import { expect, test } from 'vitest'
import { postings } from '../../src-main/search/postings.ts'
import { termTable } from '../../src-main/search/term-table.ts'

test('every place a term was put at is told again, in order, however far apart they lie', () => {
  const jumps = fc.tuple(fc.nat(40), fc.oneof(fc.nat(3), fc.nat(90_000)), fc.nat(70_000))
  fc.assert(
    fc.property(fc.array(jumps, { maxLength: 400 }), steps => {
      const index = postings()
      const told = new Map<number, [number, number][]>()
      let place = 0
      const words = new Map<string, number>()
      for (const [term, far, forward] of steps) {
        place += far % 5 === 0 ? far : 0
        const key = `${term} ${place}`
        const at = (words.get(key) ?? -1) + 1 + forward
        words.set(key, at)
        index.add(term, place, at)
        told.set(term, [...(told.get(term) ?? []), [place, at]])
      }
      for (const [term, places] of told) {
        const found: [number, number][] = []
        index.each(term, (place, at) => found.push([place, at]))
        expect(found).toEqual(places)
      }
      index.each(5000, () => expect.unreachable())
    }),
    { numRuns: 60 },
  )
})

test('a term has one number, in the order it was met, and after being written down, too', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[ابتثجوي0-9a-z]{1,6}$/), { maxLength: 3000 }),
      words => {
        const table = termTable()
        const numbers = words.map(word => table.take(`<${word}>`, 1, word.length + 1))
        const distinct = [...new Set(words)]
        expect(table.length).toBe(distinct.length)
        expect(numbers).toEqual(words.map(word => distinct.indexOf(word)))
        const again = termTable()
        const { pool, starts } = table.stored()
        expect(again.restore(pool.slice(), starts.slice())).toBe(true)
        expect(words.map(again.numberOf)).toEqual(numbers)
        expect(again.numberOf('غير موجود')).toBeUndefined()
      },
    ),
    { numRuns: 40 },
  )
})
