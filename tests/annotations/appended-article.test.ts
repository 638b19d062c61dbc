import { expect, test } from 'vitest'
import { appendedArticle } from '../../annotations/text/appended-article.ts'
import { findRegions } from '../../annotations/text/find-regions.ts'
import { headline, sentences } from '../main/own-news.ts'

const [first, second, third] = sentences
const other = 'وفد المصرف الدولي يصل إلى العاصمة'

test('an article appended under the closing heading is dated by itself', () => {
  const text = [
    ...[headline, first, 'مقالات ذات صلة', 'سد جديد في الشمال', second],
    ...[other, 'TT', other, '3 مارس 2023', third],
  ].join('\n')
  const furniture = findRegions(text).at(-1)
  const found = furniture && appendedArticle(text, furniture)
  expect(found).toEqual({ start: text.indexOf(other), end: text.length, published: '2023-03-03' })
})

test('a list of links is no article', () => {
  const text = ['مقالات ذات صلة', 'سد جديد في الشمال', 'سد جديد في الشمال'].join('\n')
  expect(appendedArticle(text, { start: 0, end: text.length })).toBeUndefined()
})
