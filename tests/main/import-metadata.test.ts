import { expect, test } from 'vitest'
import { textMetadata } from '../../src-main/corpus/text-metadata.ts'
import { headline, sentences } from './own-news.ts'

const body = sentences.join('\n\n')

test('a text says its title, and what else it says on lines of its own', () => {
  const text = `\n  ${headline} \n\nبقلم: أحمد الراوي\n٢٤ كانون الثاني ٢٠٢٤\nhttps://sohoul.example/a/1\n\n${body}\n\nالمصدر: سهول نيوز\n`
  expect(textMetadata(text)).toEqual({
    title: headline,
    author: 'أحمد الراوي',
    published: '2024-01-24',
    url: 'https://sohoul.example/a/1',
    outlet: 'سهول نيوز',
  })
})

test('what a text does not say stays unknown', () => {
  const dated = `${body}\n\nصدر القرار في 3 آذار 2021 كما جاء في https://sohoul.example`
  expect(textMetadata(dated)).toEqual({ title: sentences[0] })
})

test('a long first line is cut to a title between characters', () => {
  const { title } = textMetadata(`${'ن'.repeat(299)}😀${'ن'.repeat(50)}`)
  expect(title).toBe('ن'.repeat(299))
})

test('lines of marks that nobody sees are no title', () => {
  expect(textMetadata(`\u200f\u200e\n\ufeff\n${headline}`).title).toBe(headline)
})
