import { expect, test } from 'vitest'
import { formatOf } from '../../../../annotations/formats/formats.ts'
import { back, json, text } from './back.ts'

test('Prodigy: hashes, sessions, and what is said of spans and relations come back', () => {
  const record = {
    text,
    _input_hash: -1,
    _task_hash: 5,
    _session_id: 's-1',
    _view_id: 'relations',
    answer: 'accept',
    options: [{ id: 1 }],
    meta: { source: 'desk' },
    spans: [
      { start: 2, end: 7, label: 'cue', source: 'model-x', score: 0.5 },
      { start: 8, end: 15, label: 'actor', attributes: { kind: 'person', Mood: 'x' } },
    ],
    relations: [
      {
        ...{ head: 1, child: 2, label: 'by', color: '#abc' },
        head_span: { start: 2, end: 7, label: 'cue' },
        child_span: { start: 8, end: 15, label: 'actor' },
      },
    ],
  }
  const written = json(back('prodigy', JSON.stringify(record)).outs)
  const { spans, relations, meta, ...rest } = record
  expect(written).toMatchObject({ ...rest, meta })
  expect(written.spans).toMatchObject(spans)
  expect(written.relations).toMatchObject([{ label: 'by', color: '#abc' }])
  expect(relations).toHaveLength(1)
})

test('spaCy: entities and groups of spans of a Doc are spans', () => {
  const doc = {
    text,
    ents: [{ start: 8, end: 15, label: 'actor' }],
    spans: { sc: [{ start: 2, end: 7, label: 'cue', kb_id: 'Q1' }] },
    tokens: [{ id: 0, start: 0, end: 1 }],
  }
  expect(formatOf('prodigy').reader?.looksLike('x.jsonl', JSON.stringify(doc))).toBe(true)
  const written = json(back('prodigy', JSON.stringify(doc)).outs)
  expect(written.spans).toMatchObject([
    { start: 2, end: 7, label: 'cue', kb_id: 'Q1', group: 'sc' },
    { start: 8, end: 15, label: 'actor' },
  ])
})

test('Hugging Face: the words, the other columns and the name of the record come back', () => {
  const record = {
    id: '77',
    tokens: ['U.N.', 'قال', 'الناطق'],
    pos_tags: [1, 2, 3],
    tags: ['B-actor', 'O', 'O'],
    split: 'train',
  }
  const written = json(back('hf-tokens', JSON.stringify(record)).outs)
  expect(written).toMatchObject(record)
  expect(written).not.toHaveProperty('words')
})

test('Hugging Face: a column that counts words is left out where the words are others', () => {
  const record = {
    id: '7',
    tokens: ['قال', 'ناطق-باسم'],
    ner_tags: ['B-cue', 'B-actor'],
    pos_tags: [1, 2],
  }
  const { outs } = back('hf-tokens', JSON.stringify(record), {
    change: one =>
      one.label === 'cue'
        ? { ...one, spans: [{ start: 9, end: 13, quote: 'باسم' }] }
        : { ...one, spans: [{ start: 4, end: 8, quote: 'ناطق' }] },
  })
  const written = json(outs)
  expect(written.tokens.length).toBeGreaterThan(2)
  expect(written.tokens.length).toBe(written.ner_tags.length)
  expect(written).not.toHaveProperty('pos_tags')
})
