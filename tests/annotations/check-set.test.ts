import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Annotation } from '../../annotations/model/annotation.ts'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import { checkSet } from '../../annotations/model/check-set.ts'
import { defaultScheme } from '../../annotations/model/default-scheme.ts'
import type { Problem } from '../../annotations/model/problem.ts'
import type { Relation } from '../../annotations/model/relation.ts'
import { spanOf } from '../../annotations/model/span.ts'
import { annotatedNews, documentOf } from '../arabic-news.ts'

const document = documentOf('📷 قالَ الوزير إن التحالف سيغادر في أيلول 2025، ونفى النائب ذلك.')
const words = (quote: string) => {
  const start = document.text.indexOf(quote)
  return spanOf(document.text, start, start + quote.length)
}
const date = { type: 'DATE', value: '2025-09', calendar: 'gregorian' } as const

const annotations: Annotation[] = [
  { id: 'q', label: 'cue', spans: [words('قالَ')], attributes: {} },
  { id: 'm', label: 'actor', spans: [words('الوزير')], attributes: { kind: 'person' } },
  { id: 'n', label: 'actor', spans: [words('النائب')], attributes: { kind: 'person' } },
  { id: 'c', label: 'claim', spans: [words('التحالف سيغادر')], attributes: { stance: 'asserts' } },
  { id: 'd', label: 'date', spans: [words('أيلول 2025')], attributes: { value: date } },
]
const relations: Relation[] = [
  { id: 'r1', type: 'source', from: 'c', to: 'm', order: 1 },
  { id: 'r2', type: 'source', from: 'c', to: 'n', order: 2 },
  { id: 'r3', type: 'cue', from: 'c', to: 'q', order: 1 },
  { id: 'r4', type: 'about', from: 'c', to: 'd' },
]
const clean: AnnotationSet = {
  documentId: document.id,
  textDigest: document.textDigest,
  annotator: 'ليلى',
  status: 'in-progress',
  revision: 0,
  annotations,
  relations,
}

const withAnnotation = (id: string, patch: Partial<Annotation>): AnnotationSet => ({
  ...clean,
  annotations: annotations.map(one => (one.id === id ? { ...one, ...patch } : one)),
})
const withRelation = (id: string, patch: Partial<Relation>): AnnotationSet => ({
  ...clean,
  relations: relations.map(one => (one.id === id ? { ...one, ...patch } : one)),
})

test('a set without faults has no problems', () => {
  expect(checkSet(clean, document, defaultScheme)).toEqual([])
})

const cases: [Problem['kind'], Problem['severity'], AnnotationSet][] = [
  ['other-document', 'error', { ...clean, documentId: 'f'.repeat(16) }],
  ['other-text', 'error', { ...clean, textDigest: `sha256:${'f'.repeat(64)}` }],
  ['duplicate-id', 'error', withRelation('r4', { id: 'c' })],
  [
    'unknown-label',
    'error',
    {
      ...clean,
      annotations: [
        ...annotations,
        { id: 'x', label: 'place', spans: [words('ذلك')], attributes: {} },
      ],
    },
  ],
  [
    'span-outside-text',
    'error',
    withAnnotation('d', { spans: [{ start: 60, end: 70, quote: 'x'.repeat(10) }] }),
  ],
  ['quote-differs', 'error', withAnnotation('q', { spans: [{ start: 4, end: 6, quote: 'قا' }] })],
  ['splits-character', 'error', withAnnotation('q', { spans: [spanOf(document.text, 1, 4)] })],
  ['splits-character', 'warning', withAnnotation('q', { spans: [words('قال')] })],
  [
    'spans-out-of-order',
    'error',
    withAnnotation('c', { spans: [words('سيغادر'), words('التحالف')] }),
  ],
  ['spans-out-of-order', 'error', withAnnotation('c', { spans: [words('سيغادر'), words('غادر')] })],
  ['unknown-attribute', 'error', withAnnotation('q', { attributes: { colour: 'red' } })],
  ['bad-attribute', 'error', withAnnotation('m', { attributes: { kind: 'alien' } })],
  ['bad-attribute', 'error', withAnnotation('d', { attributes: { value: '2025-09' } })],
  ['bad-attribute', 'error', withAnnotation('m', { attributes: { kind: 'person', count: 'two' } })],
  ['bad-attribute', 'error', withAnnotation('m', { attributes: { kind: 'person', actor: '' } })],
  ['missing-attribute', 'warning', withAnnotation('m', { attributes: {} })],
  ['unknown-relation-type', 'error', withRelation('r4', { type: 'because' })],
  ['relation-end-missing', 'error', withRelation('r4', { to: 'gone' })],
  ['relation-end-missing', 'error', withRelation('r4', { from: 'gone' })],
  ['relation-not-allowed', 'error', withRelation('r4', { to: 'm' })],
  ['order-not-a-chain', 'warning', withRelation('r2', { order: 3 })],
  ['order-not-a-chain', 'warning', withRelation('r2', { order: 1 })],
]

test.each(cases)('%s (%s) is found, and nothing else', (kind, severity, set) => {
  const problems = checkSet(set, document, defaultScheme)
  expect(problems.map(problem => [problem.kind, problem.severity])).toEqual([[kind, severity]])
})

test('sets as analysts make them have no errors', () => {
  fc.assert(
    fc.property(annotatedNews, ({ document, set }) => {
      const errors = checkSet(set, document, defaultScheme).filter(
        ({ severity }) => severity === 'error',
      )
      expect(errors).toEqual([])
    }),
  )
})

test('a shifted span is always found out', () => {
  fc.assert(
    fc.property(annotatedNews, fc.integer({ min: 1, max: 3 }), ({ document, set }, by) => {
      for (const [at, { id, spans }] of set.annotations.entries()) {
        const [span, ...others] = spans
        if (!span) continue
        const moved = { ...span, start: span.start + by, end: span.end + by }
        if (document.text.slice(moved.start, moved.end) === moved.quote) continue
        const annotations = set.annotations.with(at, {
          ...(set.annotations[at] as Annotation),
          spans: [moved, ...others],
        })
        expect(checkSet({ ...set, annotations }, document, defaultScheme)).toContainEqual(
          expect.objectContaining({ severity: 'error', element: id }),
        )
      }
    }),
  )
})
