import fc from 'fast-check'
import { expect, test } from 'vitest'
import { annotation as annotationSchema } from '../../annotations/model/annotation.ts'
import { canonicalAnnotation } from '../../annotations/model/canonical-set.ts'
import { arePlainAnnotations } from '../../annotations/model/plain-annotations.ts'
import { spanOf } from '../../annotations/model/span.ts'
import { beginningsOf, withForm, writtenFormOf } from '../../annotations/model/written-form.ts'
import { arabicNews } from '../arabic-news.ts'

const text = 'سلّم الوفد رسالة للحشد وبحث بالعراق قضايا، ووصل للبنان وزير.'
const at = (quote: string, from = 0) => {
  const start = text.indexOf(quote, from)
  return { spans: [spanOf(text, start, start + quote.length)] }
}

test('an annotation says the word its letters stand for', () => {
  // "للحشد" holds no "الحشد": what is marked begins at the second lam.
  expect(writtenFormOf(text, at('لحشد'))).toEqual({ normalised: 'الحشد', clitics: 'ل' })
  expect(writtenFormOf(text, at('العراق'))).toEqual({ normalised: 'العراق', clitics: 'ب' })
  expect(writtenFormOf(text, at('العراق قضايا'))).toEqual({
    normalised: 'العراق قضايا',
    clitics: 'ب',
  })
  expect(writtenFormOf(text, at('لبنان'))).toEqual({ normalised: 'لبنان', clitics: 'ل' })
  for (const quote of ['الوفد', 'وزير', 'للحشد'])
    expect(writtenFormOf(text, at(quote)), quote).toBeUndefined()
})

test('a form that no longer fits goes with the span it was for', () => {
  const annotation = { id: 'a1', label: 'actor', attributes: {}, ...at('لحشد') }
  const formed = withForm(text, annotation)
  expect(formed.form).toBeDefined()
  expect(withForm(text, { ...formed, ...at('الوفد') })).not.toHaveProperty('form')
})

test('one key goes from the word to what is without its clitics, to its stem', () => {
  const ways = beginningsOf(text, text.indexOf('بالعراق'))
  const cut = (start: number) => ways && text.slice(start, ways.end)
  expect(ways && [ways.word, ways['with-article'], ways.stem].map(cut)).toEqual([
    'بالعراق',
    'العراق',
    'عراق',
  ])
})

test('a clitic before a quotation mark is left off the name that is quoted, and put back by the same key', () => {
  const said =
    'وقال لـ«الشرق الأوسط» إن الخبر صحيح، وأكد بـ"المقاومة" ذلك لـ«مصدر لم يرد ذكر اسمه في الخبر».'
  const cuts = (words: string) => {
    const ways = beginningsOf(said, said.indexOf(words))
    return ways && [ways.word, ways['with-article'], ways.stem].map(at => said.slice(at, ways.end))
  }
  expect(cuts('لـ«الشرق')).toEqual(['لـ«الشرق الأوسط', 'الشرق الأوسط', 'شرق الأوسط'])
  expect(cuts('الشرق')).toEqual(['لـ«الشرق', 'الشرق', 'شرق'])
  expect(cuts('بـ"')).toEqual(['بـ"المقاومة', 'المقاومة', 'مقاومة'])
  expect(cuts('لـ«مصدر')).toEqual(['لـ«مصدر', 'مصدر', 'مصدر'])
  expect(cuts('الأوسط')).toEqual(['الأوسط', 'الأوسط', 'أوسط'])
})

test('what is formed is stored, read and checked as any annotation, whatever the text', () => {
  fc.assert(
    fc.property(arabicNews, fc.nat(), fc.nat(40), (text, from, length) => {
      const start = from % Math.max(text.length, 1)
      const end = Math.min(text.length, start + 1 + length)
      fc.pre(start < end)
      const formed = withForm(text, {
        id: 'a1',
        label: 'actor',
        attributes: {},
        spans: [spanOf(text, start, end)],
      })
      expect(annotationSchema.parse(formed)).toEqual(formed)
      expect(arePlainAnnotations([formed])).toBe(true)
      expect(canonicalAnnotation(formed)).toEqual(formed)
    }),
    { numRuns: 150 },
  )
})
