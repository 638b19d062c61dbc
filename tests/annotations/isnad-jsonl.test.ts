import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkIsnadLine } from '../../annotations/formats/check-isnad.ts'
import { formatIds } from '../../annotations/formats/format-ids.ts'
import { formats } from '../../annotations/formats/formats.ts'
import { type IsnadLine, isnadJsonSchema, isnadLine } from '../../annotations/formats/isnad-line.ts'
import { canonicalSet } from '../../annotations/model/canonical-set.ts'
import { type AnnotatedNews, annotatedNews } from '../arabic-news.ts'

const { isnad } = formats
const lineOf = ({ document, set }: AnnotatedNews) =>
  isnadLine.parse(JSON.parse(isnad.write(document, set, new Map())))

test('every format is listed under its own name', () => {
  expect(formatIds.map(id => formats[id].id)).toEqual([...formatIds])
})

test('every line is of its schema, and its spans are right in both units', () => {
  fc.assert(
    fc.property(annotatedNews, news => {
      const line = lineOf(news)
      expect(checkIsnadLine(line)).toEqual([])
      const characters = [...line.document.text]
      for (const { spans } of line.annotations)
        for (const { start, end, codePoints, quote } of spans) {
          expect(line.document.text.slice(start, end)).toBe(quote)
          expect(characters.slice(...codePoints).join('')).toBe(quote)
        }
    }),
  )
})

test('what is written is read back: the text, the set, who annotated it and in what state', () => {
  fc.assert(
    fc.property(annotatedNews, ({ document, set }) => {
      const read = isnad.read(isnad.write(document, set, new Map()))
      if (!read.ok) throw new Error(read.reason.kind)
      const { id, title, text, textDigest } = document
      expect(read.value.document).toMatchObject({ id, title, text, textDigest })
      expect(read.value.problems).toEqual([])
      // Relations have no names in the format; everything else is the same.
      const { relations, ...rest } = canonicalSet(set)
      const { relations: found, ...others } = read.value.set
      expect(others).toEqual(rest)
      expect(found.map(({ id: _, ...relation }) => relation)).toEqual(
        relations.map(({ id: _, order, ...relation }) => ({
          ...relation,
          ...(order !== undefined && { order }),
        })),
      )
    }),
  )
})

test('the same set is the same line, whatever order it was made in', () => {
  fc.assert(
    fc.property(annotatedNews, ({ document, set }) => {
      const other = {
        ...set,
        annotations: [...set.annotations].reverse(),
        relations: [...set.relations].reverse(),
      }
      expect(isnad.write(document, other, new Map())).toBe(isnad.write(document, set, new Map()))
    }),
  )
})

test('a line is one line', () => {
  fc.assert(
    fc.property(annotatedNews, ({ document, set }) => {
      expect(isnad.write(document, set, new Map())).not.toMatch(/[\n\r]/)
    }),
  )
})

const text = '📷 قال الوزير إن التحالف سيغادر'
const line: IsnadLine = {
  format: 'isnad/1',
  document: {
    id: 'a'.repeat(16),
    title: 'خبر',
    outlet: null,
    url: null,
    published: '2024-09',
    text,
    sha256: 'a'.repeat(64),
  },
  set: { annotator: 'ليلى', status: 'submitted', revision: 1, updated: null },
  annotations: [
    {
      id: 'a1',
      label: 'actor',
      spans: [{ start: 7, end: 13, codePoints: [6, 12], quote: 'الوزير' }],
      attributes: { kind: 'person' },
      actor: { id: null, name: null, kind: 'person' },
    },
    {
      id: 'c1',
      label: 'claim',
      spans: [{ start: 17, end: 31, codePoints: [16, 30], quote: 'التحالف سيغادر' }],
      attributes: { stance: 'asserts' },
    },
  ],
  relations: [{ type: 'source', from: 'c1', to: 'a1', order: 1 }],
  claims: [
    {
      id: 'c1',
      quote: 'التحالف سيغادر',
      stance: 'asserts',
      proposition: null,
      sources: [{ order: 1, quote: 'الوزير', actor: null, name: null, kind: 'person', cue: null }],
      dates: [],
    },
  ],
}

type Annotation = IsnadLine['annotations'][number]
const [actor, claim] = line.annotations as [Annotation, Annotation]
const [record] = line.claims as [IsnadLine['claims'][number]]
const withSpan = (patch: Partial<Annotation['spans'][number]>): Partial<IsnadLine> => ({
  annotations: [{ ...actor, spans: actor.spans.map(span => ({ ...span, ...patch })) }, claim],
})

test('a line that holds together has no problems', () => {
  expect(isnadLine.parse(line)).toEqual(line)
  expect(checkIsnadLine(line)).toEqual([])
})

test.each<[string, Partial<IsnadLine>]>([
  ['id-not-of-text', { document: { ...line.document, sha256: 'b'.repeat(64) } }],
  ['bad-annotator', { set: { ...line.set, annotator: '../x' } }],
  ['duplicate-id', { annotations: [actor, claim, claim] }],
  ['quote-differs', withSpan({ quote: 'الوزيز' })],
  ['quote-differs', withSpan({ start: 13 })],
  ['span-outside-text', withSpan({ start: 40, end: 46 })],
  ['offset-units-differ', withSpan({ codePoints: [7, 13] })],
  ['splits-character', withSpan({ start: 1, end: 3, codePoints: [0, 2], quote: '\udcf7 ' })],
  [
    'spans-out-of-order',
    {
      annotations: [actor, { ...claim, spans: [...claim.spans, ...claim.spans] }],
      claims: [{ ...record, quote: 'التحالف سيغادر … التحالف سيغادر' }],
    },
  ],
  ['relation-end-missing', { relations: [{ type: 'about', from: 'c1', to: 'd9', order: null }] }],
  ['claim-without-annotation', { annotations: [actor], relations: [] }],
  ['claim-differs', { claims: [{ ...record, quote: 'سيغادر' }] }],
  ['claim-missing', { claims: [] }],
])('%s is found, and nothing else', (kind, patch) => {
  expect(checkIsnadLine({ ...line, ...patch }).map(problem => problem.kind)).toEqual([kind])
})

test.each([
  ['cut off', JSON.stringify(line).slice(0, -5), 'not-json'],
  ['another format', JSON.stringify({ ...line, format: 'doccano' }), 'wrong-shape'],
  ['newer', JSON.stringify({ ...line, format: 'isnad/2' }), 'newer'],
  [
    'without code points',
    JSON.stringify(line).replaceAll('"codePoints":[6,12],', ''),
    'wrong-shape',
  ],
])('a line that is %s is refused as such', (_, text, kind) => {
  const read = isnad.read(text)
  expect(read.ok ? 'accepted' : read.reason.kind).toBe(kind)
})

test('the shipped JSON Schema is that of the format (else: npm run schema)', () => {
  const file = new URL('../../annotations/formats/isnad-1.schema.json', import.meta.url)
  expect(readFileSync(fileURLToPath(file), 'utf8')).toBe(
    `${JSON.stringify(isnadJsonSchema(), null, 2)}\n`,
  )
})

test('the JSON Schema says both offset units, and its patterns are understood beyond JavaScript', () => {
  const schema = isnadJsonSchema()
  expect(schema.description).toMatch(/UTF-16.*code points/)
  expect(JSON.stringify(schema)).not.toMatch(/\\\\p\{/)
})
