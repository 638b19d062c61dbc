import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Annotation } from '../../../annotations/model/annotation.ts'
import { byPlace } from '../../../annotations/model/annotation.ts'
import type { AnnotationSet } from '../../../annotations/model/annotation-set.ts'
import { applyChanges, inverseOf } from '../../../annotations/model/change.ts'
import { changesBetween } from '../../../annotations/model/changes-between.ts'
import { checkSet } from '../../../annotations/model/check-set.ts'
import { defaultScheme } from '../../../annotations/model/default-scheme.ts'
import { spanOf } from '../../../annotations/model/span.ts'
import { storedSet } from '../../../annotations/model/stored.ts'
import { adjudicate } from '../../../annotations/review/adjudicate.ts'
import { compareSets } from '../../../annotations/review/compare-sets.ts'
import { isAsked, judge } from '../../../annotations/review/judge.ts'
import { type Strategy, strategies } from '../../../annotations/review/strategies.ts'
import { annotatedNews } from '../../arabic-news.ts'
import { saidIn } from './sets.ts'

const at = '2026-01-01T00:00:00.000Z'
const later = '2026-02-02T00:00:00.000Z'
const names = ['أمل', 'باسم', 'جنى', 'داليا']
const runs = { numRuns: 30, seed: 7 }

/** What else an annotator may have made of the same text: left out, moved by a letter, named otherwise. */
function variant(text: string, set: AnnotationSet, chances: readonly number[]): AnnotationSet {
  const annotations = set.annotations.flatMap((annotation, at): Annotation[] => {
    const [first] = annotation.spans
    switch (first && annotation.spans.length === 1 ? (chances[at % chances.length] ?? 0) : 0) {
      case 1:
        return []
      case 2: {
        const { start, end } = first as Annotation['spans'][number]
        const span = spanOf(text, start, Math.min(text.length, end + 1))
        return [{ ...annotation, spans: [span] }]
      }
      case 3:
        return annotation.label === 'actor' || annotation.label === 'cue'
          ? [{ ...annotation, label: annotation.label === 'cue' ? 'actor' : 'cue', attributes: {} }]
          : [annotation]
      default:
        return [annotation]
    }
  })
  const byId = new Map(annotations.map(annotation => [annotation.id, annotation.label]))
  const before = new Map(set.annotations.map(annotation => [annotation.id, annotation.label]))
  const relations = set.relations.filter(({ from, to }) =>
    [from, to].every(end => byId.get(end) !== undefined && byId.get(end) === before.get(end)),
  )
  return { ...set, annotations: annotations.sort(byPlace), relations }
}

const several = fc
  .tuple(
    annotatedNews,
    fc.array(fc.array(fc.nat(3), { minLength: 3, maxLength: 9 }), { minLength: 2, maxLength: 4 }),
  )
  .map(([{ document, set }, chances]) => ({
    document,
    text: document.text,
    sets: chances.map((chance, at) => ({
      ...variant(document.text, set, at === 0 ? [0] : chance),
      annotator: names[at] as string,
    })) as [AnnotationSet, ...AnnotationSet[]],
  }))

const strategy = fc.constantFrom<Strategy>(...strategies)

test('the order in which annotators are given does not matter, to the byte', () => {
  fc.assert(
    fc.property(several, strategy, ({ text, sets }, how) => {
      const turned = [...sets].reverse() as [AnnotationSet, ...AnnotationSet[]]
      const one = adjudicate(text, sets, how, { at, scheme: defaultScheme }).gold
      const two = adjudicate(text, turned, how, { at, scheme: defaultScheme }).gold
      expect(storedSet.stringify(two)).toBe(storedSet.stringify(one))
    }),
    runs,
  )
})

test('equal sets make that very set', () => {
  fc.assert(
    fc.property(annotatedNews, strategy, ({ document, set }, how) => {
      const sets = names.map(annotator => ({ ...set, annotator }))
      const { gold } = adjudicate(document.text, sets as [AnnotationSet, ...AnnotationSet[]], how, {
        at,
        scheme: defaultScheme,
      })
      expect(saidIn(gold)).toEqual(saidIn(set))
    }),
    runs,
  )
})

test('done again, it changes nothing', () => {
  fc.assert(
    fc.property(several, strategy, ({ text, sets }, how) => {
      const { gold } = adjudicate(text, sets, how, { at, scheme: defaultScheme })
      const again = adjudicate(text, sets, how, { at: later, gold, scheme: defaultScheme }).gold
      expect(changesBetween(gold, again)).toEqual([])
    }),
    runs,
  )
})

test('what all agree on is in what most say, and that in what anybody says, annotation by annotation', () => {
  fc.assert(
    fc.property(several, ({ text, sets }) => {
      const [agreed, majority, union] = strategies.map(how => {
        const { gold } = adjudicate(text, sets, how, { at, scheme: defaultScheme })
        return new Set(gold.annotations.map(({ label, spans }) => JSON.stringify([label, spans])))
      }) as [Set<string>, Set<string>, Set<string>]
      for (const one of agreed) expect(majority).toContain(one)
      for (const one of majority) expect(union).toContain(one)
    }),
    runs,
  )
})

test('a gold set is one that can be saved, and its changes can be taken back', () => {
  fc.assert(
    fc.property(several, strategy, ({ document, text, sets }, how) => {
      const { gold } = adjudicate(text, sets, how, { at, scheme: defaultScheme })
      const errors = checkSet(gold, document, defaultScheme).filter(
        ({ severity }) => severity === 'error',
      )
      const given = sets.flatMap(set =>
        checkSet(set, document, defaultScheme).filter(({ severity }) => severity === 'error'),
      )
      if (given.length === 0) expect(errors).toEqual([])
      const parsed = storedSet.parse(storedSet.stringify(gold))
      expect(parsed.ok && storedSet.stringify(parsed.value)).toBe(storedSet.stringify(gold))
      const empty = { ...gold, annotations: [], relations: [], decisions: [] }
      const changes = changesBetween(empty, gold)
      const back = applyChanges(applyChanges(empty, changes), inverseOf(empty, changes))
      expect(storedSet.stringify(back)).toBe(storedSet.stringify(empty))
    }),
    runs,
  )
})

test('every annotation of the gold set has a decision that says whose reading it is', () => {
  fc.assert(
    fc.property(several, strategy, ({ text, sets }, how) => {
      const { gold } = adjudicate(text, sets, how, { at, scheme: defaultScheme })
      const made = new Map(
        (gold.decisions ?? []).flatMap(decision => decision.made.map(id => [id, decision])),
      )
      for (const { id } of gold.annotations) expect(made.get(id)?.took.length).toBeGreaterThan(0)
      for (const { from } of made.values())
        for (const { annotator, revision } of from)
          expect(sets.find(set => set.annotator === annotator)?.revision).toBe(revision)
    }),
    runs,
  )
})

test('after one annotator changes one thing, nothing else is asked again', () => {
  fc.assert(
    fc.property(several, fc.nat(), ({ text, sets }, which) => {
      const { gold } = adjudicate(text, sets, 'union', { at, scheme: defaultScheme })
      const [first, ...others] = sets
      const gone = first.annotations[which % Math.max(1, first.annotations.length)]
      if (!gone) return
      const changed = {
        ...first,
        revision: first.revision + 1,
        annotations: first.annotations.filter(({ id }) => id !== gone.id),
        relations: first.relations.filter(({ from, to }) => from !== gone.id && to !== gone.id),
      }
      const before = judge(compareSets(text, sets, defaultScheme), gold).filter(isAsked)
      const after = judge(compareSets(text, [changed, ...others], defaultScheme), gold)
      const known = new Set(before.flatMap(({ item }) => item.voices.flatMap(v => v.elements)))
      for (const { item, standing } of after) {
        if (standing !== 'changed' || item.about !== 'annotation') continue
        const near = item.start < extent(gone).end && extent(gone).start < item.end
        const alike = item.voices.some(({ elements }) => elements.some(id => known.has(id)))
        expect(near || alike || item.withdrawn === true).toBe(true)
      }
    }),
    runs,
  )
})

const extent = ({ spans }: Annotation) => ({
  start: spans[0]?.start ?? 0,
  end: spans.at(-1)?.end ?? 0,
})
