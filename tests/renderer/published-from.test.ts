import { expect, test } from 'vitest'
import { publishedFrom } from '../../src-renderer/views/published-from.ts'

const value = (typed: string) => {
  const published = publishedFrom(typed)
  return published.kind === 'date' ? published.value : published.kind
}
const problem = (typed: string) => {
  const published = publishedFrom(typed)
  return published.kind === 'problem' ? published.problem : undefined
}

test('a publication date is a day, a month, a year or not known', () => {
  expect(['2024-07-22', '2024-07', ' 2024 ', ''].map(value)).toEqual([
    '2024-07-22',
    '2024-07',
    '2024',
    'none',
  ])
})

test('both sets of Arabic digits are digits', () => {
  expect(['٢٠٢٤-٠٧-٢٢', '۲۰۲۴-۰۷-۲۲'].map(value)).toEqual(['2024-07-22', '2024-07-22'])
})

test('what is wrong with a date is named', () => {
  expect(problem('22/7/2024')).toBe('published.shape')
  expect(problem('2024-7')).toBe('published.shape')
  expect(problem('2024-13')).toBe('published.month')
  expect(problem('2024-00-01')).toBe('published.month')
  expect(problem('2024-04-31')).toBe('published.day')
  expect(problem('2023-02-29')).toBe('published.day')
  expect(problem('1900-02-29')).toBe('published.day')
})

test('leap days are days', () => {
  expect(['2024-02-29', '2000-02-29'].map(value)).toEqual(['2024-02-29', '2000-02-29'])
})
