import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byPlace } from '../../annotations/model/annotation.ts'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import {
  applyChange,
  applyChanges,
  type Change,
  inverseOf,
  removalOf,
  unlinkOf,
} from '../../annotations/model/change.ts'
import { checkChanges } from '../../annotations/model/check-changes.ts'
import { checkSet } from '../../annotations/model/check-set.ts'
import { defaultScheme } from '../../annotations/model/default-scheme.ts'
import { manyChanges } from '../../annotations/model/many-changes.ts'
import type { Problem } from '../../annotations/model/problem.ts'
import { byEnds } from '../../annotations/model/relation.ts'
import { spanOf } from '../../annotations/model/span.ts'
import { annotatedNews } from '../arabic-news.ts'

/** Changes that a set may go through: what is there put again or removed, what is not there put or removed. */
const changesOf = (set: AnnotationSet, text: string) =>
  fc.array(
    fc.nat(20).chain(n => {
      const id = `a${n}`
      return fc.constantFrom<Change>(
        {
          kind: 'put-annotation',
          annotation: {
            id,
            label: 'cue',
            spans: [spanOf(text, n % text.length, (n % text.length) + 1)],
            attributes: {},
          },
        },
        { kind: 'remove-annotation', id },
        { kind: 'put-relation', relation: { id: `r${n}`, type: 'about', from: 'a0', to: id } },
        { kind: 'remove-relation', id: set.relations[n]?.id ?? 'r99' },
        { kind: 'set-status', status: n % 2 ? 'submitted' : 'approved' },
      )
    }),
    { maxLength: 12 },
  )

const setAndChanges = annotatedNews.chain(({ document, set }) =>
  changesOf(set, document.text).map(changes => ({ document, set, changes })),
)

test('what was done is undone by its inverse', () => {
  fc.assert(
    fc.property(setAndChanges, ({ set, changes }) => {
      const undo = inverseOf(set, changes)
      expect(applyChanges(applyChanges(set, changes), undo)).toEqual(set)
    }),
  )
})

test('what was undone is done again by the inverse of the inverse', () => {
  fc.assert(
    fc.property(setAndChanges, ({ set, changes }) => {
      const after = applyChanges(set, changes)
      const undo = inverseOf(set, changes)
      const redo = inverseOf(after, undo)
      expect(applyChanges(applyChanges(after, undo), redo)).toEqual(after)
    }),
  )
})

test('a changed set is in its stored order, its ids are unique, and the set it came from is as it was', () => {
  fc.assert(
    fc.property(setAndChanges, ({ set, changes }) => {
      const before = structuredClone(set)
      const { annotations, relations } = applyChanges(set, changes)
      expect(annotations).toEqual([...annotations].sort(byPlace))
      expect(relations).toEqual([...relations].sort(byEnds))
      expect(new Set(annotations.map(({ id }) => id)).size).toBe(annotations.length)
      expect(new Set(relations.map(({ id }) => id)).size).toBe(relations.length)
      expect(set).toEqual(before)
    }),
  )
})

/** The orders of each claim's sources, as they stand. */
function chainsOf({ relations }: AnnotationSet): number[][] {
  const chains = new Map<string, number[]>()
  for (const { from, type, order } of relations)
    if (type === 'source') chains.set(from, [...(chains.get(from) ?? []), order ?? 0])
  return [...chains.values()].map(orders => orders.sort((a, b) => a - b))
}

/** Which cue introduces which source, of every claim. */
function introductions({ relations }: AnnotationSet): string[] {
  const sources = relations.filter(({ type }) => type === 'source')
  return sources.flatMap(source =>
    relations
      .filter(
        ({ type, from, order }) => type === 'cue' && from === source.from && order === source.order,
      )
      .map(cue => [source.from, source.to, cue.to].join(' ')),
  )
}

test('removing an annotation leaves no relation hanging and no gap in a chain', () => {
  fc.assert(
    fc.property(annotatedNews, ({ set }) => {
      for (const { id } of set.annotations) {
        const after = applyChanges(set, removalOf(set, id))
        const left = new Set(after.annotations.map(annotation => annotation.id))
        expect(left).not.toContain(id)
        expect(left.size).toBe(set.annotations.length - 1)
        for (const { from, to } of after.relations) {
          expect(left).toContain(from)
          expect(left).toContain(to)
        }
        for (const orders of chainsOf(after)) expect(orders).toEqual(orders.map((_, at) => at + 1))
      }
    }),
  )
})

test('taking one link out closes its chain, and every source left keeps its own cue', () => {
  fc.assert(
    fc.property(annotatedNews, ({ set }) => {
      for (const { id, type, from, to } of set.relations) {
        const after = applyChanges(set, unlinkOf(set, id))
        for (const orders of chainsOf(after)) expect(orders).toEqual(orders.map((_, at) => at + 1))
        expect(after.annotations).toEqual(set.annotations)
        const gone = (words: string) =>
          (type === 'source' && words.startsWith(`${from} ${to} `)) ||
          (type === 'cue' && words.startsWith(`${from} `) && words.endsWith(` ${to}`))
        const kept = introductions(set).filter(words => !gone(words))
        expect(introductions(after).sort()).toEqual(kept.sort())
      }
    }),
  )
})

test('taking several links out at once closes their chains too', () => {
  fc.assert(
    fc.property(annotatedNews, fc.nat(3), ({ set }, every) => {
      const ids = set.relations.map(({ id }) => id).filter((_, at) => at % (every + 1) === 0)
      const after = applyChanges(set, unlinkOf(set, ...ids))
      for (const { id } of after.relations) expect(ids).not.toContain(id)
      for (const orders of chainsOf(after)) expect(orders).toEqual(orders.map((_, at) => at + 1))
    }),
  )
})

test('removing what is not there changes nothing', () => {
  fc.assert(
    fc.property(annotatedNews, ({ set }) => {
      expect(applyChange(set, { kind: 'remove-annotation', id: 'gone' })).toEqual(set)
      expect(applyChanges(set, unlinkOf(set, 'gone'))).toEqual(set)
      expect(inverseOf(set, [{ kind: 'remove-relation', id: 'gone' }])).toEqual([])
    }),
  )
})

test('looking at what changes touched misses no error that a look at everything finds', () => {
  fc.assert(
    fc.property(setAndChanges, ({ document, set, changes }) => {
      const errors = (problems: Problem[]) =>
        problems.filter(({ severity }) => severity === 'error').map(p => JSON.stringify(p))
      const before = new Set(errors(checkSet(set, document, defaultScheme)))
      const next = applyChanges(set, changes)
      const fresh = errors(checkSet(next, document, defaultScheme)).filter(e => !before.has(e))
      expect(errors(checkChanges(next, changes, document, defaultScheme))).toEqual(
        expect.arrayContaining(fresh),
      )
    }),
    { numRuns: 500 },
  )
})

/** Besides: the guideline, and what another copy says. */
const moreChanges = fc.nat(3).chain(n => {
  const annotation = {
    id: `x${n}`,
    label: 'cue',
    spans: [{ start: n, end: n + 1, quote: 'ا' }],
    attributes: {},
  }
  return fc.constantFrom<Change>(
    { kind: 'put-alternative', annotation },
    { kind: 'drop-alternative', annotation },
    { kind: 'set-guideline', version: `v${n}` },
    { kind: 'set-guideline' },
  )
})

test('many changes together do what they do one after another, and are undone by the same', () => {
  const many = setAndChanges.chain(({ set, changes }) =>
    fc
      .array(moreChanges, { maxLength: 8 })
      .chain(more => fc.shuffledSubarray([...changes, ...changes, ...more]))
      .map(changes => ({ set, changes })),
  )
  fc.assert(
    fc.property(many, ({ set, changes }) => {
      const together = manyChanges(set, changes)
      let one = set
      const inverse: Change[] = []
      for (const change of changes) {
        inverse.unshift(...inverseOf(one, [change]))
        one = applyChange(one, change)
      }
      expect(together).toEqual({ set: one, inverse })
    }),
  )
})
