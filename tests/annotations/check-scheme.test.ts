import { expect, test } from 'vitest'
import {
  checkScheme,
  readScheme,
  type SchemeProblem,
} from '../../annotations/model/check-scheme.ts'
import { defaultScheme } from '../../annotations/model/default-scheme.ts'
import { readySchemes } from '../../annotations/model/ready-schemes.ts'
import {
  ancestryOf,
  isAsked,
  type Label,
  type LabelScheme,
  labelOf,
} from '../../annotations/model/scheme.ts'

const copy = (): LabelScheme => structuredClone(defaultScheme)
const label = (scheme: LabelScheme, id: string) => labelOf(scheme, id) as Label

test.each(Object.entries(readySchemes))('the ready scheme %s is without fault', (_, { scheme }) => {
  expect(readScheme(scheme)).toEqual({ ok: true, scheme })
  // Every label of a scheme that ships says when to use it, in both languages, and shows it.
  for (const { guideline, examples } of scheme.labels) {
    expect(guideline?.ar).toMatch(/\p{Script=Arabic}/u)
    expect(guideline?.en).toMatch(/[a-z]/)
    expect(examples?.length).toBeGreaterThan(0)
  }
})

const faults: [string, SchemeProblem['kind'], string, (scheme: LabelScheme) => void][] = [
  [
    'two labels of one id',
    'duplicate-id',
    'labels.actor',
    scheme => scheme.labels.push(label(scheme, 'actor')),
  ],
  [
    'one key for two labels',
    'duplicate-key',
    'labels.date',
    scheme => label(scheme, 'date').keys.push('KeyA'),
  ],
  [
    'a parent that is not there',
    'unknown-parent',
    'labels.date',
    scheme => Object.assign(label(scheme, 'date'), { parent: 'time' }),
  ],
  [
    'a label that is its own grandparent',
    'parent-circle',
    'labels.cue',
    scheme => {
      label(scheme, 'cue').parent = 'claim'
      label(scheme, 'claim').parent = 'cue'
    },
  ],
  [
    'a condition on an attribute that is not there',
    'unknown-condition',
    'labels.claim.attributes.directness',
    scheme => {
      const directness = label(scheme, 'claim').attributes[1]
      if (directness) directness.when = { attribute: 'mood', is: ['x'] }
    },
  ],
  [
    'conditions in a circle',
    'condition-circle',
    'labels.claim.attributes.stance',
    scheme => {
      const [stance, directness] = label(scheme, 'claim').attributes
      if (stance) stance.when = { attribute: 'directness', is: ['direct'] }
      if (directness) directness.when = { attribute: 'stance', is: ['denies'] }
    },
  ],
  [
    'a condition on a value that cannot be',
    'condition-value',
    'labels.claim.attributes.directness',
    scheme => {
      const directness = label(scheme, 'claim').attributes[1]
      if (directness) directness.when = { attribute: 'stance', is: ['sings'] }
    },
  ],
  [
    'a relation from a label that is not there',
    'unknown-label',
    'relationTypes.about',
    scheme => scheme.relationTypes[2]?.from.push('rumour'),
  ],
  [
    'an example without its words',
    'example-words',
    'labels.date',
    scheme => label(scheme, 'date').examples?.push({ text: 'اليوم', words: 'أمس' }),
  ],
]

test.each(faults)('%s is %s, and said where', (_, kind, at, spoil) => {
  const scheme = copy()
  spoil(scheme)
  const problems = checkScheme(scheme)
  expect(problems.map(problem => [problem.kind, problem.at])).toContainEqual([kind, at])
  expect(readScheme(scheme)).toMatchObject({ ok: false })
})

test('a key that means something else in the app is taken', () => {
  expect(checkScheme(defaultScheme, ['KeyA'])).toEqual([
    { kind: 'duplicate-key', at: 'labels.actor', detail: 'KeyA' },
  ])
})

test('what has no name, no labels or no sense is said by its place', () => {
  const nameless = { ...copy(), labels: [{ ...label(copy(), 'cue'), name: { ar: '', en: 'Cue' } }] }
  const unnamed = { ...copy(), labels: [{ ...label(copy(), 'cue'), name: undefined }] }
  expect(readScheme(nameless)).toEqual({
    ok: false,
    problems: [{ kind: 'missing-name', at: 'labels.cue.name.ar', detail: 'ar' }],
  })
  expect(readScheme(unnamed)).toMatchObject({
    problems: [{ kind: 'missing-name', at: 'labels.cue.name' }],
  })
  expect(readScheme({ labels: [], relationTypes: [] })).toMatchObject({
    problems: [{ kind: 'no-labels' }],
  })
  expect(readScheme({ ...copy(), relationTypes: [{ id: 'Über' }] })).toMatchObject({ ok: false })
  for (const raw of [null, 7, 'labels', [], {}]) expect(readScheme(raw).ok).toBe(false)
})

test('an attribute is asked for when what it depends on says so, all the way up', () => {
  const statement = label(readySchemes.discourse.scheme, 'statement')
  const condition = statement.attributes.find(({ id }) => id === 'condition')
  if (!condition) throw new Error('no condition')
  expect(isAsked(statement, condition, {})).toBe(false)
  expect(isAsked(statement, condition, { conditional: false })).toBe(false)
  expect(isAsked(statement, condition, { conditional: true })).toBe(true)
})

test('a label has its line of parents, and a circle of them ends', () => {
  const scheme = copy()
  label(scheme, 'cue').parent = 'claim'
  expect(ancestryOf(scheme, 'cue').map(({ id }) => id)).toEqual(['cue', 'claim'])
  label(scheme, 'claim').parent = 'cue'
  expect(ancestryOf(scheme, 'cue').map(({ id }) => id)).toEqual(['cue', 'claim'])
})
