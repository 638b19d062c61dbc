import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { annotation } from '../../annotations/model/annotation.ts'
import { arePlainAnnotations } from '../../annotations/model/plain-annotations.ts'
import { annotatedNews } from '../arabic-news.ts'

const annotations = z.array(annotation)
const parsed = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown

test('sets as they are written are plain, and the schema reads the same in them', () => {
  fc.assert(
    fc.property(annotatedNews, ({ set }) => {
      expect(arePlainAnnotations(set.annotations)).toBe(true)
      expect(annotations.parse(set.annotations)).toEqual(set.annotations)
    }),
  )
})

/** A value with one thing in it changed, somewhere. */
function spoilt(value: unknown, path: number[], put: unknown): unknown {
  if (typeof value !== 'object' || value === null) return put
  const keys = [...Object.keys(value), 'new']
  const [first = 0, ...rest] = path
  const key = keys[first % keys.length] as string
  if (rest.length === 0 || key === 'new')
    return Array.isArray(value) ? [...value, put] : { ...value, [key]: put }
  const changed = spoilt((value as Record<string, unknown>)[key], rest, put)
  if (Array.isArray(value)) return value.with(Number(key), changed)
  if (first % 7 === 0) return Object.fromEntries(Object.entries(value).filter(([k]) => k !== key))
  return { ...value, [key]: changed }
}

const junk = fc.oneof(
  fc.constantFrom<unknown>(null, '', 'x', '../x', 0, -1, 0.5, 1e308 * 10, true, [], {}, [null]),
  fc.constantFrom<unknown>({ start: 0, end: 1, quote: 'x' }, { type: 'DATE' }, { constructor: 1 }),
  fc.jsonValue(),
)

test('whatever is called plain, the schema accepts, and reads the same in it', () => {
  let plain = 0
  fc.assert(
    fc.property(
      annotatedNews.filter(({ set }) => set.annotations.length > 0),
      fc.array(fc.nat(30), { minLength: 1, maxLength: 6 }),
      junk,
      ({ set }, path, put) => {
        const value = parsed(spoilt(set.annotations, path, put))
        if (!arePlainAnnotations(value)) return
        plain++
        expect(annotations.parse(value)).toEqual(value)
      },
    ),
    { numRuns: 2000 },
  )
  // The law would hold as well for a function that never says yes.
  expect(plain).toBeGreaterThan(10)
})
