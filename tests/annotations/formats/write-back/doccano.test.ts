import { expect, test } from 'vitest'
import { formatOf } from '../../../../annotations/formats/formats.ts'
import { back, json, text } from './back.ts'

test('doccano: ids and columns of its own come back', () => {
  const record = {
    id: 12,
    text,
    entities: [{ id: 1, label: 'cue', start_offset: 2, end_offset: 7, user: 3 }],
    relations: [],
    meta: { a: 1 },
    Comments: ['س'],
  }
  expect(json(back('doccano', JSON.stringify(record)).outs)).toMatchObject({
    id: 12,
    meta: { a: 1 },
    Comments: ['س'],
    label: [[2, 7, 'cue']],
  })
})

test('doccano: labels by number are called by their names, and each user has a set', () => {
  const annotations = [
    { id: 1, label: 2, label_name: 'cue', start_offset: 2, end_offset: 7, user: 1, user_name: 'a' },
    {
      id: 2,
      label: 1,
      label_name: 'actor',
      start_offset: 8,
      end_offset: 15,
      user: 2,
      user_name: 'b',
    },
  ]
  const line = JSON.stringify({ id: 1, text, annotations, meta: {} })
  expect(formatOf('doccano').reader?.looksLike('x.jsonl', line)).toBe(true)
  const { outs } = back('doccano', line)
  expect(outs.map(one => JSON.parse(one.text))).toMatchObject([
    { annotator: 'a', label: [[2, 7, 'cue']] },
    { annotator: 'b', label: [[8, 15, 'actor']] },
  ])
})
