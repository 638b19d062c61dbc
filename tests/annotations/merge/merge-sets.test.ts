import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sameValue } from '../../../annotations/merge/canonical-text.ts'
import { type Copy, commonBase } from '../../../annotations/merge/common-base.ts'
import { mergeSets } from '../../../annotations/merge/merge-sets.ts'
import { newerHead } from '../../../annotations/merge/merged-head.ts'
import { mergedLog, mergeEntry } from '../../../annotations/merge/merged-log.ts'
import { replay } from '../../../annotations/model/action.ts'
import type { Annotation } from '../../../annotations/model/annotation.ts'
import { type AnnotationSet, emptySet } from '../../../annotations/model/annotation-set.ts'
import { pathTo } from '../../../annotations/model/history.ts'
import { storedSet } from '../../../annotations/model/stored.ts'
import { deed, twoPeople, worksOn } from './two-people.ts'

const bytes = (set: AnnotationSet) => storedSet.stringify(set)

/** Two copies merged as a program does that knows no more than what lies in them. */
function merge(a: Copy, b: Copy) {
  const base = commonBase(a, b)
  const { set, fates } = mergeSets({ base: base.set, a: a.set, b: b.set })
  const [parent, other] = newerHead(a.set, b.set) === a.set ? [a, b] : [b, a]
  const log = mergedLog(parent.log, other.log, mergeEntry(a.set, b.set, set))
  return { set, log, fates, how: base.how }
}

const annotationOf = (set: AnnotationSet, id: string) => set.annotations.find(one => one.id === id)
const idsOf = (...sets: AnnotationSet[]) => [
  ...new Set(sets.flatMap(({ annotations }) => annotations.map(({ id }) => id))),
]

/** Does a version say something that neither the other copy nor where both began says? */
const news = (of: Annotation, base: Annotation | undefined) => !base || !sameValue(of, base)

/** What a version changed is in the merged annotation, or the version is kept beside it. */
function isKept(version: Annotation, base: Annotation | undefined, merged: AnnotationSet): boolean {
  const now = annotationOf(merged, version.id)
  if (!now) return false
  if ((merged.alternatives ?? []).some(one => sameValue(one, version))) return true
  const spans = sameValue(version.spans, base?.spans) || sameValue(version.spans, now.spans)
  const label = version.label === base?.label || version.label === now.label
  const keys = Object.keys(version.attributes).filter(
    key => !base || !sameValue(version.attributes[key], base.attributes[key]),
  )
  return (
    spans && label && keys.every(key => sameValue(version.attributes[key], now.attributes[key]))
  )
}

/** What each of them made or changed is there, and only what its owner took away is gone. */
function expectNothingLost(
  base: AnnotationSet,
  a: AnnotationSet,
  b: AnnotationSet,
  set: AnnotationSet,
) {
  const isJoined = (id: string) => set.relations.some(({ from, to }) => from === id || to === id)
  for (const id of idsOf(a, b)) {
    const [was, one, two] = [base, a, b].map(copy => annotationOf(copy, id))
    const removed = was && ((!one && sameValue(two, was)) || (!two && sameValue(one, was)))
    if (removed) expect(annotationOf(set, id) !== undefined).toBe(isJoined(id))
    else
      for (const version of [one, two])
        if (version && news(version, was)) expect(isKept(version, was, set)).toBe(true)
  }
  const was = new Set(base.relations.map(({ id }) => id))
  const there = new Set(set.relations.map(({ id }) => id))
  for (const { id } of [...a.relations, ...b.relations])
    if (!was.has(id)) expect(there.has(id)).toBe(true)
  const ids = new Set(set.annotations.map(({ id }) => id))
  for (const { from, to } of set.relations)
    expect([ids.has(from), ids.has(to)]).toEqual([true, true])
}

describe('histories of two people in two copies', () => {
  test('a thousand of them: nothing is lost, either may be asked first, merged again nothing changes', () => {
    fc.assert(
      fc.property(twoPeople, ({ base, a, b }) => {
        const once = merge(a, b)
        const other = merge(b, a)
        expect(bytes(other.set)).toBe(bytes(once.set))
        expect(other.log).toEqual(once.log)
        expectNothingLost(base.set, a.set, b.set, once.set)
        for (const copy of [a, b]) expect(bytes(merge(once, copy).set)).toBe(bytes(once.set))
      }),
      { numRuns: 1000 },
    )
  })

  test('the same where nothing is known of what came before', () => {
    fc.assert(
      fc.property(twoPeople, ({ a, b }) => {
        const bare = (one: AnnotationSet, two: AnnotationSet) =>
          mergeSets({ base: undefined, a: one, b: two }).set
        const once = bare(a.set, b.set)
        expect(bytes(bare(b.set, a.set))).toBe(bytes(once))
        for (const copy of [a.set, b.set, once]) expect(bytes(bare(once, copy))).toBe(bytes(once))
        for (const version of [...a.set.annotations, ...b.set.annotations])
          expect(isKept(version, undefined, once)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  test('both go on after a merge, and what they took away stays away', () => {
    fc.assert(
      fc.property(twoPeople, fc.array(deed, { maxLength: 6 }), ({ text, a, b }, more) => {
        const once = merge(a, b)
        const later = worksOn(a, text, more, 4)
        const twice = merge(once, later)
        expect(bytes(twice.set)).toBe(bytes(merge(later, once).set))
        for (const { id } of once.set.annotations) {
          const gone = annotationOf(a.set, id) && !annotationOf(later.set, id)
          const same = sameValue(annotationOf(once.set, id), annotationOf(a.set, id))
          const joined = twice.set.relations.some(({ from, to }) => from === id || to === id)
          if (gone && same && !joined) expect(annotationOf(twice.set, id)).toBeUndefined()
        }
        for (const { id } of a.set.annotations)
          if (
            !annotationOf(once.set, id) &&
            sameValue(annotationOf(later.set, id), annotationOf(a.set, id))
          )
            if (!twice.set.relations.some(({ from, to }) => from === id || to === id))
              expect(annotationOf(twice.set, id)).toBeUndefined()
      }),
      { numRuns: 200 },
    )
  })

  test('the merge is a step of the set’s history: taken again it gives the merge, taken back it goes', () => {
    fc.assert(
      fc.property(twoPeople, ({ a, b }) => {
        const { set, log } = merge(a, b)
        const path = pathTo(set, log)
        const last = path.at(-1)
        if (last?.kind !== 'merge') return
        const parent = [a.set, b.set].find(
          one => one.updated === last.base && one.revision === last.revision - 1,
        )
        expect(parent && bytes(replay(parent, [last]))).toBe(bytes(set))
      }),
      { numRuns: 150 },
    )
  })
})

test('two versions of one annotation kept beside it lie in one order, whoever is asked first', () => {
  const at = { id: 'x', label: 'actor', spans: [{ start: 0, end: 1, quote: 'ق' }] }
  const set = (attributes: Annotation['attributes'], revision: number): AnnotationSet => ({
    ...emptySet('aea30f5aa7adbd67', `sha256:${'a'.repeat(64)}`, 'ليلى'),
    revision,
    updated: `2024-11-0${revision}T00:00:00.000Z`,
    annotations: [{ ...at, attributes }],
  })
  const [a, b] = [
    set({ stance: 'asserts', voice: 'denies' }, 1),
    set({ stance: 'denies', voice: 'asserts' }, 2),
  ]
  const once = mergeSets({ base: undefined, a, b }).set
  expect(once.alternatives).toHaveLength(2)
  expect(bytes(mergeSets({ base: undefined, a: b, b: a }).set)).toBe(bytes(once))
})

test('a removal that was undone is not lost to a copy without a past of its own', () => {
  const text = 'قال وزير الدفاع ذلك.'
  const first = worksOn(
    { set: emptySet('aea30f5aa7adbd67', `sha256:${'a'.repeat(64)}`, 'ليلى'), log: [] },
    text,
    [
      { what: 'tag', at: 0, value: 'asserts' },
      { what: 'tag', at: 2, value: 'asserts' },
      { what: 'remove', at: 0, value: 'asserts' },
    ],
    1,
  )
  const restored = worksOn(first, text, [{ what: 'undo', at: 0, value: 'asserts' }], 2)
  const went = [{ what: 'tag', at: 4, value: 'asserts' } as const]
  const copy = worksOn(first, text, [...went, ...went], 3)
  const { set } = merge(restored, { set: copy.set, log: [] })
  expect(idsOf(set).sort()).toEqual(idsOf(restored.set, copy.set).sort())
})

test('a copy without a past of its own is known by what it holds, and what either did is there', () => {
  fc.assert(
    fc.property(twoPeople, ({ base, a, b }) => {
      const bare: Copy = { set: b.set, log: [] }
      const { set } = merge(a, bare)
      expect(bytes(merge(bare, a).set)).toBe(bytes(set))
      for (const version of [...a.set.annotations, ...b.set.annotations]) {
        const was = annotationOf(base.set, version.id)
        if (news(version, was)) expect(isKept(version, was, set)).toBe(true)
      }
      const there = new Set(set.relations.map(({ id }) => id))
      const was = new Set(base.set.relations.map(({ id }) => id))
      for (const { id } of [...a.set.relations, ...b.set.relations])
        if (!was.has(id)) expect(there.has(id)).toBe(true)
    }),
    { numRuns: 150 },
  )
})
