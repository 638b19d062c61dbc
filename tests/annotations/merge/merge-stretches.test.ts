import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeStretches } from '../../../annotations/merge/merge-stretches.ts'
import type { Clash, Three } from '../../../annotations/merge/merge-value.ts'
import { type Region, regionKinds } from '../../../annotations/model/document.ts'
import { settledRegions } from '../../../annotations/model/mark-region.ts'

function merged(three: Three) {
  const clashes: Clash[] = []
  const regions = mergeStretches(three, 'regions', { clash: one => void clashes.push(one) })
  return { regions, clashes }
}

const caption = { kind: 'caption', start: 20, end: 40 }
const dimmed = { kind: 'boilerplate', start: 60, end: 80 }

test('a region marked in one copy and another in the other are both marked, and nothing clashes', () => {
  const title = { kind: 'title', start: 0, end: 10 }
  const three = { base: [title], a: [title, caption], b: [title, dimmed], known: true }
  expect(merged(three)).toEqual({ regions: [title, caption, dimmed], clashes: [] })
  expect(merged({ ...three, base: undefined, known: false }).regions).toEqual([
    title,
    caption,
    dimmed,
  ])
})

test('what one took away and the other left alone is gone; where nothing is known it stays', () => {
  const three = { base: [caption, dimmed], a: [dimmed], b: [caption, dimmed], known: true }
  expect(merged(three).regions).toEqual([dimmed])
  expect(merged({ ...three, known: false }).regions).toEqual([caption, dimmed])
})

test('the same letters marked as two things are one of them, and the other is named with its place', () => {
  const a = [{ kind: 'caption', start: 10, end: 40 }]
  const b = [{ kind: 'boilerplate', start: 30, end: 50 }]
  const { regions, clashes } = merged({ base: [], a, b, known: true })
  expect(regions).toEqual([
    { kind: 'caption', start: 10, end: 30 },
    { kind: 'boilerplate', start: 30, end: 40 },
    { kind: 'boilerplate', start: 40, end: 50 },
  ])
  expect(clashes).toEqual([
    {
      at: 'regions',
      kept: { kind: 'boilerplate', start: 30, end: 40 },
      other: { kind: 'caption', start: 30, end: 40 },
      lost: 'a',
    },
  ])
})

test('what somebody called a line goes before what it was called for recurring', () => {
  const line = { start: 5, end: 9 }
  const a = [{ ...line, kind: 'boilerplate', by: 'recurrence' }]
  const b = [{ ...line, kind: 'body' }]
  expect(merged({ base: [], a, b, known: true }).regions).toEqual(b)
})

const length = 40
const regions = fc
  .array(
    fc
      .record({
        kind: fc.constantFrom(...regionKinds),
        start: fc.nat(length - 1),
        length: fc.integer({ min: 1, max: 15 }),
      })
      .map(({ kind, start, length }): Region => ({ kind, start, end: start + length })),
    { maxLength: 5 },
  )
  .map(all => settledRegions(all, length))

const kindsOf = (all: readonly { kind?: unknown; start: number; end: number }[]) =>
  Array.from(
    { length },
    (_, place) => all.find(({ start, end }) => start <= place && place < end)?.kind,
  )

test('laws: letter by letter what either changed is there or named; either first; once more changes nothing', () => {
  fc.assert(
    fc.property(regions, regions, regions, fc.boolean(), (base, a, b, known) => {
      const { regions: both, clashes } = merged({ base, a, b, known })
      const [was, one, two, now] = [base, a, b, both as Region[]].map(kindsOf)
      for (let place = 0; place < length; place++) {
        const named = clashes.some(({ other }) => {
          const { start, end } = other as Region
          return start <= place && place < end
        })
        for (const kinds of [one, two]) {
          const changed = !known || kinds?.[place] !== was?.[place]
          if (changed && kinds?.[place] !== undefined)
            expect(named || now?.[place] === kinds[place]).toBe(true)
        }
      }
      expect(merged({ base, a: b, b: a, known }).regions).toEqual(both)
      expect(merged({ base: a, a: both, b: a, known: true }).regions).toEqual(both)
      expect(settledRegions(both as Region[], length)).toEqual(both)
    }),
    { numRuns: 500 },
  )
})
