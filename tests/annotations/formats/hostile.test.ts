import { expect, test } from 'vitest'
import { fitScheme, nothingGrown } from '../../../annotations/formats/exchange/fit-scheme.ts'
import { plainMapping } from '../../../annotations/formats/exchange/labels.ts'
import { settle } from '../../../annotations/formats/exchange/settle.ts'
import type { FormatId } from '../../../annotations/formats/format-ids.ts'
import { formatOf } from '../../../annotations/formats/formats.ts'
import type { Annotation } from '../../../annotations/model/annotation.ts'
import { defaultScheme } from '../../../annotations/model/default-scheme.ts'
import { spanOf } from '../../../annotations/model/span.ts'
import { storedProject } from '../../../annotations/model/stored.ts'
import { documentOf } from '../../arabic-news.ts'
import { filesOf, thereAndBack } from './round-trip.ts'

const read = (id: FormatId, text: string) => {
  const { reader } = formatOf(id)
  if (!reader) throw new Error(`${id} is not read`)
  return reader.by === 'line' ? reader.read(text) : [...reader.read({ name: 'x', text })]
}
const problemsOf = (id: FormatId, text: string) =>
  read(id, text).flatMap(found => ('problem' in found ? [found.problem.kind] : []))

const bomb = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`
const outside = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>`

test.each(['cas-xmi', 'tei'] as const)(
  '%s: entities of a file are neither expanded nor fetched',
  id => {
    const body = {
      'cas-xmi': '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI">&b;</xmi:XMI>',
      tei: '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>&b;</body></text></TEI>',
    }[id]
    expect(problemsOf(id, bomb + body)).toEqual(['not-xml'])
    expect(problemsOf(id, outside + body.replace('&b;', '&x;'))).toEqual(['not-xml'])
    expect(problemsOf(id, body)).toEqual(['not-xml'])
    expect(problemsOf(id, '<a>'.repeat(100_000))).toEqual(['not-xml'])
  },
)

test.each(['doccano', 'label-studio', 'prodigy', 'cas-json', 'w3c', 'hf-tokens'] as const)(
  '%s: a file nested a million deep is refused',
  id => {
    expect(problemsOf(id, `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`)).toEqual(['too-deep'])
    expect(problemsOf(id, `{"text":${'{"a":'.repeat(1_000_000)}`)).toEqual(['too-deep'])
  },
)

test('relations in a circle, and of an annotation to itself, come in as they are', () => {
  const line = {
    text: 'قال الناطق',
    entities: [
      { id: 1, label: 'claim', start_offset: 0, end_offset: 3 },
      { id: 2, label: 'claim', start_offset: 4, end_offset: 10 },
    ],
    relations: [
      { id: 1, from_id: 1, to_id: 2, type: 'x' },
      { id: 2, from_id: 2, to_id: 1, type: 'x' },
      { id: 3, from_id: 1, to_id: 1, type: 'x' },
    ],
  }
  const [found] = read('doccano', JSON.stringify(line))
  if (!found || !('document' in found)) throw new Error('no document')
  const [set] = settle(found.document, found.document.text ?? '').sets
  expect(set?.relations).toHaveLength(3)
})

test('what a spreadsheet takes for a formula is made harmless, and comes back as it was', () => {
  const text = '=cmd|calc قال +1 ناطق @x -2'
  const document = { ...documentOf(text), title: '=HYPERLINK("http://x")', outlet: '+صحيفة' }
  const spans = ['=cmd|calc', '+1', '@x', '-2'].map(words => {
    const start = text.indexOf(words)
    return [spanOf(text, start, start + words.length)]
  })
  const set = {
    documentId: document.id,
    textDigest: document.textDigest,
    annotator: 'ليلى',
    status: 'in-progress' as const,
    revision: 1,
    annotations: spans.map((spans, at) => ({ id: `a${at}`, label: 'cue', spans, attributes: {} })),
    relations: [],
  }
  for (const file of filesOf(formatOf('csv'), [{ document, set }]).values())
    expect(file).not.toMatch(/(^|[,"\n])[=+@-]/m)
  for (const file of filesOf(formatOf('dna'), [{ document, set }]).values())
    expect(file).not.toMatch(/(^|[,"\n])[=+@-]/m)
  const { came, went, document: back } = thereAndBack(formatOf('csv'), { document, set })
  expect(came).toEqual(went)
  expect(back.metadata).toMatchObject({ title: document.title, outlet: document.outlet })
})

test('characters that XML cannot carry are counted, replaced, and nothing moves', () => {
  const text = 'قال\u0007 ناطق\u0000 أمس'
  const document = documentOf(text)
  const start = text.indexOf('أمس')
  const set = {
    documentId: document.id,
    textDigest: document.textDigest,
    annotator: 'ليلى',
    status: 'in-progress' as const,
    revision: 1,
    annotations: [
      { id: 'a1', label: 'cue', spans: [spanOf(text, start, start + 3)], attributes: {} },
    ],
    relations: [],
  }
  for (const id of ['cas-xmi', 'tei'] as const) {
    const { held, came, went } = thereAndBack(formatOf(id), { document, set })
    expect(held.losses).toEqual({ 'control-characters': 1 })
    expect(came).toEqual(went)
  }
})

test.each([
  'brat',
  'webanno-tsv',
  'cas-xmi',
  'label-studio',
  'conll',
  'csv',
  'tei',
  'w3c',
] as const)(
  '%s: ten thousand annotations go and come back',
  id => {
    const words = Array.from({ length: 5000 }, (_, n) => `كلمة${n} 📷`)
    const text = words.join(' ')
    const document = documentOf(text)
    let at = 0
    const annotations = words.flatMap((word, n): Annotation[] => {
      const start = at
      at += word.length + 1
      return [
        {
          id: `a${n}`,
          label: 'cue',
          spans: [spanOf(text, start, start + word.length - 3)],
          attributes: {},
        },
        {
          id: `b${n}`,
          label: 'actor',
          spans: [spanOf(text, start, start + word.length)],
          attributes: { kind: 'person' },
        },
      ]
    })
    const set = {
      documentId: document.id,
      textDigest: document.textDigest,
      annotator: 'ليلى',
      status: 'in-progress' as const,
      revision: 1,
      annotations,
      relations: [],
    }
    const { came, went } = thereAndBack(formatOf(id), { document, set })
    expect(came.annotations.length).toBe(10_000)
    expect(came.annotations).toEqual(went.annotations)
  },
  30_000,
)

test('names that show nothing are called by their ids, and a scheme with them can be saved', () => {
  const text = 'قال الناطق'
  const entity = (id: number, label: string, start: number) => ({
    ...{ id, label, start_offset: start, end_offset: start + 3 },
  })
  const line = JSON.stringify({
    text,
    entities: [entity(1, '\ufeff', 0), entity(2, ' ', 4)],
    relations: [{ id: 1, from_id: 1, to_id: 2, type: '\u00a0' }],
  })
  const [found] = read('doccano', line)
  if (!found || !('document' in found)) throw new Error('no document')
  const { sets } = settle(found.document, text)
  for (const { annotations } of sets)
    for (const annotation of annotations) annotation.attributes = new Map([['', 'x']])
  const { scheme } = fitScheme(sets, defaultScheme, plainMapping, nothingGrown())
  const project = { id: 'p', title: 'x', created: '2024-01-01T00:00:00.000Z', scheme }
  const stored = storedProject.parse(storedProject.stringify(project))
  expect(stored.ok).toBe(true)
  expect(scheme.labels.slice(-2).map(({ id, name }) => name.ar === id)).toEqual([true, true])
})
