import { expect, test } from 'vitest'
import { claimRecords } from '../../annotations/claims/claim-record.ts'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import { linkOf, moveOf } from '../../annotations/model/chain.ts'
import { applyChanges } from '../../annotations/model/change.ts'

const words = 'نقلت وكالة عن مصدر قوله إن الوفد عاد'
const annotation = (id: string, label: string, quote: string) => {
  const start = words.indexOf(quote)
  return { id, label, spans: [{ start, end: start + quote.length, quote }], attributes: {} }
}
const bare: AnnotationSet = {
  documentId: '0123456789abcdef',
  textDigest: `sha256:${'0'.repeat(64)}`,
  annotator: 'ليلى',
  status: 'in-progress',
  revision: 0,
  annotations: [
    annotation('k1', 'cue', 'نقلت'),
    annotation('s1', 'actor', 'وكالة'),
    annotation('s2', 'actor', 'مصدر'),
    annotation('k2', 'cue', 'قوله'),
    annotation('c', 'claim', 'الوفد عاد'),
  ],
  relations: [],
}
let made = 0
const join = (set: AnnotationSet, type: string, to: string) =>
  applyChanges(set, linkOf(set, { id: `r${made++}`, type, from: 'c', to, ordered: true }))
const chain = (set: AnnotationSet) =>
  claimRecords(set, new Map())[0]?.sources.map(({ quote, cue }) => [quote, cue])

test('sources are chained in the order they are linked, and a cue goes to the first source without one', () => {
  const both = join(
    join(join(join(bare, 'source', 's1'), 'source', 's2'), 'cue', 'k1'),
    'cue',
    'k2',
  )
  expect(chain(both)).toEqual([
    ['وكالة', 'نقلت'],
    ['مصدر', 'قوله'],
  ])
})

test('a cue linked before its source is the first source’s', () => {
  expect(chain(join(join(bare, 'cue', 'k1'), 'source', 's1'))).toEqual([['وكالة', 'نقلت']])
})

test('a source that changes places takes its cue along', () => {
  const both = join(join(join(bare, 'source', 's1'), 'source', 's2'), 'cue', 'k1')
  const inner = both.relations.find(({ to }) => to === 's2')?.id as string
  const moved = applyChanges(both, moveOf(both, inner, -1))
  expect(chain(moved)).toEqual([
    ['مصدر', null],
    ['وكالة', 'نقلت'],
  ])
  expect(moveOf(moved, inner, -1)).toEqual([])
})

test('what is linked already is not linked twice, and nothing to itself', () => {
  const once = join(bare, 'source', 's1')
  expect(join(once, 'source', 's1')).toEqual(once)
  expect(join(once, 'source', 'c')).toEqual(once)
})
