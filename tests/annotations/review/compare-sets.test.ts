import { expect, test } from 'vitest'
import type { AnnotationSet } from '../../../annotations/model/annotation-set.ts'
import { defaultScheme } from '../../../annotations/model/default-scheme.ts'
import { compareSets } from '../../../annotations/review/compare-sets.ts'
import { setOf, type Told } from './sets.ts'

const text =
  'قالت وكالة «الساحل» نقلًا عن مصدرين إن وزير الموانئ سيزور المرفأ في أيلول/ سبتمبر المقبل، وللوزارة بيان.'

const kindsOf = (a: readonly Told[], b: readonly Told[]) =>
  compareSets(text, [setOf(text, 'أ', a), setOf(text, 'ب', b)], defaultScheme)
    .items.filter(({ kinds }) => kinds.length > 0)
    .map(({ kinds, alike }) => [...kinds, ...alike.map(kind => `but ${kind}`)])

test('what one annotated and the other did not is missing', () => {
  expect(kindsOf([['actor', 'مصدرين']], [])).toEqual([['missing']])
})

test('two labels on the same words are one difference, not two', () => {
  expect(kindsOf([['actor', 'مصدرين']], [['cue', 'مصدرين']])).toEqual([['label']])
})

test('boundaries that differ by more than clitics and marks are just that', () => {
  expect(kindsOf([['actor', 'وزير الموانئ']], [['actor', 'وزير']])).toEqual([['boundary']])
})

test.each([
  ['quotation', '«الساحل»', 'الساحل'],
  ['article', 'المرفأ', 'مرفأ'],
  ['proclitic', 'وللوزارة', 'للوزارة'],
  ['punctuation', 'المقبل،', 'المقبل'],
])('boundaries the same but for the %s say so', (kind, a, b) => {
  expect(kindsOf([['actor', a]], [['actor', b]])).toEqual([['boundary', `but ${kind}`]])
})

test('diacritics at the end are no more than that', () => {
  const marked = 'زار الوزيرُ المرفأ'
  const at = (words: string, name: string): AnnotationSet => setOf(marked, name, [['actor', words]])
  const { items } = compareSets(marked, [at('الوزيرُ', 'أ'), at('الوزير', 'ب')])
  expect(items.map(({ kinds, alike }) => [kinds, alike])).toEqual([[['boundary'], ['diacritics']]])
})

test('an attribute, a name of the register and the value of a date are told apart', () => {
  const date = (value: string) => ({ type: 'DATE' as const, value, calendar: 'gregorian' as const })
  expect(
    kindsOf(
      [
        ['actor', 'مصدرين', { kind: 'person' }],
        ['actor', 'وزير الموانئ', { actor: 'a-1' }],
        ['date', 'أيلول/ سبتمبر المقبل', { value: date('2024-09') }],
      ],
      [
        ['actor', 'مصدرين', { kind: 'anonymous-source' }],
        ['actor', 'وزير الموانئ', { actor: 'a-2' }],
        ['date', 'أيلول/ سبتمبر المقبل', { value: date('2025-09') }],
      ],
    ),
  ).toEqual([['attribute'], ['actor'], ['date']])
})

test('how the value of a date came about is no difference', () => {
  const value = { type: 'DATE' as const, value: '2024-09', calendar: 'gregorian' as const }
  expect(
    kindsOf(
      [['date', 'أيلول/ سبتمبر المقبل', { value: { ...value, decided: 'person' } }]],
      [
        [
          'date',
          'أيلول/ سبتمبر المقبل',
          { value: { ...value, decided: 'rule', anchor: '2024-08-12' } },
        ],
      ],
    ),
  ).toEqual([])
})

const told: Told[] = [
  ['claim', 'وزير الموانئ سيزور المرفأ في أيلول/ سبتمبر المقبل'],
  ['actor', 'وكالة «الساحل»'],
  ['actor', 'مصدرين'],
  ['date', 'أيلول/ سبتمبر المقبل'],
]

test('a chain told otherwise is one difference, whatever else is joined to the claim', () => {
  const a = setOf(text, 'أ', told, [
    ['source', 0, 1, 1],
    ['source', 0, 2, 2],
    ['about', 0, 3],
  ])
  const b = setOf(text, 'ب', told, [
    ['source', 0, 2, 1],
    ['about', 0, 3],
  ])
  const { items } = compareSets(text, [a, b], defaultScheme)
  const found = items.filter(({ kinds }) => kinds.length > 0)
  expect(found.map(({ about, kinds }) => [about, kinds])).toEqual([['chain', ['chain']]])
  expect(found[0]?.readings.map(({ links }) => links.length)).toEqual([2, 1])
})

test('a relation that one of two with both ends did not draw is a difference of its own', () => {
  const a = setOf(text, 'أ', told, [['about', 0, 3]])
  const b = setOf(text, 'ب', told)
  const { items } = compareSets(text, [a, b], defaultScheme)
  expect(items.flatMap(({ kinds }) => kinds)).toEqual(['relation'])
})

test('a relation to what the other did not annotate is no second difference', () => {
  const a = setOf(text, 'أ', told, [['about', 0, 3]])
  const b = setOf(text, 'ب', told.slice(0, 3))
  const { items } = compareSets(text, [a, b], defaultScheme)
  expect(items.flatMap(({ kinds }) => kinds)).toEqual(['missing'])
})

test('of three, the one who says otherwise is told from the two who agree', () => {
  const sets = [
    setOf(text, 'أ', [['actor', 'وزير الموانئ']]),
    setOf(text, 'ب', [['actor', 'وزير']]),
    setOf(text, 'ج', [['actor', 'وزير الموانئ']]),
  ]
  const { items } = compareSets(text, sets, defaultScheme)
  expect(items).toHaveLength(1)
  expect(items[0]?.readings.map(({ voices }) => voices)).toEqual([[0, 2], [1]])
})
