import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import { canonicalSet } from '../../annotations/model/canonical-set.ts'
import { applyChanges } from '../../annotations/model/change.ts'
import { changesBetween, differenceOf } from '../../annotations/model/changes-between.ts'
import { annotatedNews } from '../arabic-news.ts'

/** Two states of one set: annotations dropped from each, some relabelled in the second. */
const pairs = fc
  .tuple(annotatedNews, fc.infiniteStream(fc.nat(3)))
  .map(([{ set }, stream]): [AnnotationSet, AnnotationSet] => {
    const die = () => stream.next().value as number
    const partOf = (relabel: boolean): AnnotationSet => {
      const annotations = set.annotations
        .filter(() => die() > 0)
        .map(annotation => (relabel && die() === 0 ? { ...annotation, label: 'cue' } : annotation))
      const ids = new Set(annotations.map(({ id }) => id))
      const relations = set.relations.filter(({ from, to }) => ids.has(from) && ids.has(to))
      return { ...set, annotations, relations, status: die() ? 'submitted' : 'in-progress' }
    }
    return [partOf(false), partOf(true)]
  })

test('the changes between two states make the one of the other', () => {
  fc.assert(
    fc.property(pairs, ([from, to]) => {
      const made = applyChanges(from, changesBetween(from, to))
      expect(canonicalSet(made)).toEqual(canonicalSet(to))
    }),
  )
})

test('a state differs from itself in nothing', () => {
  fc.assert(
    fc.property(pairs, ([set]) => {
      expect(changesBetween(set, set)).toEqual([])
      expect(differenceOf(set, set)).toEqual({
        added: [],
        removed: [],
        changed: [],
        relations: 0,
        status: false,
      })
    }),
  )
})
