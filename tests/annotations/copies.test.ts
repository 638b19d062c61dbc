import fc from 'fast-check'
import { expect, test } from 'vitest'
import { copiesAmong, fingerprint, likeness } from '../../annotations/arabic/fingerprint.ts'
import { fold } from '../../annotations/arabic/fold.ts'
import { emptySet } from '../../annotations/model/annotation-set.ts'
import { spanOf } from '../../annotations/model/span.ts'
import { carryAnnotations } from '../../annotations/suggest/carry-annotations.ts'
import { alignWords } from '../../annotations/text/align-words.ts'
import { annotatedNews } from '../arabic-news.ts'
import { sentences } from '../main/own-news.ts'

const print = (text: string) => fingerprint(fold(text).folded)
const whole = sentences.join(' ')

test('copies with other spelling, a changed sentence and another headline are found; other articles are not', () => {
  const copy = whole
    .replaceAll('أ', 'ا')
    .replace(sentences[3], 'وقالت مصادر أخرى إن الموعد لم يتحدد بعد.')
  const other = sentences.map(sentence => sentence.split(' ').reverse().join(' ')).join(' ')
  expect(likeness(print(whole) as Uint32Array, print(copy) as Uint32Array)).toBeGreaterThan(0.6)
  expect(copiesAmong([print(other), print(whole), print('قصير'), print(`عاجل ${copy}`)])).toEqual([
    [1, 3],
  ])
})

test('the same text has the same fingerprint, whatever its marks', () => {
  expect(print(whole.normalize('NFD'))).toEqual(print(whole))
})

test('words are paired in order and only with themselves', () => {
  const word = fc.constantFrom('نهر', 'سد', 'وزير', 'قمح', 'بيان', 'في', 'من')
  fc.assert(
    fc.property(fc.array(word), fc.array(word), (a, b) => {
      const alignment = alignWords(a, b)
      let last = -1
      for (const [at, place] of alignment.entries()) {
        if (place === -1) continue
        expect(b[place]).toBe(a[at])
        expect(place).toBeGreaterThan(last)
        last = place
      }
      expect([...alignWords(a, a)]).toEqual(a.map((_, at) => at))
    }),
  )
})

test('everything is carried to the same text, and nothing but what is there to another', () => {
  fc.assert(
    fc.property(annotatedNews, fc.nat(), ({ document, set }, n) => {
      const same = carryAnnotations(set, document.text, document.text)
      for (const { id, spans } of same.annotations) {
        const before = set.annotations.find(annotation => annotation.id === id)
        for (const [at, span] of spans.entries()) {
          expect(document.text.slice(span.start, span.end)).toBe(span.quote)
          expect(before?.spans[at]?.quote).toContain(span.quote)
        }
      }
      const cut = n % (document.text.length + 1)
      const other = `قبل ${document.text.slice(cut)} بعد`
      const { annotations, left, relations } = carryAnnotations(set, document.text, other)
      expect(annotations.length + left.length).toBe(set.annotations.length)
      for (const { spans } of annotations)
        for (const { start, end, quote } of spans) expect(other.slice(start, end)).toBe(quote)
      const ids = new Set(annotations.map(({ id }) => id))
      for (const { from, to } of relations) expect(ids.has(from) && ids.has(to)).toBe(true)
    }),
    { numRuns: 150 },
  )
})

test('annotations go over to a copy with another opening and without a sentence, and what it lacks is named', () => {
  const [first, second, third] = sentences
  const from = [first, second, third].join('\n')
  const to = [`خاص — ${first.replaceAll('أ', 'ا')}`, third].join('\n')
  const span = (words: string) =>
    spanOf(from, from.indexOf(words), from.indexOf(words) + words.length)
  const put = (id: string, words: string) => ({
    id,
    label: 'actor',
    spans: [span(words)],
    attributes: {},
  })
  const set = {
    ...emptySet('0123456789abcdef', `sha256:${'0'.repeat(64)}`, 'ليلى'),
    annotations: [
      put('a1', 'وزارة الزراعة'),
      put('a2', 'خليل الغامدي'),
      put('a3', 'اتحاد المزارعين'),
    ],
  }
  const { annotations, left } = carryAnnotations(set, from, to)
  expect(annotations.map(({ id, spans }) => [id, spans[0]?.quote])).toEqual([
    ['a1', 'وزارة الزراعة'],
    ['a3', 'اتحاد المزارعين'],
  ])
  expect(left.map(({ id }) => id)).toEqual(['a2'])
})

test('what the copy says already is not carried again, and links reach it', () => {
  const text = sentences.slice(0, 2).join('\n')
  const put = (id: string, words: string) => {
    const start = text.indexOf(words)
    return {
      id,
      label: 'actor',
      spans: [spanOf(text, start, start + words.length)],
      attributes: {},
    }
  }
  const empty = emptySet('0123456789abcdef', `sha256:${'0'.repeat(64)}`, 'ليلى')
  const link = { id: 'r1', type: 'source', from: 'a1', to: 'a2', order: 1 }
  const set = {
    ...empty,
    annotations: [put('a1', 'وزارة الزراعة'), put('a2', 'خليل الغامدي')],
    relations: [link],
  }
  const other = { ...empty, annotations: [put('b7', 'خليل الغامدي')] }
  const some = carryAnnotations(set, text, text, other)
  expect(some.annotations.map(({ id }) => id)).toEqual(['a1'])
  expect(some.known).toEqual({ a2: 'b7' })
  expect(some.relations).toEqual([link])
  const all = carryAnnotations(set, text, text, set)
  expect([all.annotations, all.relations, all.left]).toEqual([[], [], []])
})

test.each(['و ', 'و', '7 '])('a megabyte of %j has its fingerprint and its pairs', letters => {
  const text = letters.repeat(500_000 / letters.length)
  expect(() => print(text)).not.toThrow()
  const words = text.split(' ')
  expect(alignWords(words, [...words, 'ب']).length).toBe(words.length)
})
