import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AnnotationSet } from '../../annotations/model/annotation-set.ts'
import { placeSet } from '../../annotations/model/reanchor.ts'
import { holds, type Span } from '../../annotations/model/span.ts'
import { annotatedNews, arabicNews } from '../arabic-news.ts'

const shifted = (set: AnnotationSet, by: number): AnnotationSet => ({
  ...set,
  annotations: set.annotations.map(annotation => ({
    ...annotation,
    spans: annotation.spans.map(({ start, end, quote }) => ({
      start: start + by,
      end: end + by,
      quote,
    })),
  })),
})

test('an undamaged set comes back as it is', () => {
  fc.assert(
    fc.property(annotatedNews, ({ document, set }) => {
      expect(placeSet(document.text, set)).toEqual({ set, moved: [], lost: [] })
    }),
  )
})

test('whatever became of the text, every span that is placed says what it quotes, in order', () => {
  fc.assert(
    fc.property(annotatedNews, arabicNews, fc.nat(12), ({ document, set }, other, by) => {
      for (const text of [document.text, document.text.slice(by), other + document.text, other]) {
        const placed = placeSet(text, shifted(set, by))
        for (const { spans } of placed.set.annotations)
          for (const [at, span] of spans.entries()) {
            expect(holds(text, span)).toBe(true)
            if (at > 0) expect(span.start).toBeGreaterThanOrEqual((spans[at - 1] as Span).end)
          }
      }
    }),
    { numRuns: 300 },
  )
})

test('nothing is dropped unsaid, and no relation hangs', () => {
  fc.assert(
    fc.property(annotatedNews, arabicNews, ({ set }, other) => {
      const { set: placed, lost } = placeSet(other, set)
      const ids = placed.annotations.map(({ id }) => id)
      expect([...ids, ...lost.map(({ id }) => id)].sort()).toEqual(
        set.annotations.map(({ id }) => id).sort(),
      )
      for (const { from, to } of placed.relations) {
        expect(ids).toContain(from)
        expect(ids).toContain(to)
      }
    }),
  )
})

const base = {
  documentId: '0'.repeat(16),
  textDigest: `sha256:${'0'.repeat(64)}`,
  annotator: 'ليلى',
  status: 'in-progress' as const,
  revision: 1,
  relations: [],
}
const spanAt = (start: number, quote: string) => ({ start, end: start + quote.length, quote })

test('words found once nearby are found again', () => {
  const text = 'أمس عاد الرئيس إلى بيروت'
  const set = {
    ...base,
    annotations: [{ id: 'a', label: 'actor', spans: [spanAt(4, 'الرئيس')], attributes: {} }],
  }
  expect(placeSet(text, set)).toMatchObject({
    set: { annotations: [{ spans: [spanAt(8, 'الرئيس')] }] },
    moved: ['a'],
    lost: [],
  })
})

test.each([
  ['are nowhere', 'عاد الوزير إلى بيروت'],
  ['are there twice', 'عاد  الرئيس ثم غادر الرئيس'],
  ['are too far off', `${' '.repeat(3000)}الرئيس`],
])('words that %s are lost, not guessed', (_, text) => {
  const set = {
    ...base,
    annotations: [{ id: 'a', label: 'actor', spans: [spanAt(4, 'الرئيس')], attributes: {} }],
  }
  expect(placeSet(text, set)).toMatchObject({ set: { annotations: [] }, lost: [{ id: 'a' }] })
})

test('parts that can only be found in the wrong order are lost', () => {
  const text = 'الثاني ثم الأول'
  const set = {
    ...base,
    annotations: [
      {
        id: 'a',
        label: 'claim',
        spans: [spanAt(0, 'الأول'), spanAt(20, 'الثاني')],
        attributes: {},
      },
    ],
  }
  expect(placeSet(text, set).lost).toHaveLength(1)
})
