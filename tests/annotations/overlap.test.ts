import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkChanges } from '../../annotations/model/check-changes.ts'
import { checkSet } from '../../annotations/model/check-set.ts'
import { defaultScheme } from '../../annotations/model/default-scheme.ts'
import { forbiddenOverlaps, mayLie } from '../../annotations/model/overlap.ts'
import { overlapPolicies } from '../../annotations/model/scheme.ts'
import { annotatedNews } from '../arabic-news.ts'

const placed = (id: string, ...spans: [number, number][]) => ({
  id,
  spans: spans.map(([start, end]) => ({ start, end, quote: 'x' })),
})

test('nested may lie inside and not across, none may share no letter', () => {
  const outer = placed('o', [0, 10])
  const inner = placed('i', [2, 4])
  const across = placed('a', [8, 14])
  const beside = placed('b', [10, 14])
  const broken = placed('d', [0, 2], [6, 8])
  expect(mayLie(outer, inner, 'nested')).toBe(true)
  expect(mayLie(outer, inner, 'none')).toBe(false)
  expect(mayLie(outer, across, 'nested')).toBe(false)
  expect(mayLie(outer, beside, 'none')).toBe(true)
  // What lies in the gap of another shares nothing with it.
  expect(mayLie(broken, inner, 'none')).toBe(true)
  expect(mayLie(outer, across, 'any')).toBe(true)
})

test('one sweep finds what asking every pair finds', () => {
  fc.assert(
    fc.property(annotatedNews, fc.constantFrom(...overlapPolicies), ({ set }, policy) => {
      const swept = forbiddenOverlaps(set.annotations, policy).length
      let asked = 0
      for (const [at, a] of set.annotations.entries())
        for (const b of set.annotations.slice(at + 1)) if (!mayLie(a, b, policy)) asked++
      expect(swept).toBe(asked)
    }),
  )
})

test('a change is held to the policy as the whole set is', () => {
  fc.assert(
    fc.property(annotatedNews, ({ document, set }) => {
      const scheme = { ...defaultScheme, overlap: 'none' as const }
      const kinds = (problems: ReturnType<typeof checkSet>) =>
        new Set(
          problems
            .filter(p => p.kind === 'overlap-not-allowed')
            .map(p => p.element + (p.detail ?? '')),
        )
      const changes = set.annotations.map(annotation => ({
        kind: 'put-annotation' as const,
        annotation,
      }))
      expect(kinds(checkChanges(set, changes, document, scheme))).toEqual(
        kinds(checkSet(set, document, scheme)),
      )
    }),
  )
})
