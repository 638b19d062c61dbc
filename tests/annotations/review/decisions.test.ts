import { expect, test } from 'vitest'
import type { AnnotationSet } from '../../../annotations/model/annotation-set.ts'
import { emptySet } from '../../../annotations/model/annotation-set.ts'
import { defaultScheme } from '../../../annotations/model/default-scheme.ts'
import { choicesOf } from '../../../annotations/review/adjudicate.ts'
import { compareSets } from '../../../annotations/review/compare-sets.ts'
import { isAsked, type Judged, judge } from '../../../annotations/review/judge.ts'
import { type Choice, settle } from '../../../annotations/review/settle.ts'
import { tallyOf } from '../../../annotations/review/tally.ts'
import { type Joined, saidIn, setOf, type Told } from './sets.ts'

const text =
  'قالت وكالة «الساحل» نقلًا عن مصدرين إن وزير الموانئ سيزور المرفأ في أيلول/ سبتمبر المقبل، وللوزارة بيان.'
const at = '2026-01-01T00:00:00.000Z'
const date = (value: string) => ({
  value: { type: 'DATE' as const, value, calendar: 'gregorian' as const },
})
const told: Told[] = [
  ['claim', 'وزير الموانئ سيزور المرفأ في أيلول/ سبتمبر المقبل', { stance: 'asserts' }],
  ['actor', 'وكالة «الساحل»'],
  ['actor', 'مصدرين'],
  ['date', 'أيلول/ سبتمبر المقبل', date('2024-09')],
]
const chain: Joined[] = [
  ['source', 0, 1, 1],
  ['source', 0, 2, 2],
  ['about', 0, 3],
]
const amal = setOf(text, 'أمل', told, chain)
const basim = setOf(
  text,
  'باسم',
  [
    told[0],
    ['actor', 'الساحل'],
    told[2],
    ['date', 'أيلول/ سبتمبر المقبل', date('2025-09')],
  ] as Told[],
  [
    ['source', 0, 2, 1],
    ['about', 0, 3],
  ],
)
const empty = () => emptySet(amal.documentId, amal.textDigest, 'gold')

const asked = (sets: AnnotationSet[], gold: AnnotationSet): Judged[] =>
  judge(compareSets(text, sets, defaultScheme), gold).filter(isAsked)

/** Decide everything that is asked, as a person who always does the same. */
function decide(
  sets: AnnotationSet[],
  gold: AnnotationSet,
  how: (one: Judged) => Omit<Choice, 'judged'>,
): AnnotationSet {
  const comparison = compareSets(text, sets, defaultScheme)
  const judged = judge(comparison, gold)
  const choices = [
    ...choicesOf(judged, 'agreed'),
    ...judged.filter(isAsked).map(one => ({ judged: one, ...how(one) })),
  ]
  return settle(comparison, gold, choices, at)
}
const takeAll = (voice: number) => (): Omit<Choice, 'judged'> => ({
  way: 'take',
  took: [voice],
  by: 'مها',
  reason: 'الصفة جزء من الفاعل',
})

test('taking everything of one gives what she said, with her chains', () => {
  expect(saidIn(decide([amal, basim], empty(), takeAll(0)))).toEqual(saidIn(amal))
  expect(saidIn(decide([amal, basim], empty(), takeAll(1)))).toEqual(saidIn(basim))
})

test('what is decided says who decided it, why, and upon what', () => {
  const gold = decide([amal, basim], empty(), takeAll(0))
  const actor = gold.annotations.find(({ spans }) => spans[0]?.quote === 'وكالة «الساحل»')
  const decision = gold.decisions?.find(({ made }) => made.includes(actor?.id ?? ''))
  expect(decision).toMatchObject({
    by: 'مها',
    way: 'take',
    reason: 'الصفة جزء من الفاعل',
    at,
    took: ['أمل'],
    from: [
      { annotator: 'أمل', revision: 1, elements: ['a1'] },
      { annotator: 'باسم', revision: 1, elements: ['b1'] },
    ],
  })
})

test('neither leaves nothing of it, and what was joined to it closes up', () => {
  const gold = decide([amal, basim], empty(), ({ item }) =>
    item.kinds.includes('boundary') ? { way: 'neither', took: [] } : { way: 'take', took: [0] },
  )
  const sources = gold.relations.filter(({ type }) => type === 'source')
  expect(sources.map(({ order }) => order)).toEqual([1])
  expect(gold.annotations.map(({ label }) => label).sort()).toEqual(['actor', 'claim', 'date'])
})

test('both keeps the two readings side by side', () => {
  const gold = decide([amal, basim], empty(), () => ({ way: 'both', took: [0, 1] }))
  expect(gold.annotations.filter(({ label }) => label === 'date')).toHaveLength(2)
})

test('when an annotator changes one thing afterwards, that alone is asked again', () => {
  const gold = decide([amal, basim], empty(), takeAll(0))
  expect(asked([amal, basim], gold)).toEqual([])
  const changed = setOf(
    text,
    'باسم',
    [
      told[0],
      ['actor', 'الساحل'],
      told[2],
      ['date', 'أيلول/ سبتمبر المقبل', date('2026-09')],
    ] as Told[],
    [
      ['source', 0, 2, 1],
      ['about', 0, 3],
    ],
  )
  const again = asked([amal, { ...changed, revision: 2 }], gold)
  expect(again.map(({ item, standing }) => [item.kinds, standing])).toEqual([[['date'], 'changed']])
  const next = decide([amal, { ...changed, revision: 2 }], gold, takeAll(1))
  expect(next.annotations.find(({ label }) => label === 'date')?.attributes).toEqual(
    date('2026-09'),
  )
  expect(next.annotations).toHaveLength(gold.annotations.length)
})

test('where all come to agree on something else than was decided, that is asked, too', () => {
  const gold = decide([amal, basim], empty(), takeAll(1))
  const agreeing = { ...amal, annotator: 'باسم', revision: 2 }
  const withIds = {
    ...agreeing,
    annotations: agreeing.annotations.map(one => ({ ...one, id: one.id.replace('a', 'b') })),
    relations: agreeing.relations.map(one => ({
      ...one,
      from: one.from.replace('a', 'b'),
      to: one.to.replace('a', 'b'),
    })),
  }
  const again = asked([amal, withIds], gold)
  expect(again.map(({ item }) => item.about).sort()).toEqual(['annotation', 'annotation', 'chain'])
  expect(new Set(again.map(({ standing }) => standing))).toEqual(new Set(['changed']))
  // Where they come to agree with what was decided, there is nothing to ask.
  expect(asked([amal, withIds], decide([amal, basim], empty(), takeAll(0)))).toEqual([])
})

test('a revision in which nothing of it changed asks nothing', () => {
  const gold = decide([amal, basim], empty(), takeAll(0))
  expect(asked([{ ...amal, revision: 9 }, basim], gold)).toEqual([])
})

test('what all have taken back since is asked again, and goes or stays as one says', () => {
  const gold = decide([amal, basim], empty(), takeAll(0))
  const less = (set: AnnotationSet): AnnotationSet => ({
    ...set,
    annotations: set.annotations.filter(({ label }) => label !== 'date'),
    relations: set.relations.filter(({ type }) => type !== 'about'),
  })
  const sets = [less(amal), less(basim)]
  const again = asked(sets, gold)
  expect(again.map(({ item }) => item.withdrawn)).toEqual([true])
  const gone = decide(sets, gold, () => ({ way: 'neither', took: [] }))
  expect(gone.annotations.some(({ label }) => label === 'date')).toBe(false)
  const dates = gold.annotations.filter(({ label }) => label === 'date')
  const kept = decide(sets, gold, () => ({ way: 'edit', took: [], contents: dates }))
  expect(kept.annotations.filter(({ label }) => label === 'date')).toEqual(dates)
  expect(asked(sets, kept)).toEqual([])
})

test('an edit keeps what is joined to the annotation, and is not asked again', () => {
  const gold = decide([amal, basim], empty(), takeAll(0))
  const comparison = compareSets(text, [amal, basim], defaultScheme)
  const one = judge(comparison, gold).find(({ item }) => item.kinds.includes('date')) as Judged
  const [made] = one.decisions[0]?.made ?? []
  const before = gold.annotations.find(({ id }) => id === made)
  if (!before) throw new Error('nothing was made')
  const contents = [{ ...before, attributes: date('2024-10') }]
  const next = settle(comparison, gold, [{ judged: one, way: 'edit', took: [], contents }], at)
  expect(next.annotations.find(({ id }) => id === made)?.attributes).toEqual(date('2024-10'))
  expect(next.relations.some(({ type, to }) => type === 'about' && to === made)).toBe(true)
  expect(judge(comparison, next).filter(isAsked)).toEqual([])
})

test('one who was not heard changes nothing by saying what was taken, and much by saying something else', () => {
  const gold = decide([amal, basim], empty(), takeAll(0))
  const third = (set: AnnotationSet) => ({ ...set, annotator: 'جنى' })
  expect(asked([amal, basim, third(amal)], gold)).toEqual([])
  expect(asked([amal, basim, third(basim)], gold).length).toBeGreaterThan(0)
})

test('the tally counts what is open by kind, and what differs by no more than marks', () => {
  const quoted = setOf(text, 'باسم', [['actor', 'الساحل']])
  const whole = setOf(text, 'أمل', [
    ['actor', '«الساحل»'],
    ['actor', 'مصدرين'],
  ])
  const tally = tallyOf(judge(compareSets(text, [whole, quoted], defaultScheme), undefined))
  expect(tally).toMatchObject({
    agreed: 0,
    differences: 2,
    open: 2,
    kinds: { missing: 1, boundary: 1 },
    alike: { quotation: 1, proclitic: 0 },
  })
})
