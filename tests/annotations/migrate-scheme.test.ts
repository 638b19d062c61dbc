import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Annotation } from '../../annotations/model/annotation.ts'
import { type AnnotationSet, emptySet } from '../../annotations/model/annotation-set.ts'
import { canonicalSet } from '../../annotations/model/canonical-set.ts'
import { applyChanges, inverseOf } from '../../annotations/model/change.ts'
import { checkSet } from '../../annotations/model/check-set.ts'
import { defaultScheme } from '../../annotations/model/default-scheme.ts'
import { type Migration, migrateSet, noHeirs } from '../../annotations/model/migrate-scheme.ts'
import type { Attribute, Label, LabelScheme } from '../../annotations/model/scheme.ts'
import { schemeLosses } from '../../annotations/model/scheme-losses.ts'
import { spanOf } from '../../annotations/model/span.ts'
import { annotatedNews, documentOf } from '../arabic-news.ts'

const without = (...ids: string[]): LabelScheme => ({
  ...defaultScheme,
  labels: defaultScheme.labels.filter(({ id }) => !ids.includes(id)),
  relationTypes: defaultScheme.relationTypes.flatMap(type => {
    const from = type.from.filter(id => !ids.includes(id))
    const to = type.to.filter(id => !ids.includes(id))
    return from.length > 0 && to.length > 0 ? [{ ...type, from, to }] : []
  }),
})

const withLabel = (id: string, patch: Partial<Label>): LabelScheme => ({
  ...defaultScheme,
  labels: defaultScheme.labels.map(label => (label.id === id ? { ...label, ...patch } : label)),
})

const document = documentOf('قال الوزير إن القوات ستغادر، ونفى النائب ذلك أمس.')
const put = (id: string, label: string, quote: string, attributes = {}): Annotation => {
  const start = document.text.indexOf(quote)
  return { id, label, spans: [spanOf(document.text, start, start + quote.length)], attributes }
}
const set: AnnotationSet = {
  ...emptySet(document.id, document.textDigest, 'ليلى'),
  annotations: [
    put('q', 'cue', 'قال'),
    put('m', 'actor', 'الوزير', { kind: 'person', count: 3 }),
    put('c', 'claim', 'القوات ستغادر', { stance: 'asserts', directness: 'indirect' }),
  ],
  relations: [
    { id: 'r1', type: 'cue', from: 'c', to: 'q', order: 1 },
    { id: 'r2', type: 'source', from: 'c', to: 'm', order: 1 },
  ],
}

const migrated = (after: LabelScheme, migration: Partial<Migration> = {}) => {
  const { changes, touches } = migrateSet(set, {
    before: defaultScheme,
    after,
    migration: { ...noHeirs, ...migration },
  })
  return { changes, touches, set: applyChanges(set, changes) }
}

test('a label that goes takes its annotations and what joined them, and says so', () => {
  const { set: left, touches } = migrated(without('cue'))
  expect(left.annotations.map(({ id }) => id)).toEqual(['m', 'c'])
  expect(left.relations.map(({ id }) => id)).toEqual(['r2'])
  expect(touches).toEqual([
    { kind: 'annotation-removed', what: 'cue' },
    { kind: 'relation-removed', what: 'cue' },
  ])
})

test('an heir takes the annotations, with the values it has a place for', () => {
  const { set: left, touches } = migrated(without('actor'), { labels: { actor: 'date' } })
  expect(left.annotations.find(({ id }) => id === 'm')).toMatchObject({
    label: 'date',
    attributes: {},
  })
  expect(touches.map(({ kind }) => kind)).toContain('relabelled')
  expect(touches.filter(({ kind }) => kind === 'value-lost')).toHaveLength(2)
})

test('a choice that goes has an heir, or leaves the value empty', () => {
  const claim = defaultScheme.labels.find(({ id }) => id === 'claim') as Label
  const attributes = claim.attributes.map(
    (attribute): Attribute =>
      attribute.type === 'choice'
        ? { ...attribute, choices: attribute.choices.filter(({ id }) => id !== 'asserts') }
        : attribute,
  )
  const after = withLabel('claim', { attributes })
  expect(schemeLosses(defaultScheme, after)).toMatchObject([
    { kind: 'choice', what: 'claim.stance.asserts' },
  ])
  const stanceOf = (result: { set: AnnotationSet }) =>
    result.set.annotations.find(({ id }) => id === 'c')?.attributes.stance
  expect(stanceOf(migrated(after))).toBeUndefined()
  expect(migrated(after).touches).toEqual([
    { kind: 'value-lost', what: 'claim.stance' },
    { kind: 'now-incomplete', what: 'claim.stance' },
  ])
  expect(stanceOf(migrated(after, { choices: { 'claim.stance.asserts': 'reports' } }))).toBe(
    'reports',
  )
})

test('an attribute of another type keeps the values that can be said in it', () => {
  const actor = defaultScheme.labels.find(({ id }) => id === 'actor') as Label
  const as = (type: 'text' | 'number'): LabelScheme =>
    withLabel('actor', {
      attributes: actor.attributes.map(
        ({ id, name, required }): Attribute => ({ id, name, required, type }),
      ),
    })
  expect(
    migrated(as('text')).set.annotations.find(({ id }) => id === 'm')?.attributes,
  ).toMatchObject({ kind: 'شخص', count: '3' })
  // And back: what was said in text becomes the choice of that name, and the number of those digits.
  const text = migrated(as('text')).set
  const back = migrateSet(text, { before: as('text'), after: defaultScheme, migration: noHeirs })
  expect(
    applyChanges(text, back.changes).annotations.find(({ id }) => id === 'm')?.attributes,
  ).toEqual({ kind: 'person', count: 3 })
})

test('a relation type that goes has an heir, and takes its place in the heir’s order', () => {
  const after = {
    ...defaultScheme,
    relationTypes: defaultScheme.relationTypes.filter(({ id }) => id !== 'source'),
  }
  expect(migrated(after).touches).toEqual([{ kind: 'relation-removed', what: 'source' }])
  const kept = migrated(after, { relationTypes: { source: 'target' } })
  expect(kept.set.relations.find(({ id }) => id === 'r2')).toEqual({
    id: 'r2',
    type: 'target',
    from: 'c',
    to: 'm',
  })
})

test('what was wrong before is left as it is', () => {
  const stray = { ...set, annotations: [...set.annotations, put('x', 'rumour', 'أمس')] }
  const { changes } = migrateSet(stray, {
    before: defaultScheme,
    after: without('date'),
    migration: noHeirs,
  })
  expect(changes).toEqual([])
})

const anyScheme = fc
  .subarray(['actor', 'date', 'claim', 'cue'], { maxLength: 3 })
  .map(ids => without(...ids))
const anyMigration = fc.record({
  labels: fc.dictionary(
    fc.constantFrom('actor', 'date', 'claim', 'cue'),
    fc.constantFrom('actor', 'date', 'claim', 'cue', null),
  ),
  choices: fc.constant({}),
  relationTypes: fc.dictionary(
    fc.constantFrom('source', 'cue'),
    fc.constantFrom('target', 'about', null),
  ),
})

test('law: a migrated set has no error it did not have, is migrated once, and can be taken back', () => {
  fc.assert(
    fc.property(annotatedNews, anyScheme, anyMigration, ({ document, set }, after, migration) => {
      const errors = (of: AnnotationSet, scheme: LabelScheme) =>
        checkSet(of, document, scheme)
          .filter(({ severity }) => severity === 'error')
          .map(({ kind, element }) => `${kind} ${element}`)
      const schemes = { before: defaultScheme, after, migration }
      const { changes } = migrateSet(set, schemes)
      const next = applyChanges(set, changes)
      const old = errors(set, defaultScheme)
      expect(errors(next, after).filter(error => !old.includes(error))).toEqual([])
      expect(migrateSet(next, schemes).changes).toEqual([])
      const back = applyChanges(next, inverseOf(set, changes))
      expect(canonicalSet(back)).toEqual(canonicalSet(set))
    }),
  )
})
